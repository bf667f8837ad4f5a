import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { foldedDemand, keptDemand } from '../harness/demand.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';
import { says, skuCodes, wholeOrder } from './sku-day.ts';

const rounds = Number(process.env.RACE_ROUNDS ?? 14);

test('two processes write lines of the same days, import the same orders and prove demand at once: nobody deadlocks, no proof finds anything, and each day ends as the sum of its lines', async () => {
  await using db = await prepared(1, ['viewer'], async (given) => {
    for (const code of skuCodes) await given.sku(code);
  });
  const results = await race(db.url, 'sku-day', rounds);
  expect([...new Set(pairs(results))]).toEqual(['told, 0 wrong / told, 0 wrong']);
  const { id } = await db.prisma.workspace.findFirstOrThrow();
  expect(await db.prisma.orderLine.count()).toBeGreaterThan(20);
  expect((await keptDemand(db.prisma, id)).length).toBeGreaterThan(0);
  expect(await keptDemand(db.prisma, id)).toEqual(await foldedDemand(db.prisma, id));
});

/** Until one of the database's transactions waits for a day that another holds. */
async function somebodyWaits(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const look = async () =>
    await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%sku_day%'",
    );
  while ((await look()).rows.length === 0) await wait(5);
  await client.end();
}

test.each([
  ['the last pieces of a day go, and others come', [5, 0], [0, 7], ['A 2026-03-01 7/0/0']],
  ['pieces come, and those of before go', [0, 7], [6, 0], ['A 2026-03-01 6/0/0']],
  ['all go, some of them later', [5, 7], [0, 0], []],
] as const)('%s: whoever waits goes by what the other has left', async (_, before, after, kept) => {
  await using db = await prepared(1, ['viewer'], async (given) => void (await given.sku('A')));
  const workspace = await db.prisma.workspace.findFirstOrThrow();
  const ctx = { workspace, now: systemClock.now() };
  const placedAt = new Date('2026-03-01T10:00:00Z');
  const becomes = async (number: string, ordered: number, then: () => Promise<void> = async () => {}) =>
    await db.database.transaction(workspace.id, async (tx) => {
      const lines = ordered > 0 ? [{ code: 'A', pieces: ordered }] : [];
      await says(ctx, tx, wholeOrder(number, placedAt, lines));
      await then();
    });
  await becomes('one', before[0]);
  await becomes('two', before[1]);
  let second: Promise<void> | null = null;
  // The first holds the day until the second waits for it.
  await becomes('one', after[0], async () => {
    second = becomes('two', after[1]);
    await somebodyWaits(db.url);
  });
  await second;
  expect(await keptDemand(db.prisma, workspace.id)).toEqual(kept);
  expect(await foldedDemand(db.prisma, workspace.id)).toEqual(kept);
});
