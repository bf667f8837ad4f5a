import type { z } from 'zod';
import type { Role } from './permission.ts';

/** The values a policy judges. A value the kind does not know is null, and no rule that bounds it matches. */
export interface Measure {
  /** The subject of rolling totals, such as the id of a SKU or a customer. */
  readonly subject: string;
  /** Units, never negative. */
  readonly quantity: number | null;
  /** Minor units of the workspace's currency, never negative. */
  readonly amountMinor: bigint | null;
  /** The code of the location; it also says whose working hours the expiry is counted in. */
  readonly location: string | null;
  readonly supplier: string | null;
}

export type Measured = 'quantity' | 'amount' | 'location' | 'supplier';

/** How things stand with what is asked. */
export interface Reading<Facts> {
  /** The facts that the approver sees and that must still hold when the effect runs: plain JSON. */
  readonly facts: Facts;
  readonly measure: Measure;
}

/** What an approver reads, in plain text; views escape it. */
export interface Told {
  /** Completes "Maya asks to …", such as "write off 3 × MUG-01 in Hamburg". */
  readonly what: string;
  /** Label and value: what it costs, how things stand, and how they would stand after it. */
  readonly lines: readonly (readonly [label: string, value: string])[];
}

/** A rule that a kind brings along for shops that have no policy of their own. Of a kind's rules the first that fits decides. */
export interface ShippedRule {
  /** For people, such as "large adjustment"; unique over all kinds. */
  readonly name: string;
  readonly quantityAtMost?: number;
  /** Whole units of the shop's currency. */
  readonly amountAtMost?: number;
  /** What one person asks for about one subject within 24 hours, this included. */
  readonly dayQuantityAtMost?: number;
  readonly dayAmountAtMost?: number;
  /** Who says yes; null: nobody has to. */
  readonly by: { readonly role: Role; readonly needs: number } | null;
  /** Whether a manager may decide alone in an emergency. */
  readonly breakGlass: boolean;
}

export interface ApprovalDeclaration<Request extends z.ZodType, Facts extends z.ZodType> {
  /** `<feature>.<noun>`, unique over all features; policies name it. */
  readonly id: string;
  /** For people, such as "Stock adjustment". */
  readonly title: string;
  /** What is asked: ids and numbers that stay as they are, in JSON. */
  readonly request: Request;
  readonly facts: Facts;
  /** The measures this kind can know: a rule that bounds any other could never match. */
  readonly measures: readonly Measured[];
  /** None: the default approver decides. */
  readonly rules: readonly ShippedRule[];
  /** After that many working hours of the location without a decision it expires. */
  readonly expiresInWorkingHours: number;
  /** How long Undo is offered after the effect, where there is an inverse. */
  readonly undoMinutes: number;
}

/** Something that needs a yes, declared once: a feature asks for it, and runs it once it has the yes. */
export interface ApprovalKind<Request = never, Facts = never>
  extends ApprovalDeclaration<z.ZodType<Request>, z.ZodType<Facts>> {
  /** What is to be asked for. */
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
