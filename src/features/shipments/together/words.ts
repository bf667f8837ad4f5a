import { money } from '../../../core/text/money.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Sums } from '../lanes/model.ts';

/** "12 parcels late: DHL · HAM → FR, €2,940.00 of orders". `finding`: without the orders. */
export function findingWithWorth(finding: string, { values }: Pick<Sums, 'values'>): string {
  const worth = values.map(({ currency, minor }) => money(minor, currency)).join(' + ');
  return worth === '' ? finding : `${finding}, ${worth} of orders`;
}

export function raisingDetails(asOf: string): string {
  return `As of ${asOf}. ${showIt}`;
}

export function tellingTitle(parcels: number): string {
  if (parcels === 1) return 'Tell the customer of 1 parcel how it stands';
  return `Tell the customers of ${count(parcels, 'parcel')} how they stand`;
}

export function tellingDetails(finding: string, asOf: string): string {
  return `As of ${asOf}: ${finding}. ${showIt} The words to send stand on each parcel's card, under “Text for the customer”.`;
}

const showIt = '“Show it” lists them as they stand now, with a file of all.';

/** "Lena raised it Wed 4 Mar 14:00 CET: issue #5." */
export function raisedBefore({ number, by, at }: Before, reader: Reader): string {
  return `${by ?? 'Somebody'} raised it ${dayMoment(at, reader)}: issue #${number}.`;
}

interface Before {
  readonly number: number;
  readonly by: string | null;
  readonly at: Date;
}
