import type { MutationContext, QueryContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Effects } from '../runtime/effects.ts';
import type { ApprovalKind, Reading, Told } from '../tokens/approval.ts';

/** An approved request, whose effect runs next. */
export interface Approved {
  readonly id: string;
  readonly number: number;
  readonly requesterId: string;
  readonly why: string | null;
}

/** How a feature reads, describes, runs and undoes a kind of approval. Build it with `approves`. */
export interface Approving<Request, Facts> {
  /**
   * Reads the present facts and, inside a transaction, locks the rows that the effect will change. Throws a `Refusal`
   * (with fields, for a form) when it can no longer be asked for.
   */
  read(ctx: QueryContext, request: Request): Promise<Reading<Facts>>;
  tell(request: Request, facts: Facts): Told;
  /** Changes large enough to ask the approver again, as sentences such as "Available: was 40, is 3". */
  changed(before: Facts, now: Facts, request: Request): readonly string[];
  /**
   * Why this request needs no approval whatever the policy says, such as "price change within 10 %"; null: the policy
   * decides. Undo follows it too. Amounts among the facts are minor units, unlike those of a `ShippedRule`.
   */
  readonly needsNoYes?: (request: Request, facts: Facts) => string | null;
  /**
   * Runs the effect, in the transaction that marks the request as done. `said`: one sentence about the outcome. Throws
   * a `Refusal` when it cannot be done.
   */
  run(
    ctx: MutationContext,
    request: Request,
    facts: Facts,
    approved: Approved,
  ): Promise<Effects & { readonly said: string }>;
  /** The request that would undo it; null: nothing can. It goes through the same policy. */
  readonly inverse?: (request: Request, facts: Facts) => Request | null;
}

export interface ApprovalHandler {
  readonly kind: ApprovalKind;
  readonly about: Approving<unknown, unknown>;
}

export function approves<Request, Facts>(
  kind: ApprovalKind<Request, Facts>,
  about: Approving<Request, Facts>,
): ApprovalHandler {
  const request = (value: unknown) => kind.request.parse(value);
  const facts = (value: unknown) => kind.facts.parse(value);
  return {
    kind: kind as unknown as ApprovalKind,
    about: {
      read: async (ctx, asked) => await about.read(ctx, request(asked)),
      tell: (asked, seen) => about.tell(request(asked), facts(seen)),
      changed: (before, now, asked) => about.changed(facts(before), facts(now), request(asked)),
      needsNoYes: (asked, seen) => about.needsNoYes?.(request(asked), facts(seen)) ?? null,
      run: async (ctx, asked, seen, approved) => await about.run(ctx, request(asked), facts(seen), approved),
      inverse: (asked, seen) => about.inverse?.(request(asked), facts(seen)) ?? null,
    },
  };
}

/** Kinds of approval. */
export const approvals = contribution<ApprovalHandler>('approvals');
