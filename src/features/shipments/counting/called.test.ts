import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { foldAll } from '../../../../test/harness/facts.ts';
import { askFigure, rowsOf } from '../../../../test/harness/figures.ts';
import { scanned, tells } from '../../../../test/harness/shipment-story.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { saveCarrier } from '../../carriers/carrier/save.ts';
import { tellShipments } from '../index.ts';

const days = { from: '2026-03-01', to: '2026-04-01' };
const { prisma } = await testDatabase();

const calls = async (ctx: Context, name: string, service: string) =>
  await saveCarrier.call(ctx, { code: 'DHL', name, trackingUrl: null, services: `PAKET ${service}` });

async function split(ctx: Context, by: string) {
  const { parts } = await askFigure(ctx, 'valid_tracking', days, by);
  return (parts?.all ?? []).map(({ value, name, totals: [total] }) => [value, name, Number(total?.d)]);
}

test('a carrier that is called otherwise is shown so at once, and nothing of its parcels changes', async () => {
  const ctx = await newContext({ at: '2026-03-05T08:00:00Z' });
  await calls(ctx, 'DHL Germany', 'Parcel');
  const told = async (tracking: string, carrier: string, service: string) =>
    tells([scanned('2026-03-02 09:00', 'in_transit')], { tracking, about: { carrier, service } });
  await tellShipments.call(asSystem(ctx, 'test'), {
    statements: [
      await told('00340434292135100186', 'DHL', 'PAKET'),
      await told('00340434292135100193', 'dhl germany', 'Parcel'),
      await told('Z999', 'Bike Bob', 'by bike'),
    ],
  });
  await foldAll(ctx);
  expect(await split(ctx, 'carrier')).toEqual([
    ['DHL', 'DHL Germany', 2],
    ['Bike Bob', undefined, 1],
  ]);

  await calls(ctx, 'DHL eCommerce', 'Small parcel');
  expect(await prisma.factChange.count({ where: { workspaceId: ctx.workspace.id } })).toBe(0);
  expect(await split(ctx, 'carrier')).toEqual([
    ['DHL', 'DHL eCommerce', 2],
    ['Bike Bob', undefined, 1],
  ]);
  expect(await split(ctx, 'service')).toEqual([
    ['PAKET', 'Small parcel', 2],
    ['by bike', undefined, 1],
  ]);
  const [row] = await rowsOf(ctx, 'valid_tracking', days);
  expect(row?.values.slice(0, 2)).toContain('DHL eCommerce');
});
