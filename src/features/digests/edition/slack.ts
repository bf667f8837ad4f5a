import { draws } from '../../../core/declare/drawing.ts';
import { does } from '../../../core/declare/job.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { posted, rest } from '../notifications.ts';
import { compose } from './compose.ts';
import { getEdition } from './get.ts';
import { composeJob } from './job.ts';
import { changeRefused } from './refused.ts';
import { beginEdition, editionEnded, giveUpEdition, isToldAlready, noteComposed } from './settle.ts';
import { editionMessage, hasRest, restMessage } from './views.ts';

/** Composes outside of transactions; a process that dies before it is noted composes again, and posts once. */
const composeEdition = does(composeJob, async (ctx, { id }) => {
  const begun = await beginEdition.call(ctx, { id });
  if (!begun) return;
  const { edition, digest, days, since, isLast } = begun;
  try {
    const composed = await compose(ctx, { digest, ...days, since, slotAt: edition.slotAt, by: id });
    const shown = {
      ...digest,
      ...days.about,
      composedAt: ctx.now,
      content: composed.content,
      figures: composed.figures.map((told, ordinal) => ({ ordinal, told, corrected: null })),
      correctedAt: null,
      way: 'planned' as const,
    };
    await noteComposed.call(ctx, { id, composed, hasRest: hasRest(shown) });
  } catch (error) {
    if (error instanceof Refusal) {
      const reason = [error.message, error.next].filter(Boolean).join(' ');
      return void (await giveUpEdition.call(ctx, { id, reason }));
    }
    if (isLast) {
      const reason = `it could not be composed. Reference: ${ctx.correlationId}.`;
      await giveUpEdition.call(ctx, { id, reason });
    }
    throw error;
  }
});

export const jobs = [composeEdition];

export const drawings = [
  draws(
    posted,
    // Everybody there reads the same.
    async (ctx, { facts }) => {
      const found = await getEdition.call(asSystem(ctx, 'a digest'), facts);
      return found && editionMessage(found);
    },
    {
      ended: async (ctx, { facts }, ending) => await editionEnded(ctx, facts.edition, ending),
      refused: async (ctx, { facts }) => await changeRefused.call(ctx, facts),
      isKnown: async (ctx, { facts }) => await isToldAlready.call(ctx, { id: facts.edition }),
    },
  ),
  draws(rest, async (ctx, { facts }) => {
    const found = await getEdition.call(asSystem(ctx, 'a digest'), facts);
    return found && restMessage(found);
  }),
];
