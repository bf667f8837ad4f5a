import type { Kept } from '../telling/hash.ts';
import type { Known } from './input-model.ts';
import { lineKey } from './match-lines.ts';
import type { Sign } from './milestones.ts';
import type { FoldedFulfilment, FoldedRefund, FoldedRefundLine, ToldLine } from './model.ts';
import { isHandedOver } from './pieces.ts';

/**
 * Money that went back, each refund as it was last told, at the earliest moment at which it was told of: a source that gives
 * it none of its own tells it again with each later change of its order. `whole`: when the whole order was handed over.
 */
export function refundsOf(
  statements: readonly Kept[],
  {
    fulfilments,
    lines,
    whole,
  }: { fulfilments: readonly FoldedFulfilment[]; lines: readonly ToldLine[]; whole: Sign | null },
  known: Known,
): readonly FoldedRefund[] {
  const refunds = new Map<string, FoldedRefund>();
  const first = firstTold(statements);
  for (const { source, refunds: said = [] } of statements)
    for (const { externalId, amountMinor, note, lines: told, ...one } of said) {
      const key = refundKey(source, externalId);
      const at = first.get(key) ?? one.at;
      const byLine = new Map<string, FoldedRefundLine>();
      for (const one of told) {
        const own = keyOf(one.id, lines);
        if (own === null) continue;
        const restock = one.restock === 'restock' ? (hasLeft(own, at) ? 'return' : 'cancel') : one.restock;
        const before = byLine.get(own);
        byLine.set(own, {
          lineKey: own,
          quantity: one.quantity + (before?.quantity ?? 0),
          amountMinor: one.amountMinor + (before?.amountMinor ?? 0n),
          restock,
          locationId: one.location ? known.idOf(one.location) : null,
        });
      }
      const refund = { source, externalId, at, amountMinor, note, lines: [...byLine.values()] };
      refunds.set(key, refund);
    }
  return [...refunds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, refund]) => refund);

  function hasLeft(key: string, at: Date): boolean {
    const parcels = fulfilments.filter(
      (one) => isHandedOver(one) && one.lines.some((line) => line.lineKey === key),
    );
    return [whole?.at, ...parcels.map(({ handedOverAt }) => handedOverAt)].some((left) => left && left <= at);
  }
}

const refundKey = (source: string, externalId: string) => JSON.stringify([source, externalId]);

function firstTold(statements: readonly Kept[]): ReadonlyMap<string, Date> {
  const first = new Map<string, Date>();
  for (const { source, refunds = [] } of statements)
    for (const { externalId, at } of refunds) {
      const key = refundKey(source, externalId);
      const known = first.get(key);
      if (!known || at < known) first.set(key, at);
    }
  return first;
}

function keyOf(id: string, lines: readonly ToldLine[]): string | null {
  const key = lineKey(id);
  return lines.find((line) => line.lineKey === id || line.lineKey === key)?.lineKey ?? null;
}
