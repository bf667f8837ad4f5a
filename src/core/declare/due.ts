import type { MutationContext } from '../runtime/context.ts';
import type { Effects } from '../runtime/effects.ts';

/** Something of the domain that happens at a moment: a reminder, an expiry, a step, the end of a snooze. */
export interface DueKind {
  /** `<feature>.<noun>`, unique over all features. */
  readonly id: string;
  /** To happen to `subject` at that moment, in place of any other moment set before. */
  at(subject: string, moment: Date): Due;
  /** Not to happen any more. */
  never(subject: string): Due;
}

export interface Due {
  readonly kind: DueKind;
  readonly subject: string;
  readonly at: Date | null;
}

export function defineDue(id: string): DueKind {
  const kind: DueKind = {
    id,
    at: (subject, moment) => ({ kind, subject, at: moment }),
    never: (subject) => ({ kind, subject, at: null }),
  };
  return kind;
}

/** What happens then. It runs in the transaction that takes it off the list. */
export interface DueHandler {
  readonly kind: DueKind;
  /** Audit rows are written under the kind's id. `next`: when it happens again; null for never. */
  act(ctx: MutationContext, subject: string): Promise<Effects & { readonly next: Date | null }>;
}
