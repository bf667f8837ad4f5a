import type { MutationContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Effects } from '../runtime/effects.ts';
import type { DueKind } from '../tokens/due.ts';

/** Runs due work, in the transaction that takes it off the list. */
export interface DueHandler {
  readonly kind: DueKind;
  /** Audit rows carry the kind's id. `next`: when it runs again; null for never. */
  act(ctx: MutationContext, subject: string): Promise<Effects & { readonly next: Date | null }>;
}

/** Handlers of due work. */
export const due = contribution<DueHandler>('due');
