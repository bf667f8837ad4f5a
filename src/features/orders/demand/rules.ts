import { number } from '../../../core/text/quantity.ts';
import type { StoredLine } from '../rules.ts';
import type { Move, Pieces } from './model.ts';

const figures = ['ordered', 'cancelled', 'shipped'] as const satisfies readonly (keyof Pieces)[];

/**
 * What a line adds to the demand for its SKU. Null: its code is not known, it does not count, as of a test order, or none
 * of it was ordered, as of a credit's.
 */
function contributionOf(line: StoredLine): Move | null {
  const { skuId, placedAt, ordered, cancelled, shipped, counted } = line;
  const isNothing = ordered === 0 && cancelled === 0 && shipped === 0;
  return skuId === null || !counted || isNothing ? null : { skuId, placedAt, ordered, cancelled, shipped };
}

/** Which lines change: as they are stored, those that go, and those that are written. */
export interface LineChanges {
  /** All lines of the orders concerned, read under the lock of their orders. */
  readonly stored: readonly StoredLine[];
  readonly taken: readonly StoredLine[];
  readonly lines: readonly StoredLine[];
}

/** How demand moves when lines change: away with what they added before, and to it what they add now. */
export function movesOf({ stored, taken, lines }: LineChanges): readonly Move[] {
  const placeOf = ({ orderId, ordinal }: StoredLine) => `${orderId} ${ordinal}`;
  const touched = new Set([...taken, ...lines].map(placeOf));
  const before = stored.filter((line) => touched.has(placeOf(line)));
  return [
    ...before.flatMap((line) => opposite(contributionOf(line)) ?? []),
    ...lines.flatMap((line) => contributionOf(line) ?? []),
  ];
}

function opposite(move: Move | null): Move | null {
  if (!move) return null;
  const { ordered, cancelled, shipped } = move;
  return { ...move, ordered: 0 - ordered, cancelled: 0 - cancelled, shipped: 0 - shipped };
}

/** "ordered 99, its lines make 13; shipped 4, its lines make 5": what of a wrong day differs. */
export function differenceOf(kept: Pieces | null, lines: Pieces | null): string {
  const differing = figures.filter((figure) => (kept?.[figure] ?? 0) !== (lines?.[figure] ?? 0));
  return differing
    .map(
      (figure) => `${figure} ${number(kept?.[figure] ?? 0)}, its lines make ${number(lines?.[figure] ?? 0)}`,
    )
    .join('; ');
}
