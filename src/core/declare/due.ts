import type { MutationContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Effects } from '../runtime/effects.ts';
import type { DueKind } from '../tokens/due.ts';

/** What happens then. It runs in the transaction that takes it off the list. */
export interface DueHandler {
  readonly kind: DueKind;
  /** Audit rows are written under the kind's id. `next`: when it happens again; null for never. */
  act(ctx: MutationContext, subject: string): Promise<Effects & { readonly next: Date | null }>;
}

/** What happens at moments of the domain. */
export const due = contribution<DueHandler>('due');
