import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { beginMissingFacts, foldAll } from '../../../../test/harness/facts.ts';
import { askFigure, rowsOf, trendOf } from '../../../../test/harness/figures.ts';
import { givenOrders } from '../../../../test/harness/given-orders.ts';
import { collect } from '../../../core/runtime/effects.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { orderFacts } from '../facts-model.ts';

const { prisma } = await testDatabase();
const now = new Date('2026-03-05T08:00:00Z');
const at = (day: number, time: string) => new Date(`2026-03-0${day}T${time}:00Z`);

async function counting() {
  const ctx = await newContext({ at: now.toISOString() });
  const order = givenOrders(prisma, ctx.workspace, () => now);
  const counted = async (ids: readonly string[]) => {
    await beginMissingFacts(ctx);
    await inUnit(asSystem(ctx, 'test'), {}, async (unit) =>
      collect(unit.pending, { changes: [], facts: orderFacts.changed(ids) }),
    );
    await foldAll(ctx);
  };
  const waiting = async (kpi: string, from: string, to: string) =>
    (await trendOf(ctx, kpi, { from, to })).map(({ n }) => Number(n));
  return { ctx, order, counted, waiting };
}

test('the backlog of each evening follows from milestones and holds, also from those told late', async () => {
  const { ctx, order, counted, waiting } = await counting();
  const placedAt = at(1, '10:00');
  const sent = await order('sent', { placedAt, handedOverAt: at(3, '10:00') });
  await counted([
    sent,
    await order('open', { placedAt, allocatedAt: at(2, '10:00'), packedAt: at(4, '10:00') }),
    await order('held', { placedAt, holds: [{ from: at(2, '09:00'), until: at(4, '09:00') }] }),
    await order('cancelled', { placedAt, cancelledAt: at(1, '12:00') }),
    await order('tried', { placedAt, test: true }),
    await order('nothing is sent', { placedAt, digital: true }),
  ]);
  // Of Saturday nobody told anything: no data, and not none.
  // Sunday to Thursday, which is not over: sent is out on Tuesday, held counts again on Wednesday.
  expect(await waiting('backlog', '2026-02-28', '2026-03-06')).toEqual([3, 2, 1, 2, 2]);
  const parts = async (to: string) =>
    Object.fromEntries(
      ((await askFigure(ctx, 'backlog', { from: '2026-03-01', to }, 'reached')).parts?.all ?? []).map(
        ({ value, totals }) => [value, Number(totals[0]?.n)],
      ),
    );
  expect(await parts('2026-03-03')).toEqual({ allocated: 1, placed: 1 });
  expect(await parts('2026-03-06')).toEqual({ packed: 1, placed: 1 });
  const rows = await rowsOf(ctx, 'backlog', { from: '2026-03-01', to: '2026-03-03' });
  expect(rows.map(({ label }) => label).toSorted()).toEqual(['open', 'sent']);

  // The carrier's first scan comes later than it was made.
  await prisma.order.update({
    where: { workspaceId_id: { workspaceId: ctx.workspace.id, id: sent } },
    data: { handedOverAt: at(1, '15:00') },
  });
  await counted([sent]);
  expect(await waiting('backlog', '2026-02-28', '2026-03-06')).toEqual([2, 1, 1, 2, 2]);
});

test('past its promise is what is not delivered, from the moment on at which the promise ends', async () => {
  const { ctx, order, counted, waiting } = await counting();
  const placedAt = at(1, '10:00');
  const until = at(2, '23:00');
  const promised = { placedAt, promises: [{ on: new Date('2026-03-02'), until }] };
  await counted([
    await order('kept', { ...promised, deliveredAt: at(2, '22:59') }),
    await order('late', { ...promised, handedOverAt: at(2, '10:00'), deliveredAt: at(4, '10:00') }),
    await order('open', { ...promised, handedOverAt: at(2, '10:00') }),
    await order('cancelled before it left', { ...promised, cancelledAt: at(3, '10:00') }),
    await order('cancelled on its way', {
      ...promised,
      handedOverAt: at(2, '10:00'),
      cancelledAt: at(3, '10:00'),
    }),
    // Promised for today, in an hour: not late yet.
    await order('today', { placedAt, promises: [{ until: new Date(now.getTime() + 3_600_000) }] }),
  ]);
  // A promise for Monday ends with it: from Tuesday on.
  expect(await waiting('past_promise', '2026-03-02', '2026-03-06')).toEqual([0, 3, 2, 2]);
  const { figure } = await askFigure(ctx, 'past_promise', { from: '2026-03-05', to: '2026-03-06' });
  expect(figure.totals.map(({ n }) => n)).toEqual([2n]);
});

test('nobody waits: that is none, and no data before anything was told', async () => {
  const { ctx, order, counted } = await counting();
  const asked = { from: '2026-03-01', to: '2026-03-05' };
  expect((await askFigure(ctx, 'backlog', asked)).figure.totals).toEqual([]);
  await counted([await order('1', { placedAt: at(1, '10:00'), handedOverAt: at(3, '10:00') })]);
  expect((await askFigure(ctx, 'backlog', asked)).figure.totals.map(({ n }) => n)).toEqual([0n]);
});
