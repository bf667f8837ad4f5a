import { answers } from '../../core/declare/click.ts';
import { draws } from '../../core/declare/drawing.ts';
import type { Context } from '../../core/runtime/context.ts';
import { asSystem } from '../../core/runtime/system.ts';
import { count } from '../../core/text/sentence.ts';
import { onCard, privately } from '../../core/tokens/reply.ts';
import { message, section } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { openLine, retryNotice } from './actions.ts';
import { countInThread, getLines, getUndelivered, openMessage } from './lines.ts';
import { answer, bundle, catchUp, overflow, undelivered } from './notifications.ts';
import { retry } from './retry.ts';
import { bundled, caughtUp, overBudget, type Reading, undeliveredNotice } from './views.ts';

/** A list has the same texts for everybody, so the bot reads them with its own rights. */
const ourselves = (ctx: Context) => asSystem(ctx, 'the outbox');
const readingOf = (ctx: Context): Reading => ({ now: ctx.now, timeZone: ctx.actor.timeZone });

export const clicks = [
  answers(openLine, async (ctx, { id }) => privately(await openMessage.call(ctx, { id }))),
  answers(retryNotice, async (ctx, group) => {
    const tried = await retry.call(ctx, group);
    const text =
      tried > 0
        ? mrkdwn`Sending ${count(tried, 'message')} again.`
        : mrkdwn`All of them have been sent already.`;
    return onCard(message(text, [section(text)]));
  }),
];

export const drawings = [
  draws(answer, async (_, { facts }) => facts.message),
  draws(bundle, async (ctx, { subject, place, facts }) =>
    bundled(
      await getLines.call(ourselves(ctx), { kind: bundle.id, subject, place }),
      [facts.one, facts.many],
      new Date(facts.since),
      readingOf(ctx),
    ),
  ),
  draws(catchUp, async (ctx, { subject, place, facts }) =>
    caughtUp(
      await getLines.call(ourselves(ctx), { kind: catchUp.id, subject, place }),
      { since: new Date(facts.since), until: new Date(facts.until), expired: facts.expired },
      readingOf(ctx),
    ),
  ),
  draws(overflow, async (ctx, { subject, place, facts }) =>
    overBudget(await countInThread.call(ourselves(ctx), { kind: overflow.id, subject, place }), facts.budget),
  ),
  draws(undelivered, async (ctx, { facts }) =>
    undeliveredNotice(facts, await getUndelivered.call(ourselves(ctx), facts)),
  ),
];
