import { expect, inject, test } from 'vitest';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { importing } from '../../test/harness/import.ts';
import type { Context } from '../core/runtime/context.ts';
import { inUnit } from '../core/runtime/unit.ts';
import { inTurn } from './turn.ts';

const rows = (line: (n: number) => string) => Array.from({ length: 400 }, (_, n) => line(n)).join('\n');
const files = [
  ['orders', `number,placed_at,code,quantity\n${rows((n) => `${n},2026-02-01,A,1\n${n},2026-02-01,B,2`)}`],
  ['products', `code,aliases,barcode\n${rows((n) => `P${n},shop:S${n},40063813${n}`)}`],
  ['locations', `code\n${rows((n) => `L${n}`)}`],
] as const;

/** Rows of the workspace by table. */
async function counted({ workspace }: Context) {
  const { prisma } = await testDatabase();
  const where = { workspaceId: workspace.id };
  return await Promise.all([
    prisma.order.count({ where }),
    prisma.orderLine.count({ where }),
    prisma.sku.count({ where }),
    prisma.skuAlias.count({ where }),
    prisma.location.count({ where }),
  ]);
}

test.each(files)('two imports of the same %s at once load them once', async (kind, file) => {
  for (const options of ['', ' --all-or-nothing']) {
    const [once, ctx] = [await newContext(), await newContext()];
    await importing(once, `${kind} FILE`, file);
    const reports = await Promise.all(
      [1, 2].map(async () => await importing(ctx, `${kind} FILE${options}`, file)),
    );
    const counts = reports.map(({ kinds: [one], rejected }) => [
      one?.counts.added,
      one?.counts.unchanged,
      rejected,
    ]);
    const lines = file.split('\n').length - 1;
    expect(counts.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [0, lines, 0],
      [lines, 0, 0],
    ]);
    expect(await counted(ctx)).toEqual(await counted(once));
  }
});

// The embedded database runs one transaction after the other by itself.
test.runIf('url' in inject('database'))(
  'an import that would wait too long for another is refused with a sentence',
  async () => {
    const ctx = await newContext();
    const nothing = async () => {};
    const refused = inUnit(ctx, inTurn(ctx), async () => await inUnit(ctx, inTurn(ctx, 100), nothing));
    await expect(refused).rejects.toThrow('Another import is loading everything at once.');
    await inUnit(ctx, inTurn(ctx), nothing);
  },
);
