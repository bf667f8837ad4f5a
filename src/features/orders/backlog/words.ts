import { money } from '../../../core/text/money.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Sum } from './cells.ts';
import type { Due } from './model.ts';

/** By when it has to leave, in the lists, over the columns and in files. */
export const dueWords: Readonly<Record<Due, string>> = {
  'long overdue': 'Over 24 h late',
  overdue: 'Late',
  'next cut-off': 'Next cut-off',
  today: 'Later today',
  later: 'From tomorrow',
  none: 'No ship-by',
};

/** Of several currencies. */
export const shownCurrencies = 3;

/** "€2,940.00", "€2,940.00 and $12.00": two currencies are never added. */
export function valueWords({ values }: Sum): string {
  const shown = values.slice(0, shownCurrencies).map(({ minor, currency }) => money(minor, currency));
  const left = values.length - shown.length;
  return `${shown.join(' and ') || 'nothing'}${left > 0 ? ` and ${count(left, 'more currency', 'more currencies')}` : ''}`;
}
