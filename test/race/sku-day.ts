import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Context, MutationContext } from '../../src/core/runtime/context.ts';
import type { Tx } from '../../src/core/runtime/database.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { proveDemand } from '../../src/features/orders/demand/prove.ts';
import { recount } from '../../src/features/orders/demand/store.ts';
import { importOrders } from '../../src/features/orders/importing/orders.ts';
import type { OrderStatement } from '../../src/features/orders/index.ts';
import { tell } from '../../src/features/orders/keeping/tell.ts';
import { readArguments } from '../../src/importer/arguments.ts';
import { runImport } from '../../src/importer/command.ts';
import { type Chance, chanceFrom } from '../harness/chance.ts';

export const skuCodes = ['A', 'B', 'C'] as const;
const days = ['2026-02-27', '2026-02-28', '2026-03-01'] as const;
const writesInRound = 12;

/** What a process says of an order that it knows whole: these lines, whatever it was. */
export const wholeOrder = (
  number: string,
  placedAt: Date,
  lines: readonly { readonly code: string; readonly pieces: number }[],
  versionAt: Date = systemClock.now(),
): OrderStatement => ({
  order: { channel: 'race', number, external: null },
  source: 'race',
  facet: 'order',
  versionAt,
  deliveryId: null,
  header: { kind: 'sale', currency: 'EUR', placedAt },
  lines: {
    tells: 'whole',
    of: lines.map(({ code, pieces }) => ({
      id: null,
      code,
      item: null,
      quantity: pieces,
      unitPriceMinor: 100n,
    })),
  },
});

/** Tells it in this transaction. */
export async function says(
  { workspace, now }: Pick<Context, 'workspace' | 'now'>,
  tx: Tx,
  statement: OrderStatement,
): Promise<void> {
  // Its orders have no location: nothing is booked, and no more of a context is used.
  await tell({ workspace, now, ids: randomIds, tx } as unknown as MutationContext, [statement]);
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
  const { database } = ctx.engine;
  const write = async () => {
    for (let n = 0; n < writesInRound; n += 1) {
      const number = chance.below(3) === 0 ? `s${chance.below(3)}` : `${who}${chance.below(5)}`;
      const lines = Array.from({ length: chance.below(5) }, () => ({
        code: chance.pick(skuCodes),
        pieces: chance.below(4),
      }));
      const statement = wholeOrder(number, new Date(`${chance.pick(days)}T10:00:00Z`), lines);
      await database.transaction(ctx.workspace.id, async (tx) => await says(ctx, tx, statement));
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
