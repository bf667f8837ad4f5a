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
 * change was done before the statement, and the number has moved the way that was asked, at least as far: the system has
 * changes of its own, and a person says that ours is among them. Of several each needs its own share, the oldest first.
 */
export function agreeing(
  { quantity, difference, asOf }: Stated,
  open: readonly Awaited[],
): readonly Awaited[] {
  const asked = open
    .filter(({ askedAt }) => askedAt < asOf)
    .toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime());
  const exact = difference === 0 ? [] : exactly(difference, asked);
  let taken = exact.reduce((sum, one) => sum + one.quantity, 0);
  const entered: Awaited[] = [];
  for (const one of asked) {
    if (exact.includes(one) || one.enteredAt === null || one.enteredAt >= asOf) continue;
    const moved = quantity - one.told - one.posted - taken;
    if (Math.sign(moved) !== Math.sign(one.quantity) || Math.abs(moved) < Math.abs(one.quantity)) continue;
    entered.push(one);
    taken += one.quantity;
  }
  return [...exact, ...entered];
}

function exactly(difference: number, asked: readonly Awaited[]): readonly Awaited[] {
  if (asked.reduce((sum, { quantity }) => sum + quantity, 0) === difference) return asked;
  return asked.filter(({ quantity }) => quantity === difference).slice(0, 1);
}
