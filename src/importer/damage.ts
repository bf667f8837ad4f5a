import { hasControls } from '../core/text/clean.ts';
import type { ImportField } from '../core/tokens/import-row.ts';

/** In English, German, French, Spanish, Italian, Dutch and Portuguese. */
const formulaError = new RegExp(
  [
    '^#[¡¿]?(?:N/A|NV|N/D|N/B|DIV/0!|DEEL/0!',
    'REF!|BEZUG!|RIF!|VERW!|VALUE!|WERT!|VALEUR!|VALOR!|VALORE!|WAARDE!|CALC!|KALK!',
    String.raw`NAME\?|NOM\?|NOMBRE\?|NOME\?|NAAM\?|NULL!|NUL!|NULO!|NULLO!|LEEG!`,
    'NUM!|ZAHL!|NOMBRE!|NÚM!|GETAL!|SPILL!|ÜBERLAUF!)$',
  ].join('|'),
  'iu',
);
/** Shown where a number or a date does not fit its column. */
const tooNarrow = /^#{3,}$/;
/** As Excel writes a long number, so that "1e5" of another system stays a code. */
const shortNumber = /^\d(?:[.,]\d+)?E\+\d{1,3}$/;
const month = '(?:Jan|Feb|Mar|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)';
const midnight = '(?: 0?0:00(?::00)?)?';
/** "3-1" becomes "01-Mar" or "3/1/2026"; "MAR-24" in capitals is a code. */
const spreadsheetDate = new RegExp(
  [
    String.raw`^\d{1,2}[-. ]{1,2}${month}(?:[-. ]\d{2,4})?$`,
    String.raw`^${month}[-. ]\d{2,4}$`,
    String.raw`^\d{1,2}([/.-])\d{1,2}\1\d{4}${midnight}$`,
    String.raw`^\d{1,2}/\d{1,2}/\d{2}${midnight}$`,
    String.raw`^\d{4}-\d{2}-\d{2}${midnight}$`,
  ].join('|'),
);

const time = /^\d{1,2}:\d{2}:\d{2}(?: [AP]M)?$/i;
/** As data tools write a column of numbers in which a cell is empty. */
const decimals = /^\d+\.0$/;

/** What became of a cell on its way here, so that what is left of it would be wrong; null: nothing to be seen. */
export function damageOf(raw: string, text: string, field: ImportField): string | null {
  if (hasControls(raw)) return 'holds control characters';
  if (raw.includes('\uFFFD')) return 'holds a character that was lost when its encoding was read';
  if (text.startsWith('#')) {
    if (formulaError.test(text)) return 'is an error of the spreadsheet';
    if (tooNarrow.test(text)) return 'is what a spreadsheet shows where a column is too narrow';
  }
  if (shortNumber.test(text)) return 'is a number that the spreadsheet shortened: its last digits are lost';
  if (field.type !== 'code') return null;
  if (spreadsheetDate.test(text)) return 'is a date: the spreadsheet changed a code into it';
  if (time.test(text)) return 'is a time: the spreadsheet changed a code into it';
  return decimals.test(text) ? 'is a number with decimals: a code was read as a number' : null;
}
