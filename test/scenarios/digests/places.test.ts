import { expect, test } from 'vitest';
import { addException } from '../../../src/features/carriers/index.ts';
import { addDayOff } from '../../../src/features/locations/index.ts';
import { newContext, testDatabase } from '../../harness/database.ts';
import { linesOf, sectionIn } from '../../harness/digest.ts';
import { importing } from '../../harness/import.ts';
import { openShop } from '../../harness/shop.ts';

// A Monday, 06:15 in Hamburg.
const at = '2026-03-02T05:15:00Z';

/** Hamburg, where DHL collects at 16:00 and its Express at 14:00, and New York with UPS at 15:30 there. */
async function withCollections() {
  const ctx = await newContext({ at });
  await importing(
    ctx,
    'locations FILE',
    'code,name,kind,time_zone\nHAM,Hamburg,warehouse,Europe/Berlin\nNYC,New York,warehouse,America/New_York',
  );
  await importing(ctx, 'carriers FILE', 'carrier,service,name\nDHL,,\nDHL,EXPRESS,Express\nUPS,,\n');
  await importing(
    ctx,
    'collections FILE',
    'location,carrier,service,weekdays,cut_off\nHAM,DHL,,Mon–Fri,16:00\nHAM,DHL,EXPRESS,Mon–Fri,14:00\nNYC,UPS,,Mon–Fri,15:30\n',
  );
  return ctx;
}

test('the collections of today by their cut-offs, each on the clock of its location', async () => {
  const ctx = await withCollections();
  const part = await sectionIn(ctx, 'carriers.collections');
  expect(part).toMatchObject({
    finding: '3 collections to come today, the first cut-off Mon 2 Mar 14:00 CET (DHL Express, Hamburg)',
    urgency: 'note',
    total: 3,
  });
  expect(linesOf(part)).toEqual([
    'DHL Express, Hamburg · cut-off Mon 2 Mar 14:00 CET',
    'DHL, Hamburg · cut-off Mon 2 Mar 16:00 CET',
    'UPS, New York · cut-off Mon 2 Mar 15:30 EST',
  ]);
  // In New York it is still Sunday.
  const earlier = await sectionIn({ ...ctx, now: new Date('2026-03-02T04:30:00Z') }, 'carriers.collections');
  expect(earlier?.total).toBe(2);
  const later = await sectionIn({ ...ctx, now: new Date('2026-03-02T13:30:00Z') }, 'carriers.collections');
  expect(linesOf(later)).toEqual([
    'DHL, Hamburg · cut-off Mon 2 Mar 16:00 CET',
    'UPS, New York · cut-off Mon 2 Mar 15:30 EST',
  ]);
  expect(
    await sectionIn({ ...ctx, now: new Date('2026-03-01T09:00:00Z') }, 'carriers.collections'),
  ).toBeNull();
});

test('a carrier that stays away, and one that comes earlier, say why', async () => {
  const ctx = await withCollections();
  const { prisma } = await testDatabase();
  const all = await prisma.collection.findMany({ where: { workspaceId: ctx.workspace.id } });
  const idOf = (cutOff: string) => all.find((one) => one.cutOff === cutOff)?.id ?? '';
  const day = { on: '2026-03-02', pickUp: null };
  await addException.call(ctx, { ...day, id: idOf('14:00'), comes: 'none', cutOff: null, why: 'Strike' });
  const other = { ...day, comes: 'other', cutOff: '12:00', why: 'Carnival' } as const;
  await addException.call(ctx, { ...other, id: idOf('16:00') });
  const part = await sectionIn(ctx, 'carriers.collections');
  expect(part).toMatchObject({
    finding:
      '2 collections to come today, the first cut-off Mon 2 Mar 12:00 CET (DHL, Hamburg), 1 stays away',
    urgency: 'look',
  });
  expect(linesOf(part)).toEqual([
    'DHL Express, Hamburg · does not come today (Strike)',
    'DHL, Hamburg · cut-off Mon 2 Mar 12:00 CET (Carnival)',
    'UPS, New York · cut-off Mon 2 Mar 15:30 EST',
  ]);

  await addDayOff.call(ctx, { code: 'HAM', on: '2026-03-03', name: 'Stocktaking', works: false });
  const tuesday = { ...ctx, now: new Date('2026-03-03T05:15:00Z') };
  expect((await sectionIn(tuesday, 'carriers.collections'))?.finding).toBe(
    '1 collection to come today, cut-off Tue 3 Mar 15:30 EST (UPS, New York), 2 stay away',
  );
  expect(linesOf(await sectionIn(tuesday, 'carriers.collections'))).toEqual([
    'DHL Express, Hamburg · does not come today (Stocktaking)',
    'DHL, Hamburg · does not come today (Stocktaking)',
    'UPS, New York · cut-off Tue 3 Mar 15:30 EST',
  ]);
  await addDayOff.call(ctx, { code: 'NYC', on: '2026-03-03', name: 'Stocktaking', works: false });
  expect((await sectionIn(tuesday, 'carriers.collections'))?.finding).toBe(
    'No collection comes today: 3 stay away',
  );
});

test('closed days of the next week, each once with whom it closes', async () => {
  const ctx = await withCollections();
  expect(await sectionIn(ctx, 'locations.closures')).toBeNull();
  await addDayOff.call(ctx, { code: 'HAM', on: '2026-03-05', name: 'Stocktaking', works: false });
  // A Sunday is none, and the week after is another digest's.
  await addDayOff.call(ctx, { code: 'HAM', on: '2026-03-08', name: 'Sunday', works: false });
  await addDayOff.call(ctx, { code: 'HAM', on: '2026-03-09', name: 'Later', works: false });
  expect(await sectionIn(ctx, 'locations.closures')).toMatchObject({
    finding: 'Hamburg closed Thu 5 Mar (Stocktaking)',
    urgency: 'note',
    total: 1,
  });
  await addDayOff.call(ctx, { code: 'NYC', on: '2026-03-05', name: 'Stocktaking', works: false });
  await addDayOff.call(ctx, { code: 'NYC', on: '2026-03-04', name: 'Move', works: false });
  const part = await sectionIn(ctx, 'locations.closures');
  expect(part?.finding).toBe('2 closed days in the next week, the first Wed 4 Mar: New York');
  expect(linesOf(part)).toEqual(['Wed 4 Mar · Move · New York', 'Thu 5 Mar · Stocktaking · all 2 locations']);
});

test('the health of the bot is said when all is well too, and opens what /ops health shows', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 1 } });
  const health = async () => {
    const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
    return await sectionIn(ctx, 'ops.health');
  };
  const well = await health();
  expect(well?.finding).toMatch(/^All is well: /);
  expect(well).toMatchObject({ urgency: 'note', lines: [], total: 0 });
  await shop.comes('2026-03-05T08:00:00Z');
  const part = await health();
  expect(part?.finding).toBe('1 thing to look at: Feeds');
  expect(part).toMatchObject({ urgency: 'look', total: 1 });
  expect(linesOf(part)[0]).toMatch(/^Feeds: /);
  expect(part?.open?.text.text).toBe('Health');
});
