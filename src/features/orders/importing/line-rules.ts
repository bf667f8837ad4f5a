import { codeKey } from '../../../core/text/code-key.ts';
import { type ImportRow, integerOf, moneyOf, textOf } from '../../../core/tokens/import-row.ts';
import { lineKey, type SaidLine } from '../fold/match-lines.ts';
import type { StoredLine } from '../rules.ts';

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

/** That a stored line is gone, for the audit log. */
export function takenAway({ orderId, ordinal, code, ordered, refunded }: StoredLine) {
  return {
    subject: { kind: 'order', id: orderId },
    before: { line: ordinal, code, pieces: Math.max(ordered, refunded) },
    after: null,
  };
}
