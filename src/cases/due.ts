import type { DueHandler } from '../core/declare/due.ts';
import type { MutationContext } from '../core/runtime/context.ts';
import type { Effects } from '../core/runtime/effects.ts';
import type { DueKind } from '../core/tokens/due.ts';
import type { FoundCases } from './case-kind.ts';
import { holdIfFree } from './hold.ts';

/** What happens to a case at a moment. `next`: when it happens again; null or left out for never. */
export type DueEffects = Partial<Effects> & { readonly next?: Date | null };

/**
 * Due work about a case: it is held, and what somebody else has in hand is looked at with the next look. Null from
 * `act`: the case is not one that it is for any more.
 */
export function actsOn<Case>(
  kind: DueKind,
  cases: FoundCases<Case>,
  act: (ctx: MutationContext, one: Case) => Promise<DueEffects | null>,
): DueHandler {
  return {
    kind,
    async act(ctx, id) {
      const one = await holdIfFree(ctx, cases, id);
      if (one === 'busy') return { changes: [], next: ctx.now };
      const effects = one && (await act(ctx, one));
      return { changes: [], next: null, ...effects };
    },
  };
}
