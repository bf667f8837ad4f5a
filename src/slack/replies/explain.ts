import type { Context } from '../../core/runtime/context.ts';
import type { Trouble } from '../../core/runtime/database.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { context, message, section } from '../../ui/blocks.ts';
import { mrkdwn, sentence } from '../../ui/text.ts';

/** The texts for database trouble before an effect. */
const troubleSentences: Readonly<Record<Trouble, readonly [says: string, next: string]>> = {
  unreachable: ['I cannot reach my records just now. Nothing was done.', 'Try again in a minute.'],
  'read-only': [
    'My records take no changes just now. Nothing was done.',
    'Look-ups still work; try again in a minute.',
  ],
  full: ['My records have no room left. Nothing was done.', 'Whoever runs Quartermaster has to make room.'],
  busy: [
    'That took too long, so I stopped. Nothing was done.',
    'Try again in a minute, or with something more exact.',
  ],
};

const doneSentences = [
  'It was done, but I cannot show you how it stands now.',
  'Look it up before you do it again.',
] as const;

/**
 * The one place that turns errors into words. A refusal is shown as it was written. A database outage is one log line and
 * has no reference. Anything else is our bug: logged once, under a reference that the person can pass on. `done`: the
 * change is in the database, and only the answer failed.
 */
export function explain(
  error: unknown,
  ctx: Pick<Context, 'ids' | 'log' | 'engine'>,
  doing: string,
  done = false,
): Message {
  if (error instanceof Refusal && !done) return refused(error);
  const trouble = ctx.engine.database.outages.met(error, doing, 'request');
  if (trouble) {
    const [says, next] = done ? doneSentences : troubleSentences[trouble];
    return refused(new Refusal('unavailable', says, { next }));
  }
  const reference = ctx.ids.reference();
  ctx.log.error({ err: error, reference, doing }, done ? 'an answer failed' : 'a request failed');
  if (done) {
    const [says, next] = doneSentences;
    return refused(new Refusal('unavailable', says, { next: `${next} Reference: ${reference}.` }));
  }
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
