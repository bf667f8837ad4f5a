import type { SeenMessage } from '../client.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { MessageRow } from './message.tsx';
import { usePage } from './store.ts';

export function Thread({ root }: { root: SeenMessage }) {
  const { openThread, overview, channel } = usePage();
  const here = overview.channels.find((c) => c.id === channel);
  const count = root.replies.length;
  return (
    <aside class="thread" data-testid="thread">
      <header class="header">
        <h1>Thread</h1>
        <span class="facts">{here?.kind === 'im' ? overview.bot.name : `#${here?.name ?? ''}`}</span>
        <button
          type="button"
          class="quiet push-right"
          aria-label="Close the thread"
          onClick={() => openThread(undefined)}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="messages">
        <div class="messages-inner">
          <MessageRow message={root} inThread />
          {count > 0 && (
            <div class="day left">
              <span>{count === 1 ? '1 reply' : `${count} replies`}</span>
            </div>
          )}
          {root.replies.map((reply) => (
            <MessageRow key={reply.ts} message={reply} inThread />
          ))}
        </div>
      </div>
      <Composer place="thread" threadTs={root.ts} />
    </aside>
  );
}
