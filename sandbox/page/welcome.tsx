import { Avatar } from './icons.tsx';
import { usePage } from './store.ts';

const SHOWN = 6;

/** An empty conversation says what can be tried in it. */
export function Welcome() {
  const { overview, channel, suggest } = usePage();
  const here = overview.channels.find((c) => c.id === channel);
  const im = here?.kind === 'im';
  return (
    <section class="welcome" data-testid="welcome">
      <Avatar id={overview.bot.user_id} name={im ? overview.bot.name : (here?.name ?? '')} bot={im} />
      <h2>{im ? `This is where you talk with ${overview.bot.name}` : `Welcome to #${here?.name ?? ''}`}</h2>
      <p>{overview.bot.description || 'Nothing has been said here yet.'}</p>
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
