import type { MutationContext, QueryContext } from '../runtime/context.ts';
import { contribution } from '../runtime/contributions.ts';
import type { Effects } from '../runtime/effects.ts';
import type { ApprovalKind, Reading, Telling, Told } from '../tokens/approval.ts';

/** An approved request, whose effect runs next. */
export interface Approved {
  readonly id: string;
  readonly number: number;
  readonly requesterId: string;
  readonly why: string | null;
  /** The facts that were decided on; what runs goes by the present ones. */
  readonly seen: unknown;
}

/** How a feature reads, describes, runs and undoes a kind of approval. Build it with `approves`. */
export interface Approving<Request, Facts> {
  /**
   * Reads the present facts and, inside a transaction, locks the rows that the effect will change. Throws a `Refusal`
   * (with fields, for a form) when it can no longer be asked for.
   */
  read(ctx: QueryContext, request: Request): Promise<Reading<Facts>>;
  /** `telling`: whether the effect is still to come, has been, or will not be. */
  tell(request: Request, facts: Facts, telling: Telling): Told;
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
  /**
   * Whether things are as the effect left them: then the requester of what needed no yes undoes it without one.
   * `facts`: those of the effect.
   */
  readonly isAsLeft?: (request: Request, facts: Facts, now: Facts) => boolean;
  /** What an inverse request gives back: "2 × LAMP-03 back to available". */
  readonly tellUndo?: (inverse: Request, facts: Facts) => string;
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
      tell: (asked, seen, telling) => about.tell(request(asked), facts(seen), telling),
      changed: (before, now, asked) => about.changed(facts(before), facts(now), request(asked)),
      needsNoYes: (asked, seen) => about.needsNoYes?.(request(asked), facts(seen)) ?? null,
      run: async (ctx, asked, seen, approved) => await about.run(ctx, request(asked), facts(seen), approved),
      inverse: (asked, seen) => about.inverse?.(request(asked), facts(seen)) ?? null,
      isAsLeft: (asked, seen, now) => about.isAsLeft?.(request(asked), facts(seen), facts(now)) ?? false,
      ...(about.tellUndo && {
        tellUndo: (asked, seen) => about.tellUndo?.(request(asked), facts(seen)) ?? '',
      }),
    },
  };
}

/** Kinds of approval. */
export const approvals = contribution<ApprovalHandler>('approvals');
