import { useEffect, useRef } from 'preact/hooks';
import type { SeenMessage } from '../../client.ts';
import { Composer } from '../composer/composer.tsx';
import { nameOf } from '../names.ts';
import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { walk } from './arrows.ts';
import { MessageRow } from './message.tsx';

/** A message and its replies, beside the channel. */
export function Thread({ root }: { root: SeenMessage }) {
  const { openThread, overview, channel } = usePage();
  const here = overview.channels.find((c) => c.id === channel);
  const count = root.replies.length;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.scrollTo({ top: list.current.scrollHeight }), [count]);
  return (
    <aside class="thread" data-testid="thread" aria-label="Thread">
      <header class="header">
        <h1>Thread</h1>
        <span class="facts">{here && nameOf(here, overview)}</span>
        <button
          type="button"
          class="quiet push-right"
          aria-label="Close the thread"
          onClick={() => openThread(undefined)}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="messages" ref={list} role="log" aria-label="Replies" onKeyDown={walk}>
        <div class="messages-inner">
          <MessageRow message={root} inThread last={count === 0} />
          {count > 0 && (
            <div class="day left">
              <span>{count === 1 ? '1 reply' : `${count} replies`}</span>
            </div>
          )}
          {root.replies.map((reply, i) => (
            <MessageRow key={reply.ts} message={reply} inThread last={i === count - 1} />
          ))}
        </div>
      </div>
      <Composer threadTs={root.ts} />
    </aside>
  );
}
