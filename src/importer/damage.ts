import { hasControls } from '../core/text/clean.ts';
import type { ImportField } from '../core/tokens/import-row.ts';

const formulaError = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i;
/** As Excel writes a long number, so that "1e5" of another system stays a code. */
const shortNumber = /^\d(?:[.,]\d+)?E\+\d{1,3}$/;
const month = '(?:Jan|Feb|Mar|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)';
const midnight = '(?: 0?0:00(?::00)?)?';
/** "3-1" becomes "01-Mar" or "3/1/2026"; "MAR-24" in capitals is a code. */
const spreadsheetDate = new RegExp(
  [
    String.raw`^\d{1,2}[-. ]{1,2}${month}(?:[-. ]\d{2,4})?$`,
    String.raw`^${month}[-. ]\d{2,4}$`,
    String.raw`^\d{1,2}([/.])\d{1,2}\1\d{4}${midnight}$`,
    String.raw`^\d{4}-\d{2}-\d{2}${midnight}$`,
  ].join('|'),
);

/** What became of a cell on its way here, so that what is left of it would be wrong; null: nothing to be seen. */
export function damageOf(raw: string, text: string, field: ImportField): string | null {
  if (hasControls(raw)) return 'holds control characters';
  if (raw.includes('\uFFFD')) return 'holds a character that was lost when its encoding was read';
  if (formulaError.test(text)) return 'is an error of the spreadsheet';
  if (shortNumber.test(text)) return 'is a number that the spreadsheet shortened: its last digits are lost';
  const isCode = field.type === 'code';
  return isCode && spreadsheetDate.test(text) ? 'is a date: the spreadsheet changed a code into it' : null;
}
