import { type ImportFault, type ImportRow, integerOf, textOf } from '../../../core/tokens/import-row.ts';
import type { LineSaid } from '../line/model.ts';
import { lineKey } from '../line/rules.ts';

/** The order and line that a row is about. One without a number of its own is the n-th of its order. */
export function nameIn(row: ImportRow): Pick<LineSaid, 'po' | 'line'> {
  return { po: textOf(row, 'po') ?? '', line: textOf(row, 'line') ?? `n:${row.ordinal}` };
}

export const keyIn = (row: ImportRow): string => lineKey(nameIn(row));

/** Why a row is refused, beyond the types of its cells. What its days contradict is kept, and listed as a data fault. */
export function rowFault(row: ImportRow, saidAt: Date, now: Date): ImportFault | null {
  const fault = (column: string, value: string, reason: string) => ({
    line: row.line,
    column,
    value,
    reason,
  });
  for (const column of ['ordered', 'received']) {
    const pieces = integerOf(row, column) ?? 0;
    if (pieces < 0) return fault(column, String(pieces), 'is negative');
  }
  if (saidAt > now) return fault('said_at', saidAt.toISOString(), 'is in the future');
  return null;
}
