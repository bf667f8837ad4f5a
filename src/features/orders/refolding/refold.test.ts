import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { givenOrders } from '../../../../test/harness/given-orders.ts';
import { importing } from '../../../../test/harness/import.ts';
import { moment, says } from '../../../../test/harness/statements.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { addDayOff } from '../../locations/index.ts';
import { foldVersion } from '../fold/model.ts';
import { tellOrders } from '../index.ts';
import { dropWaiting } from './drop-waiting.ts';
import { refoldOpen, refoldOpenJob } from './jobs.ts';
import { refoldOrders } from './refold.ts';

const { prisma } = await testDatabase();
const own = (ctx: Context) => ({ workspaceId: ctx.workspace.id });

test('open orders of an older release are folded without anybody telling of them, closed ones stay as they were judged', async () => {
  const ctx = asSystem(await newContext({ at: '2026-03-05T09:00:00Z' }), 'test');
  const given = givenOrders(prisma, ctx.workspace, () => ctx.now);
  const paidAt = new Date('2026-03-02T08:00:00Z');
  const older = { placedAt: paidAt, paidAt, foldVersion: 0 };
  await given('1', { ...older, stage: 'paid', lines: [{ code: 'MUG-01', ordered: 1 }] });
  await given('2', { ...older, stage: 'delivered', deliveredAt: ctx.now });
  expect(await refoldOrders.call(ctx, {})).toEqual({ isMore: false });
  expect(await prisma.order.findMany({ where: own(ctx), orderBy: { number: 'asc' } })).toMatchObject([
    { foldVersion, nextStop: 'unallocated' },
    { foldVersion: 0, nextStop: null },
  ]);
  const audit = { ...own(ctx), operation: 'orders.refold' };
  expect(await prisma.auditEntry.findMany({ where: audit })).toMatchObject([{ after: { folded: 1 } }]);
  await refoldOrders.call(ctx, {});
  expect(await prisma.auditEntry.count({ where: audit })).toBe(1);
});

/** An order for Hamburg that was paid on Friday at 15:59, one minute before the truck that nobody has set yet. */
async function paidOnFriday() {
  const ctx = asSystem(await newContext({ at: '2026-11-27T15:00:00Z' }), 'test');
  const location = await builders(prisma, ctx.workspace, ctx.now).location({ code: 'HAM', name: 'Hamburg' });
  const at = '2026-11-27 15:59';
  await tellOrders.call(ctx, {
    statements: [
      says(at, {
        order: { channel: 'shop', number: '#1042', external: null },
        header: {
          kind: 'sale',
          currency: 'EUR',
          placedAt: moment(at),
          shipCountry: 'DE',
          location: { source: 'ours', kind: 'location', externalId: location },
        },
        lines: {
          tells: 'whole',
          of: [{ id: '1', code: 'MUG-01', item: null, quantity: 1, unitPriceMinor: 1_450n }],
        },
        milestones: [{ what: 'paid', retracted: false, part: '', eventKey: null, at: moment(at) }],
      }),
    ],
  });
  const order = async () => {
    const [row] = await prisma.order.findMany({ where: own(ctx) });
    return row && { shipBy: row.shipBy, source: row.shipBySource, promised: row.promisedBy };
  };
  return { ctx, order };
}

const collections = 'location,carrier,weekdays,cut_off\nHAM,DHL,Mon–Fri,16:00';
const promises = 'country,handling_days,transit_days,valid_from\nDE,1,2,2026-11-27';

test('what the shop sets later counts for open orders: by when they ship, and what is promised', async () => {
  const { ctx, order } = await paidOnFriday();
  expect(await order()).toEqual({ shipBy: null, source: 'none', promised: null });
  await importing(ctx, 'carriers FILE', 'carrier\nDHL');
  await importing(ctx, 'collections FILE', collections);
  await importing(ctx, 'promises FILE', promises);
  expect(await refoldOpen(ctx)).toBe(1);
  // It leaves on Friday; three working days later, to the end of Wednesday, in Germany.
  expect(await order()).toEqual({
    shipBy: moment('2026-11-27 16:00'),
    source: 'rule',
    promised: moment('2026-12-03 00:00'),
  });
  // Nothing is another: nothing is written.
  expect(await refoldOpen(ctx)).toBe(0);
  const audit = { ...own(ctx), operation: 'orders.refold-these' };
  expect(await prisma.auditEntry.findMany({ where: audit })).toMatchObject([
    { after: { folded: 1, changed: 1 } },
  ]);
});

test('a rule that comes later does not change what was promised by the one before it', async () => {
  const { ctx, order } = await paidOnFriday();
  await importing(ctx, 'carriers FILE', 'carrier\nDHL');
  await importing(ctx, 'collections FILE', collections);
  await importing(ctx, 'promises FILE', `${promises}\nDE,0,1,2026-11-28`);
  await refoldOpen(ctx);
  expect((await order())?.promised).toEqual(moment('2026-12-03 00:00'));
});

test('a day off that is added moves by when it ships, and nothing that was promised', async () => {
  const { ctx, order } = await paidOnFriday();
  await importing(ctx, 'carriers FILE', 'carrier\nDHL');
  await importing(ctx, 'collections FILE', collections);
  await importing(ctx, 'promises FILE', promises);
  await refoldOpen(ctx);
  expect((await order())?.promised).toEqual(moment('2026-12-03 00:00'));
  for (const on of ['2026-11-27', '2026-11-30'])
    await addDayOff.call(ctx, { code: 'HAM', on, name: 'Stocktaking', works: false });
  expect(await refoldOpen(ctx)).toBe(1);
  expect(await order()).toEqual({
    shipBy: moment('2026-12-01 16:00'),
    source: 'rule',
    promised: moment('2026-12-03 00:00'),
  });
  expect((await prisma.order.findFirst({ where: own(ctx) }))?.promisedByRevised).toBeNull();
});

test('what waits for a SKU is dropped a month after its order has closed, and no sooner', async () => {
  const at = '2026-11-27 09:00';
  const ctx = asSystem(await newContext({ at: '2026-11-27T09:00:00Z' }), 'test');
  const told = (number: string, milestone: 'paid' | 'delivered' | 'cancelled', on: string) =>
    says(at, {
      order: { channel: 'shop', number, external: null },
      header: { kind: 'sale', currency: 'EUR', placedAt: moment('2026-09-01 09:00') },
      lines: {
        tells: 'whole',
        of: [{ id: '1', code: 'UNKNOWN-9', item: null, quantity: 1, unitPriceMinor: 100n }],
      },
      milestones: [
        ...(milestone === 'delivered'
          ? [{ what: 'handed_over' as const, retracted: false, part: '', eventKey: null, at: moment(on) }]
          : []),
        { what: milestone, retracted: false, part: '', eventKey: null, at: moment(on) },
      ],
    });
  await tellOrders.call(ctx, {
    statements: [
      told('1', 'paid', '2026-09-01 10:00'),
      told('2', 'delivered', '2026-10-27 09:00'),
      told('3', 'delivered', '2026-10-29 09:00'),
      told('4', 'cancelled', '2026-09-02 09:00'),
    ],
  });
  const waiting = async () => {
    const ids = (await prisma.work.findMany({ where: { ...own(ctx), state: 'parked' } })).map(
      ({ subject }) => subject,
    );
    const orders = await prisma.order.findMany({ where: { ...own(ctx), id: { in: ids } } });
    return orders.map(({ number }) => number).toSorted();
  };
  expect(await waiting()).toEqual(['1', '2', '3', '4']);
  await refoldOpenJob.work(ctx, {});
  expect(await waiting()).toEqual(['1', '3']);
  expect(await dropWaiting.call(ctx, {})).toEqual({ isMore: false });
});
