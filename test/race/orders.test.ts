import { expect, test } from 'vitest';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { builders } from '../harness/builders.ts';
import { orderRows } from '../harness/order-rows.ts';
import { ids } from '../harness/order-story.ts';
import { moment } from '../harness/statements.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

const rounds = Number(process.env.RACE_ROUNDS ?? 12);

/** The SKUs of the order of the story, and its location with something of each, which are known from before. */
async function stocked(prisma: PrismaClient): Promise<void> {
  for (const workspace of await prisma.workspace.findMany()) {
    const given = builders(prisma, workspace, moment('2026-11-20 09:00'));
    const id = await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
    const named = { source: 'shop', kind: 'location', externalId: 'HAM', id };
    await prisma.externalRef.create({ data: { workspaceId: workspace.id, ...named } });
    for (const line of ids) await given.stock(await given.sku(`SKU-${line}`), id, 50);
  }
}

/** What the legs of each moment make together, and which levels are not the sum of theirs. */
async function ledger(prisma: PrismaClient, workspaceId: string): Promise<object> {
  return {
    legs: await prisma.$queryRaw<object[]>`
      SELECT s.code, g.bucket, g.occurred_at, sum(g.quantity)::int AS quantity FROM ledger_leg g
      JOIN sku s ON s.workspace_id = g.workspace_id AND s.id = g.sku_id
      WHERE g.workspace_id = ${workspaceId}::uuid GROUP BY 1, 2, 3 HAVING sum(g.quantity) <> 0 ORDER BY 1, 2, 3`,
    wrong: await prisma.$queryRaw<object[]>`
      SELECT l.sku_id, l.bucket, l.quantity FROM level l WHERE l.workspace_id = ${workspaceId}::uuid AND l.quantity <> coalesce((
        SELECT sum(g.quantity) FROM ledger_leg g WHERE g.workspace_id = l.workspace_id AND g.sku_id = l.sku_id
          AND g.location_id = l.location_id AND g.bucket = l.bucket), 0)`,
  };
}

test('two processes tell one new order at once, twice and in other orders, beside its levels and a file of the same: every time it ends as if one had told it alone, in the ledger too', async () => {
  await using db = await prepared(rounds, ['viewer']);
  await stocked(db.prisma);
  const results = await race(db.url, 'orders', rounds);
  expect([...new Set(pairs(results))]).toEqual(['told / told']);
  const [alone, ...others] = await db.prisma.workspace.findMany({ orderBy: { slackTeamId: 'asc' } });
  const expected = await orderRows(db.prisma, alone?.id ?? '');
  expect(expected).toMatchObject({ orders: [{}, {}, {}] });
  // Three lines were taken and went, and a piece of one came back.
  const { bookings } = expected;
  expect(bookings.map(({ what }) => what).sort()).toEqual([
    'allocate',
    'allocate',
    'allocate',
    'return',
    'ship',
    'ship',
    'ship',
  ]);
  const booked = await ledger(db.prisma, alone?.id ?? '');
  expect(booked).toMatchObject({ wrong: [] });
  for (const { id } of others) {
    expect(await orderRows(db.prisma, id)).toEqual(expected);
    expect(await ledger(db.prisma, id)).toEqual(booked);
  }
});
