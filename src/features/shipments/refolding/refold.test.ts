import { beforeEach, expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { shipmentRows } from '../../../../test/harness/shipment-rows.ts';
import { scanned, tells } from '../../../../test/harness/shipment-story.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { foldVersion } from '../fold/model.ts';
import { tellShipments } from '../keeping/tell-shipments.ts';
import { refoldJob } from './jobs.ts';
import { refoldShipments } from './refold.ts';

const { prisma } = await testDatabase();
let ctx: Context;
beforeEach(async () => {
  ctx = asSystem(await newContext({ at: '2026-03-05T08:00:00Z' }), 'test');
});
const own = () => ({ workspaceId: ctx.workspace.id });
const numbered = (tracking: string, status: 'in_transit' | 'delivered') =>
  tells([scanned('2026-03-02 14:00', 'picked_up'), scanned('2026-03-03 14:00', status)], { tracking });
/** As an earlier release would have left them. */
const ages = async () =>
  await prisma.shipment.updateMany({ where: own(), data: { foldVersion: 0, status: 'pending' } });

test('open shipments of an earlier release are folded again without anybody telling of them, ended ones stay as they were judged', async () => {
  await tellShipments.call(ctx, { statements: [numbered('1', 'in_transit'), numbered('2', 'delivered')] });
  const before = await shipmentRows(prisma, ctx.workspace.id);
  await ages();
  await refoldJob.work(ctx, {});
  const rows = await prisma.shipment.findMany({ where: own(), orderBy: { tracking: 'asc' } });
  expect(rows).toMatchObject([
    { foldVersion, status: 'in_transit' },
    { foldVersion: 0, status: 'pending' },
  ]);
  const after = await shipmentRows(prisma, ctx.workspace.id);
  expect(after.shipments[0]).toEqual(before.shipments[0]);
  expect([after.events, after.words]).toEqual([before.events, before.words]);
  const audit = { ...own(), operation: 'shipments.refold' };
  expect(await prisma.auditEntry.findMany({ where: audit })).toMatchObject([{ after: { folded: 1 } }]);
  // There is nothing more to do.
  expect(await refoldShipments.call(ctx, { after: null })).toBeNull();
  expect(await prisma.auditEntry.count({ where: audit })).toBe(1);
});

test('more than one step takes are walked to their end', async () => {
  const statements = Array.from({ length: 510 }, (_, n) => numbered(`P${n}`, 'in_transit'));
  await tellShipments.call(ctx, { statements });
  await ages();
  expect(await refoldShipments.call(ctx, { after: null })).not.toBeNull();
  expect(await prisma.shipment.count({ where: { ...own(), foldVersion: 0 } })).toBe(10);
  await refoldJob.work(ctx, {});
  expect(await prisma.shipment.count({ where: { ...own(), foldVersion: 0 } })).toBe(0);
});
