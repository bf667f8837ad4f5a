import { Avatar, Icon } from './icons.tsx';
import { usePage } from './store.ts';

export function Header({ openDrawer }: { openDrawer: () => void }) {
  const { overview, channel, tab, openTab } = usePage();
  const here = overview.channels.find((c) => c.id === channel);
  const people = here?.members.filter((id) => id !== overview.bot.user_id).length ?? 0;
  return (
    <header class="header">
      <button type="button" class="drawer-button quiet" aria-label="Open the sidebar" onClick={openDrawer}>
        <Icon name="menu" />
      </button>
      {here?.kind === 'im' ? (
        <>
          <Avatar id={overview.bot.user_id} name={overview.bot.name} bot small />
          <h1>{overview.bot.name}</h1>
          <span class="badge">App</span>
          {overview.home_tab && (
            <div class="tabs" role="tablist">
              {(['home', 'messages'] as const).map((t) => (
                <button
                  key={t}
                  type="button"
                  role="tab"
                  aria-selected={tab === t}
                  data-testid={`tab-${t}`}
                  onClick={() => openTab(t)}
                >
                  {t === 'home' ? 'Home' : 'Messages'}
                </button>
              ))}
            </div>
          )}
        </>
      ) : (
        <>
          <Icon name={here?.kind === 'private' ? 'lock' : 'hash'} />
          <h1>{here?.name}</h1>
          <span class="facts">
            {people} {people === 1 ? 'member' : 'members'}
            {here?.bot_is_member
              ? ` · ${overview.bot.name} is here`
              : ` · ${overview.bot.name} is not in this channel`}
            {here?.is_ext_shared ? ' · shared with another workspace' : ''}
            {here?.is_archived ? ' · archived' : ''}
          </span>
        </>
      )}
    </header>
  );
}
