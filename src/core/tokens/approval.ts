import type { z } from 'zod';
import type { Role } from './permission.ts';

/** The values that a policy judges. Null: the kind does not know it, and a rule that bounds it does not match. */
export interface Measure {
  /** What it is about, such as the id of a SKU: its card names what waits. */
  readonly subject: string;
  /** What rolling totals are counted over, such as a customer, where that is not the subject. */
  readonly totalBy?: string;
  /** Units, never negative. */
  readonly quantity: number | null;
  /** Minor units of the workspace's currency, never negative. */
  readonly amountMinor: bigint | null;
  /** The code of the location; its working hours count for the expiry. */
  readonly location: string | null;
  readonly supplier: string | null;
}

export type Measured = 'quantity' | 'amount' | 'location' | 'supplier';

/** The present facts about a request. */
export interface Reading<Facts> {
  /** The facts that the approver sees and that must still hold when the effect runs: plain JSON. */
  readonly facts: Facts;
  readonly measure: Measure;
}

/**
 * What is told beside the numbers of a request: what they would become (40 → 37), what they have become (was 40, is
 * 37), or nothing, since nothing follows (40).
 */
export type Telling = 'would be' | 'is' | 'stays';

/** A request for its approvers, in plain text; views escape it. */
export interface Told {
  /** Completes "Maya asks to …", such as "write off 3 × MUG-01 in Hamburg". */
  readonly what: string;
  /** Label and value: cost, present numbers, and numbers after the effect. */
  readonly lines: readonly (readonly [label: string, value: string])[];
}

/** A kind's default rule, for shops without a policy of their own. The first matching rule decides. */
export interface ShippedRule {
  /** For people, such as "large adjustment"; unique over all kinds. */
  readonly name: string;
  readonly quantityAtMost?: number;
  /** Whole units of the shop's currency. */
  readonly amountAtMost?: number;
  /** The sum of one person's requests about one subject within 24 hours, this one included. */
  readonly dayQuantityAtMost?: number;
  readonly dayAmountAtMost?: number;
  /** The approvers; null: no approval needed. */
  readonly by: { readonly role: Role; readonly needs: number } | null;
  /** Whether a manager may override in an emergency. */
  readonly breakGlass: boolean;
  /** Whether approvers also get the card as a direct message: off for what is small. */
  readonly directly?: boolean;
}

export interface ApprovalDeclaration<Request extends z.ZodType, Facts extends z.ZodType> {
  /** `<feature>.<noun>`, unique over all features; policies name it. */
  readonly id: string;
  /** For people, such as "Stock adjustment". */
  readonly title: string;
  /** The request: ids and numbers that stay as they are, in JSON. */
  readonly request: Request;
  readonly facts: Facts;
  /** The measures this kind can know: a rule that bounds any other could never match. */
  readonly measures: readonly Measured[];
  /** None: the default approver decides. */
  readonly rules: readonly ShippedRule[];
  /** Working hours of the location after which an undecided request expires. */
  readonly expiresInWorkingHours: number;
  /** How long Undo is offered after the effect, where there is an inverse. */
  readonly undoMinutes: number;
}

/** A kind of request that needs approval, declared once: a feature asks with it, and runs its effect once approved. */
export interface ApprovalKind<Request = never, Facts = never>
  extends ApprovalDeclaration<z.ZodType<Request>, z.ZodType<Facts>> {
  /** The request to ask for. */
  of(request: Request): AskedFor;
}

export interface AskedFor {
  readonly kind: string;
  readonly request: unknown;
}

export function defineApproval<Request extends z.ZodType, Facts extends z.ZodType>(
  declaration: ApprovalDeclaration<Request, Facts>,
): ApprovalKind<z.output<Request>, z.output<Facts>> {
  return {
    ...declaration,
    request: declaration.request as unknown as z.ZodType<z.output<Request>>,
    facts: declaration.facts as unknown as z.ZodType<z.output<Facts>>,
    of: (request) => ({ kind: declaration.id, request }),
  };
}
