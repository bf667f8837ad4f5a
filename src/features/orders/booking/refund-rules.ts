import type { FoldedRefund } from '../fold/model.ts';
import type { StoredLine } from '../rules.ts';

/** What a refund says of a line's pieces. */
export interface LineRefund {
  readonly part: string;
  readonly at: Date;
  /** Pieces that came back after they had left. */
  readonly returned: number;
  /** Pieces that had not left: put back, or not. */
  readonly restocked: number;
  readonly dropped: number;
  readonly locationId: string | null;
}

/** The refunds of a line, the earliest first. More cannot come back than has left: the others never went. */
export function refundsOf(
  refunds: readonly FoldedRefund[],
  { lineKey, shipped }: Pick<StoredLine, 'lineKey' | 'shipped'>,
): readonly LineRefund[] {
  let away = shipped;
  return refunds
    .flatMap(({ source, externalId, at, lines }) =>
      lines.flatMap((line) =>
        line.lineKey === lineKey ? [{ ...line, part: `${source} ${externalId}`, at }] : [],
      ),
    )
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.part < b.part ? -1 : 1))
    .map(({ part, at, quantity, restock, locationId }) => {
      const returned = restock === 'return' ? Math.min(away, quantity) : 0;
      away -= returned;
      const restocked = restock === 'none' ? 0 : quantity - returned;
      return { part, at, returned, restocked, dropped: restock === 'none' ? quantity : 0, locationId };
    });
}

/** Pieces that were cancelled at a moment. */
export interface Gone {
  /** The refund; empty: the order as a whole. */
  readonly part: string;
  readonly at: Date;
  readonly quantity: number;
  readonly isRestocked: boolean;
}

/**
 * How the cancelled pieces of a line went. First by the refunds that put pieces back, then by those that do not: these may
 * be about pieces that had left. The rest went with the order; of an order that stands they were edited away, at a moment
 * that nobody told, so they were never taken.
 */
export function goneOf(
  { cancelled }: Pick<StoredLine, 'cancelled'>,
  refunds: readonly LineRefund[],
  cancelledAt: Date | null,
): { readonly gone: readonly Gone[]; readonly edited: number } {
  const gone: Gone[] = [];
  let rest = cancelled;
  const take = (part: string, at: Date, pieces: number, isRestocked: boolean) => {
    const quantity = Math.min(rest, pieces);
    if (quantity === 0) return;
    rest -= quantity;
    gone.push({ part, at, quantity, isRestocked });
  };
  for (const { part, at, restocked } of refunds) take(part, at, restocked, true);
  for (const { part, at, dropped } of refunds) take(part, at, dropped, false);
  if (cancelledAt) take('', cancelledAt, rest, true);
  return { gone, edited: rest };
}
