import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import { factFamilies, foldFacts, parkFailing } from '../../src/features/index.ts';
import { beginMissing } from '../../src/features/kpis/keeping/fold.ts';
import { saidBy } from '../../src/jobs/drain/fold-some.ts';

/**
 * Makes the facts of all families as the drain does, until nothing is left to do. `failing`: subjects that are known to fail, of
 * which each failure is looked for among fewer and fewer.
 */
export async function foldAll(
  ctx: Context,
  { failing = [] }: { failing?: readonly string[] } = {},
): Promise<void> {
  const own = asSystem(ctx, 'facts');
  for (const family of factFamilies(ctx.engine)) {
    let most = 500;
    for (;;) {
      try {
        if ((await foldFacts.call(own, { family, most })) === 0) break;
        most = 500;
      } catch (error) {
        const found = await parkFailing.call(own, { family, most, reason: saidBy(error) });
        if (found === null || found.subjects === 0) throw error;
        if (found.parked !== null && !failing.includes(found.parked)) throw error;
        most = Math.max(1, Math.floor(found.subjects / 2));
      }
    }
  }
}

/** What a workspace has stored so far is counted, also what nobody ever notes again. */
export async function beginMissingFacts(ctx: Context): Promise<void> {
  await inUnit(asSystem(ctx, 'schedules'), {}, async (unit) => void (await beginMissing(unit)));
}
