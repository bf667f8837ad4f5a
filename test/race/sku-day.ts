import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/core/runtime/context.ts';
import type { Tx } from '../../src/core/runtime/database.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { proveDemand } from '../../src/features/orders/demand/prove.ts';
import { recount } from '../../src/features/orders/demand/store.ts';
import { linesOf, writeLines } from '../../src/features/orders/importing/line-store.ts';
import { importOrders } from '../../src/features/orders/importing/orders.ts';
import { upsertOrders } from '../../src/features/orders/importing/store.ts';
import type { StoredLine, StoredOrder } from '../../src/features/orders/rules.ts';
import { readArguments } from '../../src/importer/arguments.ts';
import { runImport } from '../../src/importer/command.ts';
import { type Chance, chanceFrom } from '../harness/chance.ts';

export const skuCodes = ['A', 'B', 'C'] as const;
const days = ['2026-02-27', '2026-02-28', '2026-03-01'] as const;
const writesInRound = 12;

export const orderCalled = (number: string): StoredOrder => ({
  id: `01961b1c-0000-7000-8000-${Buffer.from(number).toString('hex').padStart(12, '0')}`,
  number,
  numberKey: number,
  kind: 'sale',
  channel: 'race',
  currency: 'EUR',
  customerReference: null,
  shipToCountry: null,
  stage: 'placed',
  placedAt: new Date('2026-03-01T10:00:00Z'),
  paidAt: null,
  allocatedAt: null,
  pickedAt: null,
  packedAt: null,
  handedOverAt: null,
  deliveredAt: null,
  cancelledAt: null,
  shipBy: null,
  promisedBy: null,
  promisedByRevised: null,
  locationId: null,
});

export const lineOf = (
  order: StoredOrder,
  facts: Pick<StoredLine, 'ordinal' | 'skuId' | 'ordered' | 'placedAt'>,
): StoredLine => ({
  ...facts,
  orderId: order.id,
  sourceLine: null,
  code: 'A',
  title: 'A thing',
  kind: 'goods',
  allocated: 0,
  picked: 0,
  shipped: 0,
  cancelled: 0,
  refunded: 0,
  unitPriceMinor: 100n,
});

/** An order becomes these lines, whatever it was; held from the first statement on. */
export async function orderBecomes(
  { workspace, now }: Pick<Context, 'workspace' | 'now'>,
  tx: Tx,
  order: StoredOrder,
  lines: readonly StoredLine[],
): Promise<void> {
  await upsertOrders(tx, [order], now);
  const stored = (await linesOf(tx, [order.id])).get(order.id) ?? [];
  const stay = new Set(lines.map(({ ordinal }) => ordinal));
  const taken = stored.filter(({ ordinal }) => !stay.has(ordinal));
  await writeLines(tx, workspace.timeZone, { stored, taken, lines });
}

/**
 * One process's part: orders of its own and some of both, in transactions that wait for nobody's turn and are not
 * repeated; files with the same orders; and the proof, with days counted anew for no reason.
 */
export async function tellDemand(
  { prisma }: OpenDatabase,
  ctx: Context,
  { round, who }: { readonly round: number; readonly who: string },
): Promise<string> {
  const chance = chanceFrom(round * 2 + (who === 'one' ? 1 : 2));
  const skus = (await prisma.sku.findMany({ orderBy: { code: 'asc' } })).map(({ id }) => id);
  const [first = '', ...others] = skus;
  const pickSku = () => chance.pick([first, ...others]);
  const { database } = ctx.engine;
  const write = async () => {
    for (let n = 0; n < writesInRound; n += 1) {
      const order = orderCalled(chance.below(3) === 0 ? `s${chance.below(3)}` : `${who}${chance.below(5)}`);
      const lines = Array.from({ length: chance.below(5) }, (_, at) =>
        lineOf(order, {
          ordinal: at + 1,
          skuId: pickSku(),
          ordered: chance.below(4),
          placedAt: new Date(`${chance.pick(days)}T10:00:00Z`),
        }),
      );
      await database.transaction(ctx.workspace.id, async (tx) => await orderBecomes(ctx, tx, order, lines));
    }
  };
  const countAnew = async () => {
    for (let n = 0; n < 3; n += 1) {
      const some = skus
        .flatMap((skuId) => days.map((day) => ({ skuId, day })))
        .filter(() => chance.below(2) === 0);
      await database.transaction(
        ctx.workspace.id,
        async (tx) => await recount(tx, ctx.workspace.timeZone, some),
      );
    }
  };
  const [, found] = await Promise.all([
    write(),
    proveDemand(asSystem(ctx, 'race'), 1 + chance.below(5)).then((proof) => proof.found),
    importSome(ctx, chance),
    countAnew(),
  ]);
  return `told, ${found} wrong`;
}

/** Sales with the same numbers as those of the other process's file. */
async function importSome(ctx: Context, { below, pick }: Chance): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-race-'));
  try {
    const path = join(folder, 'orders.csv');
    const rows = Array.from(
      { length: 30 },
      () => `${below(12)},${pick(days)},${pick(skuCodes)},${1 + below(3)}`,
    );
    await writeFile(path, ['number,placed_at,code,quantity', ...rows].join('\n'));
    const whole = ['orders', path, '--whole', '--rejects', join(folder, 'rejects.csv')];
    await runImport(ctx, await readArguments(whole, [importOrders]), () => {});
  } finally {
    await rm(folder, { recursive: true });
  }
}
