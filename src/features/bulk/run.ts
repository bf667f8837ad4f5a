import { z } from 'zod';
import { bulkOf } from '../../core/declare/lists/bulk.ts';
import type { SelectedRow } from '../../core/declare/lists/listing.ts';
import { mutation, query } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { bulkJob } from './job.ts';
import { type Item, mostSelected, type Outcome, outcomes, type Run } from './model.ts';
import { bulkEnded } from './notifications.ts';
import { actOnMany, runBulks } from './permissions.ts';
import {
  endRun,
  findRun,
  holdRun,
  insertResult,
  insertResults,
  listLeft,
  noteMade,
  tallyOf,
} from './store.ts';

const atOnce = 100;

/** A run with the next of its rows that have no result. Null: there is no such run, or it has ended. */
export const nextRows = query({
  name: 'bulk.next-rows',
  permission: runBulks,
  input: z.object({ run: z.uuid() }),
  async run(ctx, { run: id }) {
    const run = await findRun(ctx.scope, id);
    return run?.state === 'running' ? { run, rows: await listLeft(ctx.scope, run, atOnce) } : null;
  },
});

/** The row was no longer as it was selected. */
export class Changed extends Refusal {}

/** Acts on one row as the person, with its result in the same transaction. A row that has changed is left alone. */
export const actOnRow = mutation({
  name: 'bulk.act-on-row',
  permission: actOnMany,
  input: z.object({
    run: z.custom<Run>(),
    row: z.object({ ordinal: z.int(), ref: z.string(), seen: z.string() }),
  }),
  async run(ctx, { run, row }) {
    const { acting } = bulkOf(ctx, run.action);
    if (acting.on !== 'each') throw new Error(`${run.action} is for all rows together.`);
    // Another process may be at the same row after this one stood still: the first insert wins.
    if (!(await insertResult(ctx.tx, run.id, row.ordinal, { outcome: 'done', said: null })))
      return { result: null, changes: [] };
    const changed = changeOf(row, (await acting.look(ctx, row.ref)) ?? undefined);
    if (changed !== null) throw new Changed('conflict', changed);
    await acting.act(ctx, row.ref, run.params);
    return { result: null, changes: [] };
  },
});

/** In which way a row is no longer as it was selected; null: it still is. */
function changeOf({ seen }: Pick<Item, 'seen'>, now: SelectedRow | undefined): string | null {
  if (!now) return 'It is gone.';
  return now.seen === seen ? null : `Selected as “${seen}”, now “${now.seen}”.`;
}

/**
 * Acts once on all rows of a run as the person, with the result of each in the same transaction. Rows that have changed are
 * left alone. A second process finds no row left.
 */
export const actOnRows = mutation({
  name: 'bulk.act-on-rows',
  permission: actOnMany,
  input: z.object({ run: z.custom<Run>() }),
  async run(ctx, { run }) {
    const { acting } = bulkOf(ctx, run.action);
    if (acting.on !== 'all') throw new Error(`${run.action} is for each row by itself.`);
    const held = await holdRun(ctx.tx, run.id);
    const rows = held ? await listLeft(ctx.tx, run, mostSelected) : [];
    if (!held || rows.length === 0) return { result: null, changes: [] };
    const now = await acting.look(
      ctx,
      rows.map(({ ref }) => ref),
    );
    const changes = new Map(rows.map((row) => [row.ref, changeOf(row, now.get(row.ref))]));
    const refs = rows.flatMap(({ ref }) => (changes.get(ref) === null ? [ref] : []));
    const { selectionId: selection } = run;
    const { issue, before } =
      refs.length === 0
        ? { issue: null, before: new Map<string, string>() }
        : await acting.act(ctx, { selection, filter: held.filter, refs }, run.params);
    const results = rows.map(({ ordinal, ref }) => {
      const changed = changes.get(ref) ?? null;
      const already = before.get(ref) ?? null;
      const outcome: Outcome = changed !== null ? 'changed' : already !== null ? 'already' : 'done';
      return { ordinal, outcome, said: changed ?? already };
    });
    await insertResults(ctx.tx, run.id, results);
    if (issue) await noteMade(ctx.tx, run.id, { issueId: issue.id, made: `#${issue.number} ${issue.title}` });
    return { result: null, changes: [] };
  },
});

/** Notes why a row was left alone. */
export const noteRow = mutation({
  name: 'bulk.note-row',
  permission: runBulks,
  input: z.object({ run: z.uuid(), ordinal: z.int(), outcome: z.enum(outcomes), said: z.string() }),
  async run(ctx, { run, ordinal, outcome, said }) {
    await insertResult(ctx.tx, run, ordinal, { outcome, said });
    return { result: null, changes: [] };
  },
});

/** Ends a run and tells whoever began it. `stopped`: why it did not come to its end. */
export const finishRun = mutation({
  name: 'bulk.finish',
  permission: runBulks,
  input: z.object({ run: z.uuid(), stopped: z.string().nullable() }),
  async run(ctx, { run: id, stopped }) {
    const state = stopped === null ? 'ended' : 'stopped';
    const run = await findRun(ctx.tx, id);
    if (!run || !(await endRun(ctx.tx, id, { state, reason: stopped, now: ctx.now })))
      return { result: null, changes: [] };
    const tally = await tallyOf(ctx.tx, id);
    return {
      result: null,
      changes: [
        { subject: { kind: 'bulk run', id }, before: { state: 'running' }, after: { state, ...tally } },
      ],
      notifications: [bulkEnded.about(id, run.slackUserId, null)],
    };
  },
});

/** Hands the rows that are left to a new job. */
export const goOn = mutation({
  name: 'bulk.go-on',
  permission: runBulks,
  input: z.object({ run: z.uuid() }),
  run: async (_, { run }) => ({ result: null, changes: [], jobs: [bulkJob.with({ run })] }),
});
