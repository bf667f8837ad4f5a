import { beforeEach, expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { chanceFrom } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import { line, says as said } from '../../../../test/harness/statements.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { inUnit } from '../../../core/runtime/unit.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { systemContext } from '../../../jobs/ground.ts';
import { tellLevels } from '../../stock/index.ts';
import { post } from '../../stock/ledger/post.ts';
import { type OrderStatement, tellOrders } from '../index.ts';

const { prisma } = await testDatabase();
let ctx: Context;
let drain: () => Promise<void>;
let corrects: (time: string, quantity: number) => Promise<void>;
let ham: string;
let mug: string;

beforeEach(async () => await newShop());

async function newShop(): Promise<void> {
  const jobs = await jobGround({}, '2026-03-02T13:00:00Z');
  ctx = await newContext({ at: '2026-03-02T13:00:00Z', workspace: jobs.workspace });
  drain = async () => await keepDrain(jobs.ground, prisma).drain(jobs.workspace.id);
  corrects = async (time, quantity) => {
    const legs = [{ skuId: mug, locationId: ham, bucket: 'available' as const, quantity }];
    const by = { kind: 'system', id: 'test' };
    const entry = {
      cause: 'adjustment' as const,
      reference: null,
      note: null,
      by,
      occurredAt: day(time),
      legs,
    };
    await inUnit(systemContext(jobs, 'test'), {}, async (unit) => await post(unit, [entry]));
  };
  const given = builders(prisma, ctx.workspace, ctx.now);
  mug = await given.sku('MUG-01');
  ham = await given.location({ code: 'HAM', name: 'Hamburg', asOf: null });
}

const day = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const says = (time: string, what: Partial<OrderStatement>) => said(`2026-03-02T${time}:00Z`, what);
const tells = async (...statements: readonly OrderStatement[]) =>
  await tellOrders.call(asSystem(ctx, 'shopify'), { statements: [...statements] });
const states = async (time: string, available: number) =>
  await tellLevels.call(asSystem(ctx, '3pl'), {
    levels: [{ skuId: mug, locationId: ham, available, asOf: day(time) }],
    reference: '3PL',
  });
const order = (time: string, quantity: number, number = '#1042') =>
  says(time, {
    order: { channel: 'shop', number, external: null },
    header: {
      kind: 'sale',
      currency: 'EUR',
      placedAt: day(time),
      location: { source: 'ours', kind: 'location', externalId: ham },
    },
    lines: { tells: 'whole', of: [line('a', quantity, { code: 'MUG-01' })] },
  });
/** Some of its pieces left. */
const left = (time: string, quantity: number, parcel = '1') =>
  says(time, {
    order: { channel: 'shop', number: '#1042', external: null },
    facet: `fulfilment ${parcel}`,
    fulfilments: [
      {
        externalId: parcel,
        state: 'handed_over',
        at: day(time),
        location: null,
        carrier: null,
        service: null,
        tracking: [],
        lines: [{ id: 'a', quantity }],
      },
    ],
  });

async function levels(): Promise<readonly string[]> {
  const rows = await prisma.level.findMany({
    where: { workspaceId: ctx.workspace.id, quantity: { not: 0 } },
    orderBy: { bucket: 'asc' },
  });
  return rows.map(({ bucket, quantity }) => `${bucket} ${quantity}`);
}
/** What the legs of each moment make together. */
async function legs(): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<{ leg: string }[]>`
    SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'HH24:MI') || ' ' || bucket || ' ' || sum(quantity) AS leg
    FROM ledger_leg WHERE workspace_id = ${ctx.workspace.id}::uuid
    GROUP BY occurred_at, bucket HAVING sum(quantity) <> 0 ORDER BY 1`;
  return rows.map((row) => row.leg);
}
const waiting = async () =>
  await prisma.work.count({
    where: { workspaceId: ctx.workspace.id, kind: 'orders.book-known', dueAt: { lte: ctx.now } },
  });

test('orders that came before the first level are booked at once when it comes', async () => {
  await tells(order('09:00', 3));
  await drain();
  expect(await levels()).toEqual([]);
  await states('08:00', 10);
  await drain();
  expect(await levels()).toEqual(['available 7', 'committed 3']);
  const entries = { workspaceId: ctx.workspace.id, operation: 'orders.book-known' };
  expect(await prisma.auditEntry.findMany({ where: entries })).toMatchObject([
    { subjectKind: 'location', subjectId: ham, after: { lookedAt: 1 } },
  ]);
  // What is known already makes no work.
  await states('10:00', 6);
  expect(await waiting()).toBe(0);
});

test('the same by a file of levels', async () => {
  await tells(order('09:00', 3));
  const file = 'sku,location,available,as_of\nMUG-01,HAM,10,2026-03-02T08:00:00Z\n';
  const { faults } = await importing(ctx, 'levels FILE --source 3PL', file);
  expect(faults).toEqual([]);
  await drain();
  expect(await levels()).toEqual(['available 7', 'committed 3']);
});

test('more open lines than one step takes are walked to their end', { timeout: 240_000 }, async () => {
  await tells(...Array.from({ length: 1_010 }, (_, n) => order('09:00', 1, `#${n + 1}`)));
  await states('08:00', 2_000);
  await drain();
  expect(await levels()).toEqual(['available 990', 'committed 1010']);
  expect(await waiting()).toBe(0);
});

test('a shelf that is first known by a correction: what had left is not taken again, what is open is', async () => {
  await tells(order('09:00', 5), left('11:00', 2));
  await corrects('12:00', 10);
  await drain();
  expect(await levels()).toEqual(['available 7', 'committed 3']);
  // What leaves later was among them.
  await tells(left('12:30', 2, '2'));
  expect(await levels()).toEqual(['available 7', 'committed 1']);
});

test('whenever the first levels come, in whatever order, all ends alike', { timeout: 120_000 }, async () => {
  const { below } = chanceFrom(15);
  const ends: (readonly string[])[] = [];
  for (let round = 0; round < 20; round += 1) {
    await newShop();
    const acts = [
      async () => void (await tells(order('09:00', 5))),
      async () => void (await tells(left('10:00', 2))),
      async () => void (await states('08:30', 50)),
      async () => void (await states('09:30', 44)),
      async () => void (await states('10:30', 40)),
    ];
    while (acts.length > 0) {
      const [act] = acts.splice(round === 0 ? 0 : below(acts.length), 1);
      await act?.();
      if (below(2) === 0) await drain();
    }
    await drain();
    ends.push([...(await levels()), ...(await legs())]);
  }
  expect(ends[0]?.slice(0, 2)).toEqual(['available 40', 'committed 3']);
  for (const [n, end] of ends.entries()) expect(end, `round ${n}`).toEqual(ends[0]);
});
