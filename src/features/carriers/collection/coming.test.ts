import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { collectionsOf, comingCollection, nextCollection, takenBy } from '../index.ts';

const { prisma, database } = await testDatabase();

async function shop() {
  const ctx = await newContext();
  const given = builders(prisma, ctx.workspace, ctx.now);
  const hamburg = await given.location({ code: 'HAM', name: 'Hamburg' });
  await given.location({ code: 'AMZ', name: 'Amazon' });
  const holiday = { place: hamburg, on: new Date('2026-11-30'), name: 'Stocktake', works: false };
  await prisma.holiday.create({ data: { workspaceId: ctx.workspace.id, ...holiday } });
  await importing(ctx, 'carriers FILE', 'carrier,service\nDHL,EXPRESS\nUPS,');
  const rows =
    'location,carrier,service,weekdays,cut_off\nHAM,DHL,,Mon–Fri,16:00\nHAM,DHL,EXPRESS,Mon–Fri,16:45';
  await importing(ctx, 'collections FILE', rows);
  return ctx;
}

test('the next collection of a location goes by its calendar, its carrier and its service', async () => {
  const ctx = await shop();
  const next = async (location: string, carrier: string | null, service: string | null, at: string) =>
    (
      await comingCollection.call(ctx, { location, carrier, service, at: new Date(at) })
    )?.cutOffAt.toISOString();
  expect(await next('ham', null, null, '2026-11-27T15:00:00Z')).toBe('2026-11-27T15:00:00.000Z');
  // Monday is a day off.
  expect(await next('HAM', 'dhl', null, '2026-11-27T15:00:01Z')).toBe('2026-12-01T15:00:00.000Z');
  expect(await next('HAM', 'DHL', 'express', '2026-11-27T15:00:01Z')).toBe('2026-11-27T15:45:00.000Z');
  expect(await next('HAM', 'DHL', 'unknown', '2026-11-27T15:00:01Z')).toBe('2026-12-01T15:00:00.000Z');
  expect(await next('HAM', 'UPS', null, '2026-11-27T10:00:00Z')).toBeUndefined();
  expect(await next('HAM', 'GLS', null, '2026-11-27T10:00:00Z')).toBeUndefined();
  expect(await next('AMZ', null, null, '2026-11-27T10:00:00Z')).toBeUndefined();
  expect(await next('XYZ', null, null, '2026-11-27T10:00:00Z')).toBeUndefined();
});

test('whoever asks about many orders reads a location once', async () => {
  const ctx = await shop();
  const scope = database.scope(ctx.workspace.id);
  const { collections, calendar } = await collectionsOf({ scope, workspace: ctx.workspace }, 'HAM');
  const any = takenBy(collections, { carrierId: null, serviceId: null });
  expect(collections).toHaveLength(2);
  expect(nextCollection(any, calendar, new Date('2026-11-27T12:00:00Z'))?.day).toBe('2026-11-27');
});
