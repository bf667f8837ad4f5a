import { cutAtWord } from '../../../core/text/clean.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { laneWords } from '../shipment/lane-words.ts';
import { causeWords } from '../status/cause-rules.ts';
import type { Fault } from '../status/model.ts';
import type { Amounts, KeptWorth, ParcelFilter, ParcelPage, ParcelRow, Show, Way } from './model.ts';
import { worthOf } from './worth.ts';

/** What the parcels of a list are, after their count: "12 parcels late". */
export const showWords: Readonly<Record<Show, string>> = {
  late: 'late',
  'due late': 'going to be late',
  'no promise': 'on their way without a promise',
  doubted: 'that one of us ended and the carrier scanned since',
  lost: 'lost or damaged',
  'turned back': 'on their way back to us',
  failed: 'whose delivery failed',
  held: 'on hold',
  delayed: 'delayed',
  'to collect': 'waiting to be collected for over 3 days',
  unscanned: 'labelled and not scanned',
  silent: 'without a scan that was due',
  back: 'back with us in the last 14 days',
  'in trouble': 'delayed or expected late, and on their way',
  exposed: 'on their way that did not get into trouble there',
  together: 'raised together',
};

/** Whose doing it is that something went wrong, by the reason that was told. */
export const faultWords: Readonly<Record<Fault, string>> = {
  carrier: 'the carrier',
  retailer: 'us',
  consignee: 'the customer',
  customs: 'customs',
  weather: 'the weather',
  none: 'nobody says why',
};

/** " because of the weather", after what is wrong; empty: nobody says. */
export function becauseWords(fault: Fault): string {
  return fault === 'none' ? '' : ` because of ${faultWords[fault]}`;
}

/** The finding of a list: "12 parcels late: DHL · HAM → FR". */
export function listWords({
  filter: { show, cause, fault },
  of,
  total,
}: Pick<ParcelPage, 'of' | 'total'> & { readonly filter: ParcelFilter }): string {
  const whose = of === null ? '' : `: ${cutAtWord(of, 100)}`;
  if (total === 0 && show === 'in trouble' && of !== null)
    return `No parcel that got into trouble there is still on its way${whose}`;
  const parcels = total === 0 ? 'No parcel' : count(total, 'parcel');
  const words = total === 1 ? showWords[show].replace('on their way', 'on its way') : showWords[show];
  const why = cause === null ? '' : `, ${causeWords[cause]}`;
  const by = fault === null ? '' : fault === 'none' ? `, ${faultWords.none}` : becauseWords(fault);
  return `${parcels} ${words}${why}${by}${whose}`;
}

/** "DHL HAM → DE 10", "DHL to FR, origin unknown". */
export function burstName({
  carrierName,
  lane,
}: {
  readonly carrierName: string;
  readonly lane: string;
}): string {
  return `${carrierName === '' ? 'Carrier unknown,' : carrierName} ${laneWords(lane)}`;
}

/** "from HAM", "to FR", "HAM → DE": lanes of whatever area. */
export function endWords({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  if (to === null) return `from ${from}`;
  return from === null ? `to ${to}` : laneWords(`${from} → ${to}`);
}

/** "DHL · HAM → DE 10 · Paket". */
export function wayWords(
  { carrier, lane, service }: Way,
  parts: readonly ('carrier' | 'lane' | 'service')[] = ['carrier', 'lane', 'service'],
): string {
  const words = {
    carrier: carrierWords(carrier),
    lane: laneWords(lane),
    service: service ?? '',
  };
  return parts.flatMap((part) => words[part] || []).join(' · ');
}

export function carrierWords(carrier: string | null): string {
  return carrier === null ? 'carrier not told' : carrier;
}

const shownCurrencies = 2;

/** "€1,240.00", "€1,240.00 and US$12.00"; empty: nothing. Two currencies are never added. */
export function amountWords(amounts: Amounts): string {
  const all = [...amounts].filter(([, minor]) => minor !== 0n).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const shown = all.slice(0, shownCurrencies).map(([currency, minor]) => money(minor, currency));
  const left = all.length - shown.length;
  return `${shown.join(' and ')}${left > 0 ? ` and ${count(left, 'more currency', 'more currencies')}` : ''}`;
}

/** "order 1042, €86.40", "order 1044 and 1 more, €86.40 and US$12.00"; empty: no order of ours. */
export function broughtWords(
  parcel: KeptWorth & { readonly orderNumber: string | null; readonly orders: number },
): string {
  const { orderNumber, orders } = parcel;
  if (orderNumber === null) return '';
  const more = orders > 1 ? ` and ${number(orders - 1)} more` : '';
  const worth = amountWords(worthOf(parcel));
  return `order ${orderNumber}${more}${worth === '' ? '' : `, ${worth}`}`;
}

/** "customer service was asked, #5", "customer service is done, #5". */
export function askedWords({ number: no, isOpen }: NonNullable<ParcelRow['asked']>): string {
  return `customer service ${isOpen ? 'was asked' : 'is done'}, #${no}`;
}
