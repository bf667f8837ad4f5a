import { isAppDm, nameOf, partnerOf } from './names.ts';
import { usePage } from './store.ts';
import { Avatar } from './ui/avatar.tsx';
import { Icon } from './ui/icons.tsx';

export function Header({ openDrawer }: { openDrawer: () => void }) {
  const { overview, channel } = usePage();
  const here = overview.channels.find((c) => c.id === channel);
  if (!here) return null;
  const partner = here.kind === 'im' ? partnerOf(here, overview) : undefined;
  return (
    <header class="header">
      <button type="button" class="drawer-button quiet" aria-label="Open the sidebar" onClick={openDrawer}>
        <Icon name="menu" />
      </button>
      {partner ? (
        <Avatar id={partner.id} name={partner.real_name} bot={partner.is_bot} small />
      ) : (
        <Icon name={here.kind === 'private' ? 'lock' : here.kind === 'mpim' ? 'people' : 'hash'} />
      )}
      <h1>{nameOf(here, overview)}</h1>
      {isAppDm(here, overview) ? <AppTabs /> : <Facts />}
    </header>
  );
}

function AppTabs() {
  const { overview, tab, openTab } = usePage();
  return (
    <>
      <span class="badge">App</span>
      {overview.home_tab && (
        <div class="tabs" role="tablist" aria-label={overview.bot.name}>
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
  );
}

/** Members and warnings that matter before one writes. */
function Facts() {
  const { overview, channel } = usePage();
  const here = overview.channels.find((c) => c.id === channel);
  if (!here) return null;
  const people = here.members.filter((id) => id !== overview.bot.user_id).length;
  const facts = [
    `${people} ${people === 1 ? 'member' : 'members'}`,
    here.bot_is_member ? `${overview.bot.name} is here` : `${overview.bot.name} is not in this conversation`,
    ...(here.is_ext_shared ? ['shared with another workspace'] : []),
    ...(here.is_archived ? ['archived'] : []),
  ];
  return <span class="facts">{facts.join(' · ')}</span>;
}
