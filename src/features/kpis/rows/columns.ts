import type { Cell } from '../../../core/text/csv.ts';
import { decimal } from '../../../core/text/money.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { hourMs } from '../figure/words.ts';
import type { Aim } from '../targets/model.ts';
import { goalWords } from '../targets/words.ts';
import type { FactRow } from './model.ts';

/** A row as its file has it. */
export interface NamedRow extends FactRow {
  readonly kpi: Kpi;
  /** Of the whole business, on the day of the row. */
  readonly aim: Aim | null;
}

/** The columns of the file of a KPI: what counts, each dimension by itself, and at the end why a row does not count. */
export function sheetOf({ facts }: Kpi): Readonly<Record<string, (row: NamedRow) => Cell>> {
  return {
    [capitalized(facts.one)]: ({ label }) => label,
    Day: ({ day }) => day,
    // Of durations its own; of money in the currency beside it.
    Value: ({ kpi, n, currency, counts }) => (counts ? sizeOf(kpi, n, currency) : null),
    'Out of': ({ kpi, d, currency, counts }) =>
      counts ? (kpi.measure.kind === 'lasting' ? sizeOf(kpi, d, currency) : d) : null,
    Unit: ({ kpi }) => unitOf(kpi),
    Currency: ({ currency }) => currency,
    ...Object.fromEntries(
      facts.dimensions.map(({ title }, i) => [
        titled(title, facts.one),
        ({ values }: NamedRow) => values[i] || 'not told',
      ]),
    ),
    KPI: ({ kpi }) => kpi.name,
    Version: ({ kpi }) => kpi.version,
    Target: ({ kpi, aim }) => aim && goalWords(kpi, aim.target, aim.currency),
    Limit: ({ kpi, aim }) =>
      aim === null || aim.limit === null ? null : goalWords(kpi, aim.limit, aim.currency),
    Counted: ({ counts }) => (counts ? 'yes' : 'no'),
    'Why not': ({ why }) => why,
  };
}

/** What a row is of has its column already. */
const titled = (title: string, one: string) => capitalized(title === one ? `${title} split` : title);

/** What a spreadsheet adds up, in the unit that stands beside it. */
function sizeOf({ measure }: Kpi, size: string | null, currency: string): Cell {
  if (size === null) return null;
  if (measure.kind === 'sum' && measure.unit === 'money') return decimal(BigInt(size), currency);
  return isInMs(measure) ? Number((Number(size) / hourMs).toFixed(4)) : size;
}

const isInMs = (measure: Kpi['measure']) =>
  measure.kind === 'lasting' || (measure.kind === 'spread' && measure.unit === 'ms');

function unitOf({ measure }: Kpi): string {
  if (isInMs(measure)) return 'hours';
  return measure.kind === 'spread' ? { ms: 'hours', s: 'seconds', days: 'days' }[measure.unit] : '';
}
