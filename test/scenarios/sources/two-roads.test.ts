import { expect, test } from 'vitest';
import { timelineMessage } from '../../../src/features/orders/card/timeline-views.ts';
import { getHistory } from '../../../src/features/orders/order/look-up.ts';
import { type Chance, chanceFrom } from '../../harness/chance.ts';
import { type Hooked, openHooked, type Sent } from '../../harness/hooked.ts';
import { importing } from '../../harness/import.ts';
import { orderRows } from '../../harness/order-rows.ts';
import { filed, fileOf, shopPlace, soldCodes, storyOf } from '../../harness/two-roads.ts';

// Half of an order's story is posted and half is imported, in any order and some of it twice.

const at = '2026-12-03T08:00:00Z';
const reading = { now: new Date(at), timeZone: 'Europe/Berlin' };
const shuffles = Number(process.env.ROADS_SHUFFLES ?? 100);
/** Orders that are shuffled side by side, each in its own way: their deliveries and rows share batches and files. */
const sideBySide = 50;
/** Of so many each delivery is posted to the address of its source; those of all others are written down as if they had been. */
const overHttp = 3;
const stories = Array.from({ length: sideBySide }, (_, n) => storyOf(n));

const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A shop that knows what the orders name, under the same ids each time. */
async function open(): Promise<Hooked> {
  const hooked = await openHooked(at, ['shopify']);
  const { prisma, where } = hooked;
  const place = {
    code: 'HAM',
    name: 'Hamburg',
    kind: 'warehouse',
    record: 'ours',
    timeZone: 'Europe/Berlin',
  };
  await prisma.location.create({
    data: { ...where, ...place, id: id(100), position: 0, staleAfterMinutes: 1_440 },
  });
  await prisma.sku.createMany({
    data: soldCodes.map((code, n) => ({
      ...{ ...where, id: id(200 + n), code, codeKey: code, title: code, currency: 'USD' },
      ...{ listed: true, source: 'test', updatedAt: new Date(at) },
    })),
  });
  await prisma.externalRef.create({
    data: {
      ...where,
      source: hooked.sourceId('shopify'),
      kind: 'location',
      externalId: shopPlace,
      id: id(100),
    },
  });
  return hooked;
}

type Step = { readonly story: number } & ({ readonly posted: Sent } | { readonly file: number });

const told: readonly (readonly Step[])[] = stories.map(({ posted, rows }, story) => [
  ...posted.map((one): Step => ({ story, posted: one })),
  ...rows.map((_, file): Step => ({ story, file })),
]);

let sent = 0;

/** Posts and imports these, those of one file together, and handles what was posted. */
async function happen(hooked: Hooked, steps: readonly Step[]): Promise<void> {
  const deliveries = steps.filter((one) => 'posted' in one);
  for (const { story, posted } of deliveries) {
    if (story >= overHttp) continue;
    sent += 1;
    await hooked.receives({ ...posted, id: `delivery ${sent}` });
  }
  await hooked.stores(deliveries.filter(({ story }) => story >= overHttp).map(({ posted }) => posted));
  for (const [n, { command, name }] of filed.entries()) {
    const rows = steps.flatMap((one) =>
      'file' in one && one.file === n ? (stories[one.story]?.rows[n] ?? []) : [],
    );
    if (rows.length === 0) continue;
    const { kinds, rejects } = await importing(hooked.ctx(), command, fileOf(name, rows), name);
    expect(rejects).toBeNull();
    expect(kinds).toHaveLength(1);
  }
  await hooked.drain();
}
/** All that was told of each order, some twice, in an order of its own, and cut into rounds. */
function rounds({ below }: Chance): readonly (readonly Step[])[] {
  const cut: Step[][] = [];
  for (const story of told) {
    const all = [...story, ...story.filter(() => below(4) === 0)];
    const shuffled = all.map((one) => [below(1_000_000), one] as const).toSorted(([a], [b]) => a - b);
    let round = 0;
    for (const [, one] of shuffled) {
      cut[round] = [...(cut[round] ?? []), one];
      if (below(6) === 0) round += 1;
    }
  }
  return cut.map((steps) => steps.toSorted(() => below(3) - 1));
}

async function outcome({ prisma, where, ctx }: Hooked) {
  expect(await prisma.webhookDelivery.count({ where: { ...where, state: { not: 'done' } } })).toBe(0);
  const rows = await orderRows(prisma, where.workspaceId);
  const timelines: Record<string, string> = {};
  for (const { id: order, number } of await prisma.order.findMany({ where, orderBy: { number: 'asc' } })) {
    const history = await getHistory.call(ctx(), { id: order });
    timelines[number] = JSON.stringify(timelineMessage(history, reading)).replaceAll(order, number);
  }
  return { rows, timelines };
}

/** Worked out from the story by hand, without what two words of one moment leave open. */
function isWhatItWasMadeFor({ rows, timelines }: Awaited<ReturnType<typeof outcome>>): void {
  expect(rows.orders).toHaveLength(sideBySide);
  const first = (of: readonly object[]) => of.filter((one) => 'orderId' in one && one.orderId === '#1001');
  expect(rows.orders.find((one) => one.number === '#1001')).toMatchObject({
    stage: 'returned',
    totalMinor: 900_719_925_474_093n,
    customerReference: '9007199254741495',
    paidAt: new Date('2026-11-23T08:01:00Z'),
    labelledAt: new Date('2026-11-24T08:00:00Z'),
    handedOverAt: new Date('2026-11-25T15:05:00Z'),
    deliveredAt: null,
    returnedAt: new Date('2026-11-30T11:00:00Z'),
    promisedBy: new Date('2026-11-27T18:00:00Z'),
    promisedByRevised: new Date('2026-11-28T11:00:00Z'),
  });
  expect(first(rows.lines)).toMatchObject([
    { lineKey: '9007199254740994', ordered: 1, cancelled: 0, shipped: 1, returned: 1, refunded: 1, open: 0 },
    { lineKey: '9007199254740995', ordered: 1, cancelled: 0, shipped: 1, returned: 1, refunded: 0, open: 0 },
    { lineKey: '9007199254740996', ordered: 3, cancelled: 1, shipped: 2, returned: 2, refunded: 0, open: 0 },
  ]);
  expect(first(rows.holds)[0]).toMatchObject({ from: new Date('2026-11-23T10:00:00Z') });
  expect(first(rows.parcels)).toMatchObject([
    { externalId: '9007199254741004', state: 'returned', deliveredAt: null },
    { externalId: '9007199254741005', state: 'returned', deliveredAt: new Date('2026-11-27T10:00:00Z') },
  ]);
  expect(timelines['#1001']).toContain('Mon 30 Nov 12:00 CET Returned to sender · file carrier');
}

test(
  `in ${shuffles} orders of arrival by both roads, the same rows and the same timeline`,
  async () => {
    const chance = chanceFrom(15);
    const once = await open();
    await happen(once, told.flat());
    const expected = await outcome(once);
    isWhatItWasMadeFor(expected);
    for (let n = 0; n * sideBySide < shuffles; n += 1) {
      const hooked = await open();
      for (const steps of rounds(chance)) await happen(hooked, steps);
      const ended = await outcome(hooked);
      expect(ended.rows).toEqual(expected.rows);
      expect(ended.timelines).toEqual(expected.timelines);
      await hooked.receiver.stop();
    }
  },
  120_000 + shuffles * 3_000,
);
