import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import { factFamilies, foldFacts } from '../../src/features/index.ts';
import { beginMissing } from '../../src/features/kpis/keeping/fold.ts';

/** Makes the facts of all families until nothing is left to do. */
export async function foldAll(ctx: Context): Promise<void> {
  const own = asSystem(ctx, 'facts');
  for (const family of factFamilies(ctx.engine))
    while ((await foldFacts.call(own, { family, most: 500 })) > 0);
}

/** What a workspace has stored so far is counted, also what nobody ever notes again. */
export async function beginMissingFacts(ctx: Context): Promise<void> {
  await inUnit(asSystem(ctx, 'schedules'), {}, async (unit) => void (await beginMissing(unit)));
}
