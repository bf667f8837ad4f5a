import { z } from 'zod';
import { bulkOf } from '../../core/declare/lists/bulk.ts';
import { listingOf, lists } from '../../core/declare/lists/listing.ts';
import { query } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { defineListing, listPageShape } from '../../core/tokens/listing.ts';
import { actOnMany, runBulks } from './permissions.ts';
import { findRun, listResults, tallyOf } from './store.ts';
import { someOf } from './words.ts';

const shown = 5;

/** A run as its end is told. Null: there is no such run. */
export const getEnded = query({
  name: 'bulk.get-ended',
  permission: runBulks,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const run = await findRun(ctx.scope, id);
    if (!run) return null;
    const tally = await tallyOf(ctx.scope, id);
    const { one } = listingOf(ctx, run.kind).kind;
    const what = someOf(tally.done ?? 0, run.count, one);
    const { ended, already = 'done before' } = bulkOf(ctx, run.action).acting.tell(what, run.params);
    return {
      run,
      tally,
      ended,
      already,
      skipped: await listResults(ctx.scope, run, { after: null, limit: shown, skipped: true }),
    };
  },
});

const filter = z.object({ run: z.uuid() });

export const resultList = defineListing({ id: 'bulk.results', title: 'Results', one: 'row', filter });

/** A page of a run's results, for whoever began it. */
export const resultPage = query({
  name: 'bulk.result-page',
  permission: actOnMany,
  input: listPageShape(filter, z.int()),
  async run(ctx, { filter: { run: id }, after, limit }) {
    const run = await findRun(ctx.scope, id);
    if (!run) throw new Refusal('not-found', 'These results are no longer kept.');
    if (ctx.actor.kind !== 'person' || ctx.actor.slackUserId !== run.slackUserId)
      throw new Refusal('not-allowed', 'These results are for whoever began it.');
    return await listResults(ctx.scope, run, { after, limit, skipped: false });
  },
});

export const wholeResults = lists(resultList, {
  page: resultPage,
  placeOf: ({ ordinal }) => ordinal,
  columns: {
    Row: ({ ordinal }) => ordinal,
    What: ({ label }) => label,
    'When selected': ({ seen }) => seen,
    Outcome: ({ outcome }) => outcome ?? 'not reached',
    Why: ({ said }) => said,
  },
});
