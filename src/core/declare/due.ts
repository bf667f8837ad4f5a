import type { MutationContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Effects } from '../runtime/effects.ts';
import type { DueKind } from '../tokens/due.ts';

/** One piece of due work in hand. */
export interface DueInHand {
  readonly subject: string;
  /** That of the request which set it. */
  readonly correlationId: string;
}

export interface DueOutcome extends Effects {
  /** When it runs again; null for never. */
  readonly next: Date | null;
}

/** Runs due work. Build it with `acts` or `actsTogether`. */
export interface DueHandler {
  readonly kind: DueKind;
  /**
   * In the transaction that takes the pieces off the list: it may run again for the same pieces after a failure. By
   * subject; one without an outcome is over. Audit rows carry the kind's id and the request of their subject.
   */
  act(ctx: MutationContext, pieces: readonly DueInHand[]): Promise<ReadonlyMap<string, DueOutcome>>;
}

/** Each subject by itself, as part of the request that set it. */
export function acts(
  kind: DueKind,
  act: (ctx: MutationContext, subject: string) => Promise<DueOutcome>,
): DueHandler {
  return {
    kind,
    async act(ctx, pieces) {
      const outcomes = new Map<string, DueOutcome>();
      for (const { subject, correlationId } of pieces)
        outcomes.set(subject, await act({ ...ctx, correlationId }, subject));
      return outcomes;
    },
  };
}

/** All subjects of a batch at once, such as in one statement. */
export function actsTogether(kind: DueKind, act: DueHandler['act']): DueHandler {
  return { kind, act };
}

/** Handlers of due work. */
export const due = contribution<DueHandler>('due');
