// Figures: read by the bot's readers, by hand over the raw tables and over the facts. What a task answers is its milliseconds.
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { asSystem } from '../../src/core/runtime/system.ts';
import { dayIn } from '../../src/core/time/time-zone.ts';
import { addDays } from '../../src/core/time/weekdays.ts';
import { rebuildFamily } from '../../src/features/index.ts';
import { getTrend } from '../../src/features/kpis/drawing/read.ts';
import { getFigure } from '../../src/features/kpis/figure/read.ts';
import { type OrderStatement, tellOrders } from '../../src/features/orders/index.ts';
import { db, ground, workspace } from './bench-shop.ts';
import { type ByHand, byHand, windowRaw } from './by-hand.ts';
import { serve } from './serve.ts';

const windowDays = 90;
/** Orders that are told and changed, in pieces as an import or a burst of webhooks takes them. */
const told = { orders: 1_000, together: 50 };
const contextNow = () => ({
  ...ground,
  workspace,
  now: new Date(),
  correlationId: 'bench',
  delivery: null,
  channel: null,
  actor: {
    kind: 'console',
    id: 'bench',
    name: 'bench',
    roles: ['admin'],
    timeZone: workspace.timeZone,
  } as const,
});
const days = () => {
  const to = dayIn(workspace.timeZone, new Date());
  return { from: addDays(to, -windowDays), to };
};

/** By KPI: its days as text, which must be the same whoever reads them. */
type Read = Readonly<Record<string, unknown>>;
const read: Record<string, Read> = {};

async function ours(): Promise<Read> {
  const all: Record<string, unknown> = {};
  for (const { key, isSpread } of byHand) {
    const trend = await getTrend.call(contextNow(), { kpi: key, ...days() });
    const { spread } = trend.figure;
    all[key] = isSpread
      ? [
          ...trend.values.map(({ day, p50, d }) => lineOf(day, p50, d)),
          lineOf(null, spread?.p50, spread?.p90),
        ]
      : trend.values.map(({ day, n, d }) => lineOf(day, n, d));
  }
  return all;
}

const lineOf = (day: string | null, n: unknown, d: unknown) => `${day} ${Number(n)} ${Number(d)}`;

interface Row {
  readonly day: string | null;
  readonly n: string;
  readonly d: string;
  readonly p90?: string;
}

/** On a connection of its own, as a tool for reports has it. */
async function byHandIn(textOf: (one: ByHand) => string, parameters: readonly unknown[]): Promise<Read> {
  const client = await connected();
  try {
    const all: Record<string, unknown> = {};
    for (const one of byHand) {
      const text = textOf(one);
      // A statement that needs no zone is not given one.
      const needed = parameters.slice(0, text.includes('$4') ? 4 : 3);
      const { rows } = await client.query<Row>(text, needed);
      all[one.key] = rows.map(({ day, n, d, p90 }) => lineOf(day, n, day === null && one.isSpread ? p90 : d));
    }
    return all;
  } finally {
    await client.end();
  }
}

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  // As the bot has it: a statement of a second is compiled for longer than it takes.
  await client.query('SET jit = off');
  return client;
}

async function generation(): Promise<number> {
  const family = await db.prisma.factGeneration.findFirstOrThrow({ where: { family: 'order' } });
  return family.generation;
}

async function ourWindow(): Promise<Read> {
  const asked = { kpi: 'click_to_ship', ...days(), by: null, versus: null };
  const { figure } = await getFigure.call(contextNow(), asked);
  return { p50: figure.spread?.p50, p90: figure.spread?.p90 };
}

async function rawWindow(): Promise<Read> {
  const client = await connected();
  try {
    const { from, to } = days();
    const { rows } = await client.query<{ p50: number; p90: number }>(windowRaw, [
      workspace.id,
      from,
      to,
      workspace.timeZone,
    ]);
    return { ...rows[0] };
  } finally {
    await client.end();
  }
}

async function tell(isChange: boolean): Promise<void> {
  const at = new Date(Date.now() - 3_600_000);
  for (let first = 1; first <= told.orders; first += told.together) {
    const statements = Array.from({ length: told.together }, (_, n) => statementOf(first + n, at, isChange));
    await tellOrders.call(asSystem(contextNow(), 'bench'), { statements });
  }
}

function statementOf(n: number, at: Date, isChange: boolean): OrderStatement {
  const known = { channel: 'told', number: `T${n}`, external: null };
  const common = { order: known, source: 'bench', facet: isChange ? 'cancel' : 'order', deliveryId: null };
  if (isChange)
    return {
      ...common,
      versionAt: new Date(at.getTime() + 1),
      milestones: [{ what: 'cancelled', retracted: false, part: '', eventKey: null, at }],
    };
  const lines = [{ id: '1', code: 'BEN-0000001', item: null, quantity: 1, unitPriceMinor: 900n }];
  return {
    ...common,
    versionAt: at,
    header: { kind: 'sale', currency: 'EUR', placedAt: at },
    lines: { tells: 'whole', of: lines },
  } as OrderStatement;
}

/** Whoever answers something else is no comparison. */
function demandSame(one: string, other: string): void {
  for (const [key, mine] of Object.entries(read[one] ?? {}))
    if (!isDeepStrictEqual(mine, read[other]?.[key]))
      throw new Error(
        `${key} differs: ${JSON.stringify(mine).slice(0, 400)} is what ${one} says, ${JSON.stringify(read[other]?.[key]).slice(0, 400)} what ${other} says.`,
      );
}

async function kept(way: string, reading: () => Promise<Read>): Promise<void> {
  read[way] = await reading();
}

const ways: Readonly<Record<string, () => Promise<void>>> = {
  ours: async () => await kept('ours', ours),
  raw: async () =>
    await kept('raw', async () => {
      const { from, to } = days();
      return await byHandIn((one) => one.raw, [workspace.id, from, to, workspace.timeZone]);
    }),
  facts: async () =>
    await kept('facts', async () => {
      const { from, to } = days();
      return await byHandIn((one) => one.facts, [workspace.id, await generation(), from, to]);
    }),
  'our window': async () => await kept('our window', ourWindow),
  'raw window': async () => await kept('raw window', rawWindow),
  async same() {
    demandSame('ours', 'raw');
    demandSame('ours', 'facts');
    demandSame('our window', 'raw window');
  },
  tell: async () => await tell(false),
  change: async () => await tell(true),
  rebuild: async () => void (await rebuildFamily.call(contextNow(), { family: 'order' })),
};

serve(async ({ way }) => {
  const began = performance.now();
  await ways[way]?.();
  return performance.now() - began;
});
