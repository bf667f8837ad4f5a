import { Blocks } from './blocks/blocks.tsx';
import { usePage } from './store.ts';

/** The app's Home tab as this member last got it. */
export function Home() {
  const { home, client, me, act, overview } = usePage();
  if (!home) {
    return (
      <div class="home empty" data-testid="home">
        <p>{overview.bot.name} has not published a Home for you yet.</p>
      </div>
    );
  }
  return (
    <div class="home" data-testid="home">
      <div class="home-inner">
        {home.notice && <p class="view-notice">{home.notice}</p>}
        <Blocks
          blocks={home.blocks}
          values={home.values}
          press={(block_id, action_id, option) =>
            act(
              client.press(me, {
                view: 'home',
                block_id,
                action_id,
                ...(option === undefined ? {} : { option }),
              }),
            )
          }
        />
      </div>
    </div>
  );
}
