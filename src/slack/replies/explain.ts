import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { context, message, section } from '../../ui/blocks.ts';
import { mrkdwn, sentence } from '../../ui/text.ts';

/**
 * Turns errors into words; nothing else does. A refusal is shown as written. Any other error is our bug: logged once,
 * with a reference that the person can pass on.
 */
export function explain(error: unknown, ctx: Pick<Context, 'ids' | 'log'>, doing: string): Message {
  if (error instanceof Refusal) return refused(error);
  if (isOverloaded(error)) {
    ctx.log.warn({ err: error, doing }, 'the database did not answer in time');
    return refused(
      new Refusal('unavailable', 'That took too long, so I stopped.', {
        next: 'Try again in a minute, or with something more exact.',
      }),
    );
  }
  const reference = ctx.ids.reference();
  ctx.log.error({ err: error, reference, doing }, 'a request failed');
  const text = mrkdwn`Something broke on our side, and nothing was changed. Try again; if it keeps happening, tell whoever runs Quartermaster: ${reference}.`;
  return message(text, [section(text)]);
}

function refused(refusal: Refusal): Message {
  const next = refusal.next ? [refusal.next] : [];
  return message(sentence([refusal.message, ...next].join(' ')), [
    section(sentence(refusal.message)),
    ...next.map((line) => context(sentence(line))),
  ]);
}

/** A statement cut off by its time limit (57014), or a transaction that found no free connection (P2024, P2028). */
function isOverloaded(error: unknown): boolean {
  const { code, message, meta } = error as { code?: string; message?: string; meta?: { code?: string } };
  return (
    code === 'P2024' || code === 'P2028' || meta?.code === '57014' || /statement timeout/.test(message ?? '')
  );
}
