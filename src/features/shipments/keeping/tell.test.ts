import { expect, test } from 'vitest';
import { type Chance, chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { shipmentRows } from '../../../../test/harness/shipment-rows.ts';
import {
  about,
  scanned,
  shipmentStory,
  shuffledShipments,
  tells,
} from '../../../../test/harness/shipment-story.ts';
import { moment } from '../../../../test/harness/statements.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { type ShipmentStatement, tellShipments } from '../index.ts';

const { prisma } = await testDatabase();
const shuffles = 60;

async function telling(ctx: Context, ...statements: readonly ShipmentStatement[]) {
  return await tellShipments.call(asSystem(ctx, 'test'), { statements: [...statements] });
}
const rowsOf = async (ctx: Context) => await shipmentRows(prisma, ctx.workspace.id);
const shipmentsOf = async ({ workspace }: Context) =>
  await prisma.shipment.findMany({ where: { workspaceId: workspace.id }, orderBy: { beganAt: 'asc' } });
const audited = async ({ workspace }: Context) =>
  await prisma.auditEntry.count({ where: { workspaceId: workspace.id, operation: 'shipments.tell' } });

function inBatches(statements: readonly ShipmentStatement[], { below }: Chance) {
  const left = [...statements];
  const batches: ShipmentStatement[][] = [];
  while (left.length > 0) batches.push(left.splice(0, 1 + below(6)));
  return batches;
}

test('any order of arrival, with repetitions and in batches of any size, ends in the same rows', async () => {
  const chance = chanceFrom(45);
  const once = await newContext();
  await telling(once, ...shipmentStory);
  const expected = await rowsOf(once);
  expect(expected.numbers).toHaveLength(2);
  expect(expected.shipments.map((one) => (one as { status?: string }).status).sort()).toEqual([
    'delivered',
    'picked_up',
    'return_to_sender',
  ]);
  for (let n = 0; n < shuffles; n += 1) {
    const ctx = await newContext();
    for (const batch of inBatches(shuffledShipments(chance), chance)) await telling(ctx, ...batch);
    expect(await rowsOf(ctx), `shuffle ${n}`).toEqual(expected);
  }
});

test('what was told before changes nothing and leaves no trace', async () => {
  const ctx = await newContext();
  await telling(ctx, ...shipmentStory);
  const before = [await rowsOf(ctx), await shipmentsOf(ctx), await audited(ctx)];
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
  expect(await telling(later, ...shipmentStory)).toEqual({ changed: [], events: 0, words: 0 });
  expect([await rowsOf(ctx), await shipmentsOf(ctx), await audited(ctx)]).toEqual(before);
});

test('a shipment keeps its row when another is found before it, and when its number is another', async () => {
  const ctx = await newContext();
  await telling(ctx, tells([scanned('2026-11-24 12:00', 'picked_up')]));
  const [present] = await shipmentsOf(ctx);
  await telling(
    ctx,
    tells([scanned('2026-01-05 18:00', 'picked_up'), scanned('2026-01-07 10:00', 'delivered')]),
  );
  const [past, same] = await shipmentsOf(ctx);
  expect([past?.status, same?.id, same?.status]).toEqual(['delivered', present?.id, 'picked_up']);

  const renumbered = { tracking: 'JJD000390007', formerly: ['00340434292135100186'] };
  await telling(ctx, tells([scanned('2026-11-24 20:00', 'in_transit')], { tracking: 'JJD000390007' }));
  expect(await shipmentsOf(ctx)).toHaveLength(3);
  await telling(ctx, about('2026-11-24 21:00', { service: 'Express' }, renumbered));
  const joined = await shipmentsOf(ctx);
  expect(joined.map(({ tracking, status }) => [tracking, status])).toEqual([
    ['00340434292135100186', 'delivered'],
    ['JJD000390007', 'in_transit'],
  ]);
  expect(joined[1]?.serviceSaid).toBe('Express');
});

test('its carrier and service are ours, however they are written, once they are known', async () => {
  const ctx = await newContext();
  const { id: carrierId } = await prisma.carrier.create({
    data: { workspaceId: ctx.workspace.id, id: crypto.randomUUID(), code: 'DHL', name: 'DHL Paket' },
  });
  await telling(ctx, about('2026-11-24 12:00', { carrier: 'dhl paket', service: 'V01PAK' }));
  const [shipment] = await shipmentsOf(ctx);
  expect(shipment).toMatchObject({ carrierId, carrierSaid: 'dhl paket', serviceId: null, status: 'unknown' });
});

test('the audit log says what of a shipment is another, and by whom', async () => {
  const ctx = await newContext();
  await telling(ctx, tells([scanned('2026-11-24 12:00', 'picked_up')]));
  await telling(ctx, tells([scanned('2026-11-25 10:00', 'delivered')]));
  const [, last] = await prisma.auditEntry.findMany({
    where: { workspaceId: ctx.workspace.id, operation: 'shipments.tell' },
    orderBy: { id: 'asc' },
  });
  expect(last?.after).toMatchObject({
    status: 'delivered',
    deliveredAt: moment('2026-11-25 10:00').toISOString(),
    scanDueAt: null,
  });
});

test('whatever code a corrected scan has, somebody can say what it means', async () => {
  const ctx = await newContext();
  const where = { workspaceId: ctx.workspace.id };
  const said = (code: string, status: 'in_transit' | 'unknown') =>
    tells([scanned('2026-03-04 09:00', status, { key: 'scan 1', code })]);
  await telling(ctx, said('in transit', 'in_transit'));
  // Of two versions of a scan one counts, whichever came first: of these some do.
  for (const code of ['A1', 'B2', 'C3', 'D4', 'E5', 'F6']) await telling(ctx, said(code, 'unknown'));
  const [event] = await prisma.shipmentEvent.findMany({ where });
  const known = await prisma.unknownCode.findMany({ where });
  expect(event?.status).toBe('unknown');
  expect(known.map(({ code }) => code)).toContain(event?.code);
  const { length } = known;
  for (const code of ['A1', 'B2', 'C3', 'D4', 'E5', 'F6']) await telling(ctx, said(code, 'unknown'));
  expect((await prisma.unknownCode.findMany({ where })).map(({ count }) => count)).toEqual(
    Array.from({ length }, () => 1),
  );
});
