import { isAppDm, nameOf, partnerOf } from '../names.ts';
import { usePage } from '../store.ts';
import { Avatar } from '../ui/avatar.tsx';

const SHOWN = 6;

/** Where a conversation begins, its first lines suggest things to try. */
export function Welcome({ isEmpty }: { isEmpty: boolean }) {
  const { overview, channel, suggest } = usePage();
  const here = overview.channels.find((c) => c.id === channel);
  if (!here) return null;
  const partner = here.kind === 'im' ? partnerOf(here, overview) : undefined;
  const name = nameOf(here, overview);
  const app = isAppDm(here, overview);
  return (
    <section class="welcome" data-testid="welcome">
      <Avatar id={partner?.id ?? here.id} name={name} bot={app} />
      <h2>{partner ? `This is where you talk with ${name}` : `Welcome to #${name}`}</h2>
      {app && <p>{overview.bot.description}</p>}
      {!app && isEmpty && <p>No messages yet.</p>}
      {overview.commands.length > 0 && (
        <>
          <p class="hint">Try a command. Pick one and press Enter, or type / to see them all.</p>
          <ul>
            {overview.commands.slice(0, SHOWN).map((c) => (
              <li key={c.command}>
                <button type="button" onClick={() => suggest(`${c.command} `)}>
                  <code>
                    {c.command} {c.usage_hint && <span class="usage-hint">{c.usage_hint}</span>}
                  </code>
                  <small>{c.description}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
