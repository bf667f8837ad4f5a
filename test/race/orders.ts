import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { importOrders } from '../../src/features/orders/importing/orders.ts';
import { tellOrders } from '../../src/features/orders/index.ts';
import { readArguments } from '../../src/importer/arguments.ts';
import { runImport } from '../../src/importer/command.ts';
import { chanceFrom } from '../harness/chance.ts';
import { shuffled, story } from '../harness/order-story.ts';

/** Of the order of the story, and two others. */
const file = `number,channel,updated_at,placed_at,packed_at,code,title,quantity,unit_price,line_id
#1042,shop,2026-11-23T07:00:00Z,2026-11-23T08:00:00Z,2026-11-24T07:30:00Z,SKU-A,An older title,1,10.00,9007199254740993
1043,shop,2026-11-23T07:00:00Z,2026-11-23T08:00:00Z,,SKU-A,,4,10.00,
1044,shop,2026-11-23T07:00:00Z,2026-11-23T08:00:00Z,,SKU-B,,5,10.00,
`;

/** One process's part: all that was said, in its own order, and the file beside it. In the first round one tells it alone. */
export async function tellOrdersAtOnce(
  ctx: Context,
  { round, who }: { readonly round: number; readonly who: string },
): Promise<string> {
  if (round === 0) {
    if (who === 'one') await tellAlone(ctx);
    return 'told';
  }
  const chance = chanceFrom(round * 2 + (who === 'one' ? 1 : 2));
  const tell = async () => {
    const left = [...shuffled(chance)];
    while (left.length > 0)
      await tellOrders.call(asSystem(ctx, 'race'), { statements: left.splice(0, 1 + chance.below(6)) });
  };
  await Promise.all([tell(), importFile(ctx)]);
  return 'told';
}

async function tellAlone(ctx: Context): Promise<void> {
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
