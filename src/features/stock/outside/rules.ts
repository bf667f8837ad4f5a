import type { OutsideChange } from './model.ts';

/** A statement about what is available at a place, beside what the ledger knew. */
export interface Stated {
  readonly quantity: number;
  /** Against what the ledger knew of that moment. */
  readonly difference: number;
  readonly asOf: Date;
}

/** A change, with what was posted to the ledger there since it was asked, until the statement. */
export type Awaited = OutsideChange & { readonly posted: number };

/**
 * The open changes of a place that a statement made after them agrees with.
 *
 * Its number moved by just what all of them ask for, or by what one of them asks for, the oldest first. Or the task of a
 * change was done before the statement, and the number is no longer the one that was told: the system has changes of its
 * own, and a person says that ours is among them.
 */
export function agreeing(
  { quantity, difference, asOf }: Stated,
  open: readonly Awaited[],
): readonly Awaited[] {
  const asked = open
    .filter(({ askedAt }) => askedAt < asOf)
    .toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
  const exact = difference === 0 ? [] : exactly(difference, asked);
  const moved = exact.reduce((sum, one) => sum + one.quantity, 0);
  const entered = asked.filter(
    (one) =>
      !exact.includes(one) &&
      one.enteredAt !== null &&
      one.enteredAt < asOf &&
      quantity !== one.told + moved + one.posted,
  );
  return [...exact, ...entered];
}

function exactly(difference: number, asked: readonly Awaited[]): readonly Awaited[] {
  if (asked.reduce((sum, { quantity }) => sum + quantity, 0) === difference) return asked;
  return asked.filter(({ quantity }) => quantity === difference).slice(0, 1);
}
