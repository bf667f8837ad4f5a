import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Sums } from './model.ts';

/** The same after their count: "42 still on their way (€3,400.00), 458 delivered", "all still on their way". */
export function stillWords(sums: Sums): string {
  const { parcels, open, delivered } = sums;
  if (open === 0) return `none still on its way, ${number(delivered)} delivered`;
  const still = open < parcels ? `${number(open)} still` : parcels === 1 ? 'still' : 'all still';
  const ended = open < parcels ? `, ${number(delivered)} delivered` : '';
  return `${still} on ${open === 1 ? 'its' : 'their'} way${worthWords(sums)}${ended}`;
}

/** "42 of 500 still on their way (€3,400.00), 458 delivered". */
export function sumsWords(sums: Sums): string {
  const { parcels, open, delivered } = sums;
  if (open === 0)
    return `none of ${count(parcels, 'parcel')} still on its way, ${number(delivered)} delivered`;
  const still = open === parcels ? count(open, 'parcel') : `${number(open)} of ${number(parcels)}`;
  const ended = parcels - open;
  return `${still} still on ${open === 1 ? 'its' : 'their'} way${worthWords(sums)}${ended > 0 ? `, ${number(delivered)} delivered` : ''}`;
}

function worthWords({ values }: Sums): string {
  const worth = values.map(({ currency, minor }) => money(minor, currency)).join(' + ');
  return worth === '' ? '' : ` (${worth})`;
}
