import { Blocks } from './blocks/blocks.tsx';
import { usePage } from './store.ts';
import { surfaceOf } from './surfaces.ts';
import { Icon } from './ui/icons.tsx';
import { useEntered } from './use-entered.ts';

/** The app's Home tab as last published for this member. */
export function Home() {
  const page = usePage();
  const { home, overview } = page;
  const { typed, ...entering } = useEntered(home?.blocks ?? []);
  if (!home) {
    return (
      <div class="home empty" data-testid="home">
        <p>
          <Icon name="home" />
          {overview.bot.name} has not published a Home for you yet.
        </p>
      </div>
    );
  }
  return (
    <div class="home" data-testid="home">
      <div class="home-inner">
        {home.notice && (
          <p class="view-notice" role="alert">
            {home.notice}
          </p>
        )}
        <Blocks
          blocks={home.blocks}
          values={home.values}
          {...entering}
          {...surfaceOf(page, { view: 'home' }, typed)}
        />
      </div>
    </div>
  );
}
