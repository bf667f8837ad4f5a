import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { factFamilies, foldFacts } from '../../src/features/index.ts';

/** Makes the facts of all families until nothing is left to do. */
export async function foldAll(ctx: Context): Promise<void> {
  const own = asSystem(ctx, 'facts');
  for (const family of factFamilies(ctx.engine))
    while ((await foldFacts.call(own, { family, most: 500 })) > 0);
}
