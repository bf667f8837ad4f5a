import { kpis } from '../../../core/declare/kpi.ts';
import type { Context } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { keepingIn } from '../figure/read.ts';
import { generationsOf } from '../keeping/generation-store.ts';

/** Whether these KPIs have been counted once: before that they have nothing to say. */
export async function areCounted(
  { engine }: Pick<Context, 'engine'>,
  scope: Scope,
  keys: readonly string[],
): Promise<boolean> {
  const generations = await generationsOf(scope);
  const wanted = engine.contributions.of(kpis).filter(({ key }) => keys.includes(key));
  return wanted.every((kpi) => keepingIn(generations, kpi).generation > 0);
}
