import { z } from 'zod';
import { personOf } from '../../../cases/reader.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { atInput, Refusal } from '../../../core/runtime/refusal.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { named } from '../../people/index.ts';
import { factsMoved } from '../counting/facts.ts';
import { expectOf } from '../keeping/expect.ts';
import { holdLine, keepRevisions, writeLines } from '../keeping/store.ts';
import { changeOf } from '../keeping/tell.ts';
import { giveDates } from '../permissions.ts';
import { datedLine, demandLine } from './get.ts';
import { dateDraft } from './model.ts';
import { dayPassed, notOpen, tooFar } from './refusals.ts';

const furthestMs = 2 * 366 * 86_400_000;

/**
 * Gives an open line another day: the first promise stays, and who said it, when and why is kept. Who watches its SKU hears it
 * once. The day that it has already changes nothing. Answers the day before.
 */
export const giveDate = mutation({
  name: 'purchases.new-date',
  permission: giveDates,
  input: dateDraft.extend({ id: z.uuid() }),
  async run(ctx, { id, on, reason, note }) {
    const { tx, now } = ctx;
    const person = personOf(ctx);
    const before = demandLine(await holdLine(tx, id));
    if (!before.open)
      throw new Refusal('conflict', notOpen(await datedLine({ scope: tx }, before)), {
        next: 'Look again with `/shipment inbound`.',
      });
    if (on === before.expectedOn) return { result: { changed: false, before: on }, changes: [] };
    if (on < dayIn(ctx.workspace.timeZone, now)) throw atInput('on', dayPassed);
    if (on > dayIn(ctx.workspace.timeZone, new Date(now.getTime() + furthestMs))) throw atInput('on', tooFar);
    const why = note === null ? reason : `${reason}: ${await named(tx, note)}`;
    const after = { ...before, expectedOn: on, promisedOn: before.promisedOn ?? on };
    await writeLines(tx, [after], now);
    await keepRevisions(tx, [
      { lineId: id, on, saidAt: now, by: { kind: 'person', id: person.id }, reason: why },
    ]);
    await expectOf(ctx, [{ before, after }], {
      id,
      before: before.expectedOn,
      reason: why,
      by: person.name,
    });
    return {
      result: { changed: true, before: before.expectedOn },
      changes: [changeOf(before, after, why)],
      facts: factsMoved([{ before, after }]),
    };
  },
});
