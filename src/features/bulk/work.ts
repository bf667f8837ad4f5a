import { does } from '../../core/declare/job.ts';
import { Already, bulkOf } from '../../core/declare/lists/bulk.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { asPerson } from '../people/index.ts';
import { bulkJob } from './job.ts';
import type { Item, Outcome, Run } from './model.ts';
import { actOnRow, Changed, finishRun, goOn, nextRows, noteRow } from './run.ts';

/** So many rows are one job, which takes about a minute: a process that died is noticed by a job that takes longer. */
const shift = 1_000;

/** Does the rows of a run, one after the other. A process that dies leaves its place to another. */
export const runBulk = does(bulkJob, async (ctx, { run: id }) => {
  let left = shift;
  for (let next = await nextRows.call(ctx, { run: id }); next; next = await nextRows.call(ctx, { run: id })) {
    const { run, rows } = next;
    bulkOf(ctx, run.action);
    if (rows.length === 0) return void (await finishRun.call(ctx, { run: id, stopped: null }));
    let person: Context;
    try {
      person = await asPerson(ctx, run.slackUserId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return void (await finishRun.call(ctx, { run: id, stopped: error.message }));
    }
    for (const row of rows) await doRow(ctx, person, run, row);
    left -= rows.length;
    if (left <= 0) return void (await goOn.call(ctx, { run: id }));
  }
});

async function doRow(ctx: Context, person: Context, run: Run, row: Item): Promise<void> {
  const leave = async (outcome: Outcome, said: string) =>
    await noteRow.call(ctx, { run: run.id, ordinal: row.ordinal, outcome, said });
  try {
    await actOnRow.call(person, { run, row });
  } catch (error) {
    if (error instanceof Already) return void (await leave('already', error.message));
    if (error instanceof Changed) return void (await leave('changed', error.message));
    if (error instanceof Refusal)
      return void (await leave('refused', [error.message, error.next].filter(Boolean).join(' ')));
    // Without the database the whole run waits.
    if (ctx.engine.database.trouble(error) !== null) throw error;
    ctx.log.error({ err: error, run: run.id, ordinal: row.ordinal }, 'a row of a bulk run broke');
    await leave('failed', `Something broke on our side. Reference: ${ctx.correlationId}.`);
  }
}
