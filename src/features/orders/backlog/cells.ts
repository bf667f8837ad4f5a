import type { Cell, Due } from './model.ts';

/** What some cells make together. Two currencies are never added. */
export interface Sum {
  readonly count: number;
  /** By currency, the largest number of orders first. */
  readonly values: readonly { readonly currency: string; readonly minor: bigint }[];
}

export function sumOf(cells: readonly Cell[]): Sum {
  const values = new Map<string, { minor: bigint; count: number }>();
  for (const { currency, openMinor, count } of cells) {
    const before = values.get(currency) ?? { minor: 0n, count: 0 };
    values.set(currency, { minor: before.minor + openMinor, count: before.count + count });
  }
  return {
    count: cells.reduce((sum, { count }) => sum + count, 0),
    values: [...values]
      .toSorted(([a, { count }], [b, other]) => other.count - count || (a < b ? -1 : 1))
      .map(([currency, { minor }]) => ({ currency, minor })),
  };
}

export function isPast(due: Due): boolean {
  return due === 'long overdue' || due === 'overdue';
}

/** Of a backlog: what is to be sent, and what of it is past its ship-by or for the next cut-off; what is held apart. */
export function headlineOf(cells: readonly Cell[]) {
  const free = cells.filter(({ held }) => !held);
  return {
    toShip: sumOf(free),
    past: sumOf(free.filter(({ due }) => isPast(due))),
    next: sumOf(free.filter(({ due }) => due === 'next cut-off')),
    held: sumOf(cells.filter(({ held }) => held)),
  };
}
