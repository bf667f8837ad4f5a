import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing, sharedFile } from '../../../../test/harness/import.ts';
import { getPerformance } from '../performance/get.ts';

const path = sharedFile('scms/SCMS_Delivery_History_Dataset.csv', 1);
const { prisma } = await testDatabase();

test.runIf(path)(
  'the SCMS file is purchase lines with their data faults listed, and changes nothing the second time',
  async () => {
    const content = readFileSync(path ?? '');
    const ctx = await newContext({ at: '2026-11-27T09:00:00Z' });
    const where = { workspaceId: ctx.workspace.id };
    const once = await importing(ctx, 'purchases FILE --preset scms', content);
    expect(once).toMatchObject({ read: 10_324, rejected: 0, rejects: null });
    expect(once.kinds[0]?.counts).toEqual({ added: 10_324, changed: 0, unchanged: 0, skipped: 0 });
    expect(once.kinds[0]?.facts).toEqual({
      lines: 10_324,
      orders: 6_233,
      'shipment notices': 7_030,
      'data faults: delivered before it was sent': 5,
      'data faults: recorded before it was delivered': 3,
      'data faults: the day it was sent is not known: Date Not Captured': 328,
      'data faults: the day it was sent is not known: N/A - From RDC': 5_404,
    });
    const count = async (more: object) => await prisma.purchaseLine.count({ where: { ...where, ...more } });
    expect(await count({})).toBe(10_324);
    expect(await count({ mode: 'N/A' })).toBe(360);
    expect(await count({ sentSaid: 'Date Not Captured', faults: { has: 'sent unknown' } })).toBe(328);
    expect(await count({ sentSaid: 'N/A - From RDC', faults: { has: 'sent unknown' } })).toBe(5_404);
    expect(await count({ faults: { has: 'delivered before sent' } })).toBe(5);
    expect(await count({ faults: { has: 'recorded before delivered' } })).toBe(3);
    expect(await count({ open: true })).toBe(0);
    expect(await count({ country: 'CI' })).toBe(1_083);
    const first = await prisma.purchaseLine.findFirstOrThrow({ where: { ...where, lineKey: 'SCMS-4\n1' } });
    expect(first).toMatchObject({
      source: 'scms',
      po: 'SCMS-4',
      notice: 'ASN-8',
      supplier: 'RANBAXY Fine Chemicals LTD.',
      mode: 'Air',
      country: 'CI',
      title: 'HIV, Reveal G3 Rapid HIV-1 Antibody Test, 30 Tests',
      code: null,
      ordered: 19,
      valueMinor: 55_100n,
      currency: 'USD',
      sentOn: null,
      promisedOn: new Date('2006-06-02T00:00:00Z'),
      deliveredOn: new Date('2006-06-02T00:00:00Z'),
      recordedOn: new Date('2006-06-02T00:00:00Z'),
    });
    const asked = { from: null, to: null };
    const [all, ...none] = await getPerformance.call(ctx, { ...asked, by: null });
    expect(none).toEqual([]);
    expect(all).toMatchObject({
      of: null,
      lines: { n: 9_138, d: 10_324 },
      orders: { n: 5_549, d: 6_233 },
      notices: { n: 6_225, d: 7_030 },
      window: { n: 6_945, d: 10_324 },
      openPast: 0,
      leadTime: { count: 4_587, p50: 92, p90: 208, negative: 5 },
    });
    expect(all?.leadTime.mean?.toFixed(4)).toBe('105.7983');
    expect(all?.leadTime.sd?.toFixed(4)).toBe('79.2862');
    const byMode = await getPerformance.call(ctx, { ...asked, by: 'mode' });
    expect(byMode.map(({ of, lines: { n, d } }) => [of, d, (n / d).toFixed(6)])).toEqual([
      ['Air', 6_113, '0.903975'],
      ['Truck', 2_830, '0.839223'],
      ['Air Charter', 650, '0.884615'],
      ['Ocean', 371, '0.824798'],
      ['N/A', 360, expect.any(String)],
    ]);
    const again = await importing(ctx, 'purchases FILE --preset scms', content);
    expect(again.kinds[0]?.counts).toEqual({ added: 0, changed: 0, unchanged: 10_324, skipped: 0 });
    expect(await count({})).toBe(10_324);
    expect(await prisma.purchasePromise.count({ where })).toBe(0);
  },
  120_000,
);
