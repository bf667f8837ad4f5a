import { codeKey } from '../../../core/text/code-key.ts';
import { type ImportRow, integerOf, moneyOf, saysOf, textOf } from '../../../core/tokens/import-row.ts';
import { lineKey, type SaidLine } from '../fold/match-lines.ts';
import { milestoneFields, quantitiesAt, type StoredLine, type StoredOrder } from '../rules.ts';

export function saidLine(row: ImportRow): SaidLine {
  return {
    line: row.line,
    ordinal: row.ordinal,
    id: lineKey(textOf(row, 'line_id')),
    code: textOf(row, 'code') ?? '',
    priceMinor: moneyOf(row, 'unit_price')?.minor ?? null,
    pieces: Math.abs(integerOf(row, 'quantity') ?? 0),
  };
}

/** Whether a second row with the id of a first one repeats it. */
export function repeats(first: SaidLine, again: SaidLine): boolean {
  return (
    codeKey(first.code) === codeKey(again.code) &&
    first.priceMinor === again.priceMinor &&
    first.pieces === again.pieces
  );
}

export function lineAfter(
  before: StoredLine | undefined,
  row: ImportRow,
  order: StoredOrder,
  {
    skuId,
    ordinal,
    isSameSku,
  }: { readonly skuId: string | null; readonly ordinal: number; readonly isSameSku: boolean },
): StoredLine {
  const { code: said, id, priceMinor, pieces } = saidLine(row);
  // A credit's pieces were never ordered.
  const [ordered, refunded] =
    order.kind === 'credit' ? [0, pieces] : [pieces, before && before.ordered > 0 ? before.refunded : 0];
  const code = before && isSameSku ? before.code : said;
  const moved = quantitiesAt(order.stage, ordered);
  // A file without milestones keeps the quantities that the line has reached since.
  const kept =
    before && before.ordered === ordered && !Object.keys(milestoneFields).some((f) => saysOf(row, f));
  return {
    orderId: order.id,
    ordinal,
    sourceLine: id ?? before?.sourceLine ?? null,
    skuId: skuId ?? (before && isSameSku ? before.skuId : null),
    code,
    title: textOf(row, 'title') ?? before?.title ?? code,
    kind: textOf(row, 'line_kind') ?? before?.kind ?? 'goods',
    ordered,
    allocated: kept ? before.allocated : moved.allocated,
    picked: kept ? before.picked : moved.picked,
    shipped: kept ? before.shipped : moved.shipped,
    cancelled: kept ? before.cancelled : moved.cancelled,
    refunded,
    unitPriceMinor: priceMinor ?? before?.unitPriceMinor ?? 0n,
    placedAt: order.placedAt,
  };
}

/** How lines that the file leaves out change, which stay: they go where their order goes. */
export function linesFollowing(
  stay: readonly StoredLine[],
  before: StoredOrder,
  order: StoredOrder,
): readonly StoredLine[] {
  const isMoved = before.stage !== order.stage;
  if (!isMoved && before.placedAt.getTime() === order.placedAt.getTime()) return [];
  return stay.map((line) => ({
    ...line,
    ...(isMoved && quantitiesAt(order.stage, line.ordered)),
    placedAt: order.placedAt,
  }));
}

/** That a stored line is gone, for the audit log. */
export function takenAway({ orderId, ordinal, code, ordered, refunded }: StoredLine) {
  return {
    subject: { kind: 'order', id: orderId },
    before: { line: ordinal, code, pieces: Math.max(ordered, refunded) },
    after: null,
  };
}
