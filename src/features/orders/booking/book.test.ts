import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { type Chance, chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { line, says as said } from '../../../../test/harness/statements.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { nothingPending } from '../../../core/runtime/effects.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { tellLevels } from '../../stock/index.ts';
import { post } from '../../stock/ledger/post.ts';
import { levelsAt } from '../../stock/ledger/store.ts';
import { type OrderStatement, tellOrders } from '../index.ts';
import { bookOpenOrders } from '../refolding/book-open.ts';
import { refoldOrders } from '../refolding/refold.ts';

const { prisma } = await testDatabase();
let ctx: Context;
let ham: string;
let rot: string;
let skus: { readonly mug: string; readonly lamp: string };

beforeEach(async () => await newShop());

async function newShop(): Promise<void> {
  ctx = await newContext({ at: '2026-03-02T13:00:00Z' });
  const given = builders(prisma, ctx.workspace, ctx.now);
  skus = { mug: await given.sku('MUG-01'), lamp: await given.sku('LAMP-03') };
  ham = await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
  rot = await given.location({ code: 'ROT', name: 'Rotterdam', asOf: null });
}

const day = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const place = (externalId: string) => ({ source: 'ours', kind: 'location' as const, externalId });
const says = (time: string, what: Partial<OrderStatement>) => said(`2026-03-02T${time}:00Z`, what);
const mugs = (quantity: number, more: object = {}) => line('a', quantity, { code: 'MUG-01', ...more });
const lamps = (quantity: number, more: object = {}) => line('b', quantity, { code: 'LAMP-03', ...more });

/** An order for Hamburg. */
const placed = (
  time: string,
  lines: readonly ReturnType<typeof line>[],
  header: OrderStatement['header'] = {},
): OrderStatement =>
  says(time, {
    header: { kind: 'sale', currency: 'EUR', placedAt: day(time), location: place(ham), ...header },
    lines: { tells: 'whole', of: [...lines] },
  });
const lines = (time: string, ...of: readonly ReturnType<typeof line>[]) =>
  says(time, { lines: { tells: 'part', of: [...of] } });
const reached = (what: 'cancelled' | 'handed_over', time: string) =>
  says(time, { milestones: [{ what, retracted: false, part: '', eventKey: what, at: day(time) }] });
const parcel = (
  time: string,
  state: 'labelled' | 'handed_over' | 'returned' | 'cancelled',
  of: Readonly<Record<string, number>>,
  at: string | null = ham,
  externalId = '1',
) =>
  says(time, {
    facet: `fulfilment ${externalId}`,
    fulfilments: [
      {
        externalId,
        state,
        at: day(time),
        location: at === null ? null : place(at),
        carrier: null,
        service: null,
        tracking: [],
        lines: Object.entries(of).map(([id, quantity]) => ({ id, quantity })),
      },
    ],
  });
const refund = (
  time: string,
  of: Readonly<Record<string, number>>,
  restock: 'none' | 'cancel' | 'return' | 'restock',
  externalId = '9',
) =>
  says(time, {
    facet: `refund ${externalId}`,
    refunds: [
      {
        externalId,
        at: day(time),
        amountMinor: 1_000n,
        note: null,
        lines: Object.entries(of).map(([id, quantity]) => ({
          id,
          quantity,
          amountMinor: 1_000n,
          restock,
          location: null,
        })),
      },
    ],
  });

const tells = async (...statements: readonly OrderStatement[]) =>
  await tellOrders.call(asSystem(ctx, 'shopify'), { statements: [...statements] });
const states = async (sku: keyof typeof skus, time: string, available: number, locationId = ham) =>
  await tellLevels.call(asSystem(ctx, '3pl'), {
    levels: [{ skuId: skus[sku], locationId, available, asOf: day(time) }],
    reference: '3PL',
  });
const adjusts = async (time: string, quantity: number) =>
  await ctx.engine.database.transaction(ctx.workspace.id, async (tx) => {
    const legs = [{ skuId: skus.mug, locationId: ham, bucket: 'available' as const, quantity }];
    const by = { kind: 'system', id: 'test' };
    await post({ ...ctx, tx, pending: nothingPending() }, [
      { cause: 'adjustment', reference: null, note: null, by, occurredAt: day(time), legs },
    ]);
  });
async function catchesUp(): Promise<void> {
  let after: Awaited<ReturnType<typeof bookOpenOrders.call>> = null;
  do after = await bookOpenOrders.call(asSystem(ctx, 'test'), { after });
  while (after);
}

/** Every level that is not nothing, such as "HAM MUG-01 available 37". */
async function levels(): Promise<readonly string[]> {
  const rows = await prisma.level.findMany({
    where: { workspaceId: ctx.workspace.id, quantity: { not: 0 } },
    include: { sku: true, location: true },
  });
  return rows.map((row) => `${row.location.code} ${row.sku.code} ${row.bucket} ${row.quantity}`).sort();
}
/** What the legs of each moment make together. */
async function legs(): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<{ leg: string }[]>`
    SELECT to_char(g.occurred_at AT TIME ZONE 'UTC', 'HH24:MI') || ' ' || l.code || ' ' || s.code || ' ' || g.bucket || ' '
      || sum(g.quantity) AS leg
    FROM ledger_leg g JOIN sku s ON s.workspace_id = g.workspace_id AND s.id = g.sku_id
    JOIN location l ON l.workspace_id = g.workspace_id AND l.id = g.location_id
    WHERE g.workspace_id = ${ctx.workspace.id}::uuid
    GROUP BY g.occurred_at, l.code, s.code, g.bucket HAVING sum(g.quantity) <> 0 ORDER BY 1`;
  return rows.map((row) => row.leg);
}
async function wrongLevels(): Promise<readonly object[]> {
  return await prisma.$queryRaw<object[]>`
    SELECT l.bucket, l.quantity, g.quantity AS legs
    FROM (SELECT * FROM level WHERE workspace_id = ${ctx.workspace.id}::uuid) l
    FULL JOIN (SELECT sku_id, location_id, bucket, sum(quantity)::int AS quantity FROM ledger_leg
      WHERE workspace_id = ${ctx.workspace.id}::uuid GROUP BY 1, 2, 3) g USING (sku_id, location_id, bucket)
    WHERE coalesce(l.quantity, 0) <> coalesce(g.quantity, 0)`;
}
const entries = async () =>
  await prisma.ledgerEntry.count({
    where: { workspaceId: ctx.workspace.id, cause: { notIn: ['import', 'adjustment'] } },
  });
const at = async (time: string) =>
  (await levelsAt(ctx.engine.database.scope(ctx.workspace.id), skus.mug, ham, day(time))).get('available');

test('an order that comes after the statement that counted it moves the past alone, and is committed', async () => {
  await states('mug', '08:00', 50);
  await states('mug', '10:00', 40);
  await adjusts('10:20', -3);
  await tells(placed('09:50', [mugs(2)]));
  expect(await levels()).toEqual(['HAM MUG-01 available 37', 'HAM MUG-01 committed 2']);
  expect([await at('09:55'), await at('10:00')]).toEqual([48, 40]);
  await states('mug', '09:00', 44);
  expect([await at('09:30'), await at('09:55'), await at('10:00')]).toEqual([44, 42, 40]);
  expect(await levels()).toEqual(['HAM MUG-01 available 37', 'HAM MUG-01 committed 2']);
});

test('the ledger names the order, what it did and who told of it', async () => {
  await states('mug', '08:00', 50);
  await tells(placed('09:50', [mugs(2)]), parcel('11:00', 'handed_over', { a: 2 }));
  const found = await prisma.ledgerEntry.findMany({
    where: { workspaceId: ctx.workspace.id, cause: { not: 'import' } },
    orderBy: { occurredAt: 'asc' },
    select: { cause: true, reference: true, actorKind: true, actorId: true, occurredAt: true },
  });
  const by = { reference: 'order #1042', actorKind: 'system', actorId: 'shopify' };
  expect(found).toEqual([
    { cause: 'allocation', ...by, occurredAt: day('09:50') },
    { cause: 'shipment', ...by, occurredAt: day('11:00') },
  ]);
  expect(await levels()).toEqual(['HAM MUG-01 available 48']);
});

test('an order takes what it needs at once, and what is cancelled of it comes back', async () => {
  await states('mug', '08:00', 10);
  await tells(placed('09:00', [mugs(4)]));
  expect(await levels()).toEqual(['HAM MUG-01 available 6', 'HAM MUG-01 committed 4']);
  await tells(refund('10:00', { a: 1 }, 'cancel'), lines('10:00', mugs(4, { current: 3 })));
  expect(await levels()).toEqual(['HAM MUG-01 available 7', 'HAM MUG-01 committed 3']);
  await tells(reached('cancelled', '11:00'));
  expect(await levels()).toEqual(['HAM MUG-01 available 10']);
});

test('a refund without restock writes nothing for pieces that left, and puts none back of those that had not', async () => {
  await states('mug', '08:00', 10);
  await states('lamp', '08:00', 10);
  await tells(placed('09:00', [mugs(2), lamps(3)]), parcel('10:00', 'handed_over', { a: 2 }));
  expect(await levels()).toEqual([
    'HAM LAMP-03 available 7',
    'HAM LAMP-03 committed 3',
    'HAM MUG-01 available 8',
  ]);
  const before = await entries();
  await tells(refund('11:00', { a: 1 }, 'none', '1'), lines('11:00', mugs(2, { current: 1 })));
  expect(await entries()).toBe(before);
  await tells(refund('11:30', { b: 1 }, 'none', '2'), lines('11:30', lamps(3, { current: 2 })));
  expect(await levels()).toEqual([
    'HAM LAMP-03 available 7',
    'HAM LAMP-03 committed 2',
    'HAM MUG-01 available 8',
  ]);
});

test('what comes back to the shelf counts again, a parcel that turned back does not until somebody says so', async () => {
  await states('mug', '08:00', 10);
  await tells(placed('09:00', [mugs(3)]), parcel('10:00', 'handed_over', { a: 3 }));
  await tells(parcel('11:00', 'returned', { a: 3 }));
  expect(await levels()).toEqual(['HAM MUG-01 available 7']);
  await tells(refund('12:00', { a: 2 }, 'return'));
  expect(await levels()).toEqual(['HAM MUG-01 available 9']);
});

test('a parcel from another location takes its pieces there, from the beginning; one that failed leaves them to the first', async () => {
  await states('mug', '08:00', 10);
  await states('mug', '08:00', 20, rot);
  await tells(placed('09:00', [mugs(3)]));
  await tells(parcel('10:00', 'labelled', { a: 2 }, rot));
  expect(await levels()).toEqual([
    'HAM MUG-01 available 9',
    'HAM MUG-01 committed 1',
    'ROT MUG-01 available 18',
    'ROT MUG-01 committed 2',
  ]);
  expect(await at('09:30'), 'as if it had always been so').toBe(9);
  await tells(parcel('11:00', 'cancelled', { a: 2 }, rot));
  expect(await levels()).toEqual([
    'HAM MUG-01 available 7',
    'HAM MUG-01 committed 3',
    'ROT MUG-01 available 20',
  ]);
});

test('a test order, a draft and a credit take nothing; confirmed, a draft does from when it was placed', async () => {
  await states('mug', '08:00', 10);
  await tells(placed('09:00', [mugs(3)], { draft: true }));
  expect([await levels(), await entries()]).toEqual([['HAM MUG-01 available 10'], 0]);
  await tells(says('10:00', { header: { draft: false } }));
  expect(await levels()).toEqual(['HAM MUG-01 available 7', 'HAM MUG-01 committed 3']);
  expect(await at('09:00')).toBe(7);
  await tells(says('11:00', { header: { test: true } }));
  expect(await levels()).toEqual(['HAM MUG-01 available 10']);
  expect(await legs()).toEqual(['08:00 HAM MUG-01 available 10']);
});

test('what is told again books nothing again', async () => {
  await states('mug', '08:00', 10);
  await tells(placed('09:00', [mugs(3)]));
  const before = [await entries(), await levels()];
  await tells(placed('09:00', [mugs(3)]));
  await tells(says('10:00', { header: { customerReference: 'C-1' } }));
  await refoldOrders.call(asSystem(ctx, 'test'), {});
  await catchesUp();
  expect([await entries(), await levels()]).toEqual(before);
});

test('a shelf of which nobody knows how much there is books nothing; once it is known, its open orders are booked', async () => {
  await tells(placed('09:00', [mugs(3), lamps(1)]));
  expect([await levels(), await entries()]).toEqual([[], 0]);
  await catchesUp();
  expect(await entries()).toBe(0);
  await states('mug', '08:00', 10);
  await catchesUp();
  expect(await levels()).toEqual(['HAM MUG-01 available 7', 'HAM MUG-01 committed 3']);
  await states('mug', '10:00', 6);
  expect(await levels()).toEqual(['HAM MUG-01 available 6', 'HAM MUG-01 committed 3']);
});

test('what a statement counted before anything was known is committed and taken from nothing', async () => {
  await tells(placed('09:00', [mugs(3)]));
  await states('mug', '10:00', 10);
  await catchesUp();
  expect(await levels()).toEqual(['HAM MUG-01 available 10', 'HAM MUG-01 committed 3']);
  expect(await legs()).toEqual([
    '09:00 HAM MUG-01 available -3',
    '09:00 HAM MUG-01 committed 3',
    '10:00 HAM MUG-01 available 13',
  ]);
  const spans = await prisma.listedSpan.findMany({ where: { workspaceId: ctx.workspace.id } });
  expect(
    spans.map(({ since }) => since),
    'an order makes no shelf known',
  ).toEqual([day('10:00')]);
});

test('orders that were done before the first levels write nothing', async () => {
  await states('mug', '12:00', 10);
  await tells(placed('09:00', [mugs(3)]), parcel('10:00', 'handed_over', { a: 3 }));
  expect([await levels(), await entries()]).toEqual([['HAM MUG-01 available 10'], 0]);
});

test('more than there is is below nothing, and a fault in the data', async () => {
  await states('mug', '08:00', 2);
  await tells(placed('09:00', [mugs(3)]));
  const [level] = await prisma.level.findMany({
    where: { workspaceId: ctx.workspace.id, bucket: 'available' },
  });
  expect(level).toMatchObject({ quantity: -1, dataFault: true });
  const out = await prisma.stockoutSpan.findMany({ where: { workspaceId: ctx.workspace.id } });
  expect(out.map(({ since, until }) => [since, until])).toEqual([[day('09:00'), null]]);
});

test('a file of orders without locations books nothing', async () => {
  await states('mug', '08:00', 50);
  const file = [
    'number,placed_at,code,quantity,handed_over_at',
    '1,2026-03-02T09:00:00Z,MUG-01,5,',
    '2,2026-03-02T09:00:00Z,MUG-01,5,2026-03-02T11:00:00Z',
  ];
  expect((await importing(ctx, 'orders FILE', `${file.join('\n')}\n`)).faults).toEqual([]);
  expect([await levels(), await entries()]).toEqual([['HAM MUG-01 available 50'], 0]);
});

test('a file of orders with a location is booked as it is told', async () => {
  await states('mug', '08:00', 50);
  const file = [
    'number,placed_at,code,quantity,handed_over_at,location',
    '1,2026-03-02T09:00:00Z,MUG-01,5,,HAM',
    '2,2026-03-02T09:00:00Z,MUG-01,4,2026-03-02T11:00:00Z,HAM',
  ];
  expect((await importing(ctx, 'orders FILE', `${file.join('\n')}\n`)).faults).toEqual([]);
  expect(await levels()).toEqual(['HAM MUG-01 available 41', 'HAM MUG-01 committed 5']);
});

type Act = () => Promise<unknown>;

function shuffled<T>(all: readonly T[], { below }: Chance): readonly T[] {
  const mixed = [...all];
  for (let n = mixed.length - 1; n > 0; n -= 1) {
    const other = below(n + 1);
    [mixed[n], mixed[other]] = [mixed[other] as T, mixed[n] as T];
  }
  return mixed;
}

/** Runs them in some orders, with repetitions, each in a new shop; every time all levels are the sum of their legs. */
async function endings(
  chance: Chance,
  rounds: number,
  first: () => readonly Act[],
  acts: () => readonly Act[],
) {
  const ends: (readonly string[])[] = [];
  for (let n = 0; n < rounds; n += 1) {
    await newShop();
    for (const act of first()) await act();
    // The first round tells each once, in its turn.
    const own = acts();
    const again = n === 0 ? [] : own.filter(() => chance.below(3) === 0);
    for (const act of n === 0 ? own : shuffled([...own, ...again], chance)) await act();
    await catchesUp();
    expect(await wrongLevels()).toEqual([]);
    ends.push([...(await levels()), ...(await legs())]);
  }
  return ends;
}

test('whatever order statements of levels and of an order come in, the legs of each moment are the same', {
  timeout: 120_000,
}, async () => {
  const [first, ...others] = await endings(
    chanceFrom(7),
    25,
    () => [
      async () => await states('mug', '08:00', 50),
      async () => await states('lamp', '08:00', 30),
      async () => await states('mug', '08:30', 20, rot),
    ],
    () => [
      async () => await tells(placed('09:50', [mugs(2), lamps(4)])),
      async () => await states('mug', '09:00', 44),
      async () => await states('mug', '10:00', 40),
      async () => await states('lamp', '10:35', 25),
      async () => await states('mug', '10:45', 17, rot),
      async () =>
        await tells(says('10:05', { lines: { tells: 'whole', of: [mugs(2), lamps(4, { current: 3 })] } })),
      async () => await tells(parcel('10:30', 'labelled', { a: 2 }, rot)),
      async () => await tells(parcel('11:00', 'handed_over', { a: 2 }, rot)),
      async () => await tells(refund('10:40', { b: 1 }, 'cancel', '1')),
      async () =>
        await tells(says('10:40', { lines: { tells: 'whole', of: [mugs(2), lamps(4, { current: 2 })] } })),
      async () => await tells(refund('12:00', { a: 1 }, 'return', '2')),
      async () => await tells(reached('cancelled', '11:30')),
    ],
  );
  for (const [n, end] of others.entries()) expect(end, `round ${n + 1}`).toEqual(first);
  // By hand: Hamburg's 40 mugs have nothing to do with it, as its mugs went from Rotterdam, whose 17 counted them, and one
  // came back. 25 lamps were left at 10:35 without the four: one came back at 10:40, the others with the order.
  expect(first?.filter((one) => !one.includes(':'))).toEqual([
    'HAM LAMP-03 available 29',
    'HAM MUG-01 available 40',
    'ROT MUG-01 available 18',
  ]);
});

test('open orders end alike, whether the first levels come before, between or after them', {
  timeout: 120_000,
}, async () => {
  const [first, ...others] = await endings(
    chanceFrom(11),
    30,
    () => [],
    () => [
      async () => await tells(placed('09:50', [mugs(4), lamps(4)])),
      async () => await states('mug', '09:00', 44),
      async () => await states('mug', '10:00', 40),
      async () => await states('lamp', '10:35', 25),
      async () => await states('mug', '09:45', 17, rot),
      async () => await tells(parcel('10:30', 'labelled', { a: 2 }, rot)),
      async () => await tells(refund('10:40', { b: 1 }, 'cancel', '1')),
      async () =>
        await tells(says('10:40', { lines: { tells: 'whole', of: [mugs(4), lamps(4, { current: 3 })] } })),
    ],
  );
  for (const [n, end] of others.entries()) expect(end, `round ${n + 1}`).toEqual(first);
  expect(first?.filter((one) => !one.includes(':'))).toEqual([
    'HAM LAMP-03 available 26',
    'HAM LAMP-03 committed 3',
    'HAM MUG-01 available 40',
    'HAM MUG-01 committed 2',
    'ROT MUG-01 available 15',
    'ROT MUG-01 committed 2',
  ]);
});
