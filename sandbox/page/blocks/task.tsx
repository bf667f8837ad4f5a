import type { Json } from '../../state/types.ts';
import { Link } from '../mrkdwn/mrkdwn.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { RichText } from './rich-text.tsx';

const SAID: Record<string, string> = {
  pending: 'waiting',
  in_progress: 'under way',
  complete: 'done',
  error: 'failed',
};

const SHAPE: Record<string, IconName> = { in_progress: 'play', complete: 'check', error: 'close' };

export function TaskCard({ block }: { block: Json }) {
  const status = block.status === undefined ? '' : String(block.status);
  const sources = (block.sources as Json[] | undefined) ?? [];
  return (
    <div class={`task ${status}`}>
      <p class="task-title">
        <Icon name={SHAPE[status] ?? 'circle'} />
        <span>{String(block.title)}</span>
        {status !== '' && <small>{SAID[status] ?? status}</small>}
      </p>
      {block.details ? <RichText block={block.details as Json} /> : null}
      {block.output ? <RichText block={block.output as Json} /> : null}
      {sources.map((source) => (
        <Link key={String(source.url)} url={String(source.url)} label={String(source.text)} />
      ))}
    </div>
  );
}

/** A longer task and its steps. */
export function Plan({ block }: { block: Json }) {
  return (
    <section class="container standard">
      <p class="container-head">
        <b>{String(block.title)}</b>
      </p>
      {((block.tasks as Json[] | undefined) ?? []).map((task) => (
        <TaskCard key={String(task.task_id)} block={task} />
      ))}
    </section>
  );
}
