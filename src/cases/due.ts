import { acts, type DueHandler } from '../core/declare/due.ts';
import type { MutationContext } from '../core/runtime/context.ts';
import type { Effects } from '../core/runtime/effects.ts';
import type { DueKind } from '../core/tokens/due.ts';
import type { FoundCases } from './case-kind.ts';
import { holdIfFree } from './hold.ts';

/** The effects of due work on a case. `next`: the next time; null or absent for none. */
export type DueEffects = Partial<Effects> & { readonly next?: Date | null };

/**
 * Due work on a case, which is locked for it. A case that another transaction has locked is tried again at the next
 * tick. `act` returns null if the work no longer applies.
 */
export function actsOn<Case>(
  kind: DueKind,
  cases: FoundCases<Case>,
  act: (ctx: MutationContext, one: Case) => Promise<DueEffects | null>,
): DueHandler {
  return acts(kind, async (ctx, id) => {
    const one = await holdIfFree(ctx, cases, id);
    if (one === 'busy') return { changes: [], next: ctx.now };
    const effects = one && (await act(ctx, one));
    return { changes: [], next: null, ...effects };
  });
}
