import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { onTimeOf, postedDigests } from '../../../../test/harness/posted-digest.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { correctAll } from './correct-all.ts';
import { getNoted } from './get.ts';

const at = new Date('2026-03-05T09:10:00Z');
const morning = new Date('2026-03-05T07:30:00Z');
const { prisma } = await testDatabase();

/** A post of Wednesday's 94.1 %, of 941 of 1,000. */
async function posted({ tolerance = 1 } = {}) {
  const { workspace } = await newContext({ at: at.toISOString() });
  const given = postedDigests(prisma, workspace, morning);
  await given.counted();
  const told = onTimeOf('2026-03-04', 941, 1_000, '94.1 %');
  const digest = await given.digest({ tolerance });
  const edition = await given.edition(digest, morning, told);
  const ctx = async (moment: string) => asSystem(await newContext({ workspace, at: moment }), 'digests');
  return {
    ...given,
    workspaceId: workspace.id,
    told,
    digest,
    posts: async (...figures: readonly PostedFigure[]) => await given.edition(digest, morning, ...figures),
    /** Corrects all that there is to be corrected. Returns what was corrected so far. */
    async looks(moment = at.toISOString()) {
      await correctAll(await ctx(moment));
      const all = await prisma.digestRestatement.findMany({
        where: { workspaceId: workspace.id },
        orderBy: [{ at: 'asc' }, { ordinal: 'asc' }],
      });
      return all.map(({ before, after }) => `${before} → ${after}`);
    },
    edition,
    async notes() {
      return await prisma.message.findMany({
        where: { workspaceId: workspace.id, kind: 'digests.correction' },
        orderBy: { subject: 'asc' },
      });
    },
    async noted(day: string) {
      return await getNoted.call(await ctx(at.toISOString()), { edition, day });
    },
  };
}

test('a figure that goes on moving is corrected each time it is printed otherwise, with one note a day', async () => {
  const shop = await posted();
  await shop.day('otd', '2026-03-04', 941, 1_000);
  expect(await shop.looks()).toEqual([]);
  await shop.day('otd', '2026-03-04', 936, 1_000);
  expect(await shop.looks()).toEqual(['94.1 % → 93.6 %']);
  expect(await shop.looks('2026-03-05T09:20:00Z')).toHaveLength(1);
  // Both are printed as 93.6 %.
  await shop.day('otd', '2026-03-04', 9_364, 10_000);
  expect(await shop.looks('2026-03-05T09:30:00Z')).toHaveLength(1);
  await shop.day('otd', '2026-03-04', 9_354, 10_000);
  expect(await shop.looks('2026-03-05T09:40:00Z')).toEqual(['94.1 % → 93.6 %', '93.6 % → 93.5 %']);
  expect((await shop.notes()).map(({ subject }) => subject)).toEqual([`${shop.edition}/2026-03-05`]);
  expect(await shop.noted('2026-03-05')).toMatchObject([
    { before: '94.1 %', behindBefore: '941 of 1000', after: '93.5 %' },
  ]);
  // In Berlin it is Friday already.
  await shop.day('otd', '2026-03-04', 930, 1_000);
  await shop.looks('2026-03-05T23:30:00Z');
  expect((await shop.notes()).map(({ subject }) => subject)).toEqual([
    `${shop.edition}/2026-03-05`,
    `${shop.edition}/2026-03-06`,
  ]);
  expect(await shop.noted('2026-03-06')).toMatchObject([{ before: '93.5 %', behindBefore: null }]);
});

test('what is back at what was told before anybody read it leaves no note', async () => {
  const shop = await posted();
  await shop.day('otd', '2026-03-04', 936, 1_000);
  await shop.looks();
  await shop.day('otd', '2026-03-04', 941, 1_000);
  expect(await shop.looks('2026-03-05T09:20:00Z')).toEqual(['94.1 % → 93.6 %', '93.6 % → 94.1 %']);
  expect(await shop.noted('2026-03-05')).toEqual([]);
});

test('the headline follows what was corrected', async () => {
  const shop = await posted();
  await shop.day('otd', '2026-03-04', 936, 1_000);
  await shop.looks();
  const where = { workspaceId: shop.workspaceId };
  expect(await prisma.digestEdition.findFirstOrThrow({ where })).toMatchObject({ content: { lead: 0 } });
  await shop.day('otd', '2026-03-04', 960, 1_000);
  await shop.looks('2026-03-05T09:20:00Z');
  expect(await prisma.digestEdition.findFirstOrThrow({ where })).toMatchObject({
    content: { lead: null, story: null },
  });
});

test('what has not changed is read once, however many posts say it', async () => {
  const shop = await posted();
  await shop.day('otd', '2026-03-04', 941, 1_000);
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  onTestFinished(() => sent.mockRestore());
  const statements = async () => {
    sent.mockClear();
    await shop.looks();
    return sent.mock.calls.length;
  };
  const few = await statements();
  for (let n = 0; n < 40; n += 1) await shop.posts(shop.told);
  expect(await statements()).toBe(few);
  // Printed the same, it is read anew, and once as well.
  await shop.day('otd', '2026-03-04', 9_413, 10_000);
  expect((await statements()) - few).toBeLessThan(15);
});

test('two looks at one moment are one correction', async () => {
  const shop = await posted();
  await shop.day('otd', '2026-03-04', 936, 1_000);
  await shop.looks();
  await shop.day('otd', '2026-03-04', 930, 1_000);
  expect(await shop.looks()).toEqual(['94.1 % → 93.0 %']);
});

test('the tolerance of the digest decides, and none is never', async () => {
  const careful = await posted({ tolerance: 5 });
  await careful.day('otd', '2026-03-04', 937, 1_000);
  expect(await careful.looks()).toEqual([]);
  await careful.day('otd', '2026-03-04', 936, 1_000);
  expect(await careful.looks()).toEqual(['94.1 % → 93.6 %']);
  const never = await posted({ tolerance: 0 });
  await never.day('otd', '2026-03-04', 500, 1_000);
  expect(await never.looks()).toEqual([]);
});

test('what was posted more than 35 days ago stays as it is', async () => {
  const shop = await posted();
  await shop.day('otd', '2026-03-04', 936, 1_000);
  expect(await shop.looks('2026-04-09T07:40:00Z')).toEqual([]);
  expect(await shop.looks('2026-04-09T07:20:00Z')).toEqual(['94.1 % → 93.6 %']);
});

test('another definition, a KPI that is gone and a day that had not ended are not corrected', async () => {
  const shop = await posted();
  const { told } = shop;
  await prisma.digestEdition.deleteMany({ where: { workspaceId: shop.workspaceId } });
  const others = [
    { ...told, version: 0 },
    { ...told, kpi: 'gone' },
    { ...told, from: '2026-03-05', to: '2026-03-06' },
  ];
  await shop.posts(...others);
  await shop.day('otd', '2026-03-04', 936, 1_000);
  await shop.day('otd', '2026-03-05', 936, 1_000);
  await shop.day('gone', '2026-03-04', 936, 1_000);
  expect(await shop.looks()).toEqual([]);
  await shop.posts(told);
  expect(await shop.looks()).toEqual(['94.1 % → 93.6 %']);
});

test('several figures that change at once are one note; a digest that was deleted corrects nothing', async () => {
  const shop = await posted();
  await prisma.digestEdition.deleteMany({ where: { workspaceId: shop.workspaceId } });
  const orders = {
    ...shop.told,
    ...{ kpi: 'orders', name: 'Orders placed', behind: null, shown: '1,204 orders' },
    totals: [{ n: '1204', d: '0', currency: '' }],
  };
  const value = {
    ...orders,
    ...{ kpi: 'order_value', name: 'Value of orders placed', shown: '¥300 and €1,000.00' },
    totals: [
      { n: '100000', d: '0', currency: 'EUR' },
      { n: '300', d: '0', currency: 'JPY' },
    ],
  };
  const edition = await shop.posts(shop.told, orders, value);
  await shop.day('otd', '2026-03-04', 936, 1_000);
  await shop.day('orders', '2026-03-04', 1_206, 0);
  await shop.day('order_value', '2026-03-04', 100_900, 0, 'EUR');
  await shop.day('order_value', '2026-03-04', 300, 0, 'JPY');
  expect(await shop.looks()).toEqual(['94.1 % → 93.6 %', '1,204 orders → 1,206 orders']);
  expect((await shop.notes()).map(({ subject }) => subject)).toEqual([`${edition}/2026-03-05`]);
  // Nine euros of a thousand are no per cent of them; three yen of 300 are one.
  await shop.day('order_value', '2026-03-04', 303, 0, 'JPY');
  expect((await shop.looks('2026-03-05T09:20:00Z')).at(-1)).toMatch(/→ €1,009.00 and JP¥303$/);

  await prisma.digest.updateMany({ where: { workspaceId: shop.workspaceId }, data: { endedAt: at } });
  await shop.day('otd', '2026-03-04', 800, 1_000);
  expect(await shop.looks('2026-03-05T09:30:00Z')).toHaveLength(3);
});
