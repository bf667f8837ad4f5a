import { z } from 'zod';
import { worksTogether } from '../../../core/declare/work.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { listOf } from '../../../core/text/sentence.ts';
import { defineWork } from '../../../core/tokens/work.ts';
import {
  codesKnown,
  type ListedCode,
  listedCodes,
  meaningOf,
  seriesWith,
  setMeaning,
  wasSent,
} from '../keeping/code-store.ts';
import { effectsOf } from '../keeping/effects.ts';
import { enterNumbers } from '../keeping/number-store.ts';
import { refold } from '../keeping/tell.ts';
import { mapCodes, seeCodes } from '../permissions.ts';
import { reasonInCode, reasons, statuses } from '../status/model.ts';
import { shipmentWatch } from '../watching/shipment-watch.ts';

/** More codes than anybody reads. */
const mostCodes = 500;

/** What a code may mean. */
export const meanings = [...statuses, ...reasons] as const;

const isOf = (some: readonly string[], one: string) => some.includes(one);
const spoken = (some: readonly string[]) =>
  listOf(
    some.map((one) => one.replaceAll('_', ' ')),
    'or',
  );
const reasonWanted = `A reason means ${spoken(reasons)}.`;
const statusWanted = `The code of a status means ${spoken(statuses)}.`;

/** The codes that nobody here knew, and what somebody said that they mean. */
export const getCodes = query({
  name: 'shipments.codes',
  permission: seeCodes,
  input: z.object({}),
  run: async ({ scope }): Promise<readonly ListedCode[]> => await listedCodes(scope, mostCodes),
});

/** A code means something else now: shipments with an event of it are folded again. */
const foldMapped = defineWork({ id: 'shipments.fold-mapped', data: z.object({}), together: 50 });

/**
 * Says what a code of a source means, a status or of a reason a reason, of all its events, past and to come; `unknown`: nobody knows any more. Answers how
 * many series are folded again.
 */
export const mapCode = mutation({
  name: 'shipments.map-code',
  permission: mapCodes,
  input: z.object({ source: z.string(), code: z.string().min(1).max(200), status: z.enum(meanings) }),
  async run(ctx, { source, code, status }) {
    if (!(await wasSent(ctx.tx, { source, code })))
      throw new Refusal('not-found', `No event had the code ${code}.`, { next: '`/ops map` lists them.' });
    const isReason = reasonInCode(code) !== null;
    if (status !== 'unknown' && (isReason ? !isOf(reasons, status) : !isOf(statuses, status)))
      throw new Refusal('invalid', isReason ? reasonWanted : statusWanted);
    // Alone with all numbers: who is telling of one reads the map before, and shows its scan only afterwards.
    await enterNumbers(ctx.tx, true);
    const before = meaningOf(await codesKnown(ctx.tx), { source, code });
    const after = status === 'unknown' ? null : status;
    await setMeaning(ctx.tx, { source, code }, after);
    const series = before === after ? [] : await seriesWith(ctx.tx, { source, code });
    const told = (one: string | null) => ({ code, status: one });
    return {
      result: { shipments: series.length },
      changes:
        before === after
          ? []
          : [{ subject: { kind: 'webhook source', id: source }, before: told(before), after: told(after) }],
      work: series.map((id) => foldMapped.on(id, {})),
    };
  },
});

export const mappedHandler = worksTogether(foldMapped, async (ctx, pieces) => {
  const told = await refold(ctx, [...new Set(pieces.map(({ subject }) => subject))]);
  const ids = told.changed.map(({ after }) => after.id);
  return { ...effectsOf(told), notifications: await shipmentWatch.follow(ctx, ids) };
});
