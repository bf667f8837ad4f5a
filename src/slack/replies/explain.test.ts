import { expect, test } from 'vitest';
import { newContext } from '../../../test/harness/database.ts';
import { loggedErrors, watchedLog } from '../../../test/harness/log.ts';
import { systemClock } from '../../core/runtime/clock.ts';
import type { Context } from '../../core/runtime/context.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { keepOutages } from '../../db/trouble/outages.ts';
import { explain } from './explain.ts';

async function given(): Promise<{ ctx: Context; warnings: string[] }> {
  const warnings: string[] = [];
  const log = { ...watchedLog(), warn: (_: object, message: string) => void warnings.push(message) };
  const ctx = await newContext();
  const database = { ...ctx.engine.database, outages: keepOutages(systemClock, log as never) };
  return { ctx: { ...ctx, engine: { ...ctx.engine, database } }, warnings };
}

const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

test('during an outage everybody reads that nothing was done, without a reference; the log has one line', async () => {
  const { ctx, warnings } = await given();
  for (let n = 0; n < 5; n += 1) {
    const { text } = explain(away, ctx, '/stock');
    expect(text).toBe('I cannot reach my records just now. Nothing was done. Try again in a minute.');
  }
  expect(warnings).toEqual(['an outage of the database has begun']);
});

test('an outage after the commit: the answer says that it was done, without a reference', async () => {
  const { ctx, warnings } = await given();
  const { text } = explain(away, ctx, '/stock', true);
  expect(text).toContain('It was done');
  expect(text).not.toContain('QM-');
  expect(warnings).toHaveLength(1);
});

test('a refusal is shown as written; a bug is logged under a reference that the person reads', async () => {
  const { ctx } = await given();
  const errors = loggedErrors();
  expect(explain(new Refusal('conflict', 'Somebody was faster.'), ctx, 'press').text).toBe(
    'Somebody was faster.',
  );
  expect(errors).toHaveLength(0);
  expect(explain(new Error('no such column'), ctx, 'press').text).toMatch(/nothing was changed.*QM-/);
  expect(errors).toHaveLength(1);
});
