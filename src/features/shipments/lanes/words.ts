import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Sums } from './model.ts';

/** "42 of 500 still on their way (€3,400.00), 458 delivered". */
export function sumsWords({ parcels, open, delivered, values }: Sums): string {
  const worth = values.map(({ currency, minor }) => money(minor, currency)).join(' + ');
  if (open === 0)
    return `none of ${count(parcels, 'parcel')} still on its way, ${number(delivered)} delivered`;
  const still = open === parcels ? count(open, 'parcel') : `${number(open)} of ${number(parcels)}`;
  const ended = parcels - open;
  return `${still} still on ${open === 1 ? 'its' : 'their'} way${worth === '' ? '' : ` (${worth})`}${ended > 0 ? `, ${number(delivered)} delivered` : ''}`;
}
