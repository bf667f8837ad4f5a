import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { type Chance, chanceFrom, walkSeeds } from '../../../../test/harness/chance.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { foldedDemand, keptDemand } from '../../../../test/harness/demand.ts';
import { importing } from '../../../../test/harness/import.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { proveDemand } from './prove.ts';

const { prisma } = await testDatabase();
const files = 40;
// Around midnight in Berlin, on both sides of a change of clocks, and long before.
const moments = [
  '2026-03-28T22:59:00Z',
  '2026-03-28T23:00:00Z',
  '2026-03-29T21:59:00Z',
  '2026-03-29T22:00:00Z',
  '2025-12-31T23:30:00Z',
] as const;
const codes = ['A', 'B', 'C', 'D', 'LATER', 'NOBODYS'] as const;

/** A file of a few orders, as systems write them: again, in part, changed, or as something else. */
function fileOf({ below, pick }: Chance) {
  const hasIds = below(2) === 0;
  const milestone = pick(['', 'paid_at', 'handed_over_at', 'cancelled_at']);
  const rows = Array.from({ length: 1 + below(3) }, () => {
    const number = below(7);
    const placedAt = pick(moments);
    const sign = below(8) === 0 ? '-' : '';
    const at = below(3) === 0 ? '' : '2026-03-30T10:00:00Z';
    return Array.from({ length: 1 + below(3) }, (_, n) =>
      [
        number,
        placedAt,
        pick(codes),
        `${sign}${1 + below(3)}`,
        below(5) === 0 ? 'service' : 'goods',
        hasIds ? n : '',
        at,
      ].join(','),
    );
  }).flat();
  const header = ['number,placed_at,code,quantity,line_kind,line_id', milestone || 'title'].join(',');
  return { option: pick(['', '', ' --whole', ' --partial']), text: `${header}\n${rows.join('\n')}\n` };
}

test.each(walkSeeds)(
  'whatever files come, each day is the sum of its lines after every one (walk %i)',
  async (seed) => {
    const ctx = await newContext();
    const given = builders(prisma, ctx.workspace, ctx.now);
    for (const code of codes.slice(0, 4)) await given.sku(code);
    const chance = chanceFrom(seed);
    let refused = 0;
    for (let n = 0; n < files; n += 1) {
      if (n === files / 2) await given.sku('LATER');
      const { option, text } = fileOf(chance);
      refused += (await importing(ctx, `orders FILE${option}`, text)).rejected;
      const { id } = ctx.workspace;
      expect(await keptDemand(prisma, id), `after file ${n}${option}:\n${text}`).toEqual(
        await foldedDemand(prisma, id),
      );
    }
    const lines = await prisma.orderLine.count({ where: { workspaceId: ctx.workspace.id } });
    expect([lines > 5, refused > 0], `${lines} lines, ${refused} rows refused`).toEqual([true, true]);
    // The proof counts them otherwise, page by page.
    const { length: days } = await keptDemand(prisma, ctx.workspace.id);
    for (const size of [1, 2, 3, 7, 1_000])
      expect(await proveDemand(asSystem(ctx, 'test'), size), `${size} at once`).toEqual({ days, found: 0 });
  },
);
