import type { Kept } from '../telling/hash.ts';
import type { Known } from './input-model.ts';
import { lineKey } from './match-lines.ts';
import type { Sign } from './milestones.ts';
import type { FoldedFulfilment, FoldedRefund, FoldedRefundLine, ToldLine } from './model.ts';
import { isHandedOver } from './pieces.ts';

/** Money that went back, each refund as it was last told. `whole`: when the whole order was handed over. */
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
  for (const { source, refunds: said = [] } of statements)
    for (const { externalId, at, amountMinor, note, lines: told } of said) {
      const byLine = new Map<string, FoldedRefundLine>();
      for (const one of told) {
        const key = keyOf(one.id, lines);
        if (key === null) continue;
        const restock = one.restock === 'restock' ? (hasLeft(key, at) ? 'return' : 'cancel') : one.restock;
        const before = byLine.get(key);
        byLine.set(key, {
          lineKey: key,
          quantity: one.quantity + (before?.quantity ?? 0),
          amountMinor: one.amountMinor + (before?.amountMinor ?? 0n),
          restock,
          locationId: one.location ? known.idOf(one.location) : null,
        });
      }
      const refund = { source, externalId, at, amountMinor, note, lines: [...byLine.values()] };
      refunds.set(JSON.stringify([source, externalId]), refund);
    }
  return [...refunds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, refund]) => refund);

  function hasLeft(key: string, at: Date): boolean {
    const parcels = fulfilments.filter(
      (one) => isHandedOver(one) && one.lines.some((line) => line.lineKey === key),
    );
    return [whole?.at, ...parcels.map(({ handedOverAt }) => handedOverAt)].some((left) => left && left <= at);
  }
}

function keyOf(id: string, lines: readonly ToldLine[]): string | null {
  const key = lineKey(id);
  return lines.find((line) => line.lineKey === id || line.lineKey === key)?.lineKey ?? null;
}
