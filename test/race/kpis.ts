import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { judgeTargets } from '../../src/features/kpis/breach/judge.ts';

/** Looks at the targets as the schedule does. */
export async function judgeAtOnce(ctx: Context): Promise<string> {
  const { begun } = await judgeTargets.call(asSystem(ctx, 'race'), {});
  return `${begun} begun`;
}
