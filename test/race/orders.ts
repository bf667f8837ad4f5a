import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { importOrders } from '../../src/features/orders/importing/orders.ts';
import { tellOrders } from '../../src/features/orders/index.ts';
import { tellLevels } from '../../src/features/stock/index.ts';
import { readArguments } from '../../src/importer/arguments.ts';
import { runImport } from '../../src/importer/command.ts';
import { type Chance, chanceFrom } from '../harness/chance.ts';
import { ids, shuffled, story } from '../harness/order-story.ts';
import { moment } from '../harness/statements.ts';

/** Of the order of the story, and two others. */
const file = `number,channel,updated_at,placed_at,packed_at,code,title,quantity,unit_price,line_id
#1042,shop,2026-11-23T07:00:00Z,2026-11-23T08:00:00Z,2026-11-24T07:30:00Z,SKU-A,An older title,1,10.00,9007199254740993
1043,shop,2026-11-23T07:00:00Z,2026-11-23T08:00:00Z,,SKU-A,,4,10.00,
1044,shop,2026-11-23T07:00:00Z,2026-11-23T08:00:00Z,,SKU-B,,5,10.00,
`;

/** What Hamburg has of its lines, before, between and after what happens to them. */
const levels = [
  '2026-11-22 09:00',
  '2026-11-23 12:00',
  '2026-11-24 18:00',
  '2026-11-26 09:00',
  '2026-12-01 12:00',
].flatMap((at, n) =>
  ids.map((id, line) => ({ at: moment(at), code: `SKU-${id}`, available: 40 - 3 * n + line })),
);

/**
 * One process's part: all that was said and all levels, in its own order, and the file beside it. In the first round one
 * tells it alone.
 */
export async function tellOrdersAtOnce(
  { prisma }: OpenDatabase,
  ctx: Context,
  { round, who }: { readonly round: number; readonly who: string },
): Promise<string> {
  if (round === 0) {
    if (who === 'one') await tellAlone(ctx, await toldLevels(prisma, ctx));
    return 'told';
  }
  const said = await toldLevels(prisma, ctx);
  const chance = chanceFrom(round * 2 + (who === 'one' ? 1 : 2));
  const tell = async () => {
    const left = [...shuffled(chance)];
    while (left.length > 0)
      await tellOrders.call(asSystem(ctx, 'race'), { statements: left.splice(0, 1 + chance.below(6)) });
  };
  const state = async () => {
    for (const one of mixed(said, chance))
      await tellLevels.call(soon(ctx), { levels: [one], reference: '3PL' });
  };
  await Promise.all([tell(), state(), importFile(ctx)]);
  return 'told';
}

/** They are told within days: statements are forgotten after 60. */
const soon = (ctx: Context) => ({ ...asSystem(ctx, 'race'), now: moment('2026-12-03 09:00') });

type Levels = Parameters<typeof tellLevels.call>[1]['levels'];

async function toldLevels(prisma: OpenDatabase['prisma'], { workspace }: Context): Promise<Levels> {
  const where = { workspaceId: workspace.id };
  const skus = new Map((await prisma.sku.findMany({ where })).map(({ code, id }) => [code, id]));
  const { id: locationId } = await prisma.location.findFirstOrThrow({ where });
  return levels.map(({ at, code, available }) => ({
    skuId: skus.get(code) ?? '',
    locationId,
    available,
    asOf: at,
  }));
}

async function tellAlone(ctx: Context, said: Levels): Promise<void> {
  await tellLevels.call(soon(ctx), { levels: said, reference: '3PL' });
  await tellOrders.call(asSystem(ctx, 'race'), { statements: [...story] });
  await importFile(ctx);
}

async function importFile(ctx: Context): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-race-'));
  try {
    const path = join(folder, 'orders.csv');
    await writeFile(path, file);
    const command = ['orders', path, '--partial', '--rejects', join(folder, 'rejects.csv')];
    await runImport(ctx, await readArguments(command, [importOrders]), () => {});
  } finally {
    await rm(folder, { recursive: true });
  }
}

function mixed<T>(all: readonly T[], { below }: Chance): readonly T[] {
  return all
    .map((one) => ({ one, place: below(1_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
