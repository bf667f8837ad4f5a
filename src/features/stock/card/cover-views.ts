import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import { shorten } from '../../../ui/limits.ts';
import { anyFile } from '../../feeds/index.ts';
import { type Demand, daysThatLast, demandDays, leastDemandDays, unitsPerDay } from './demand-rules.ts';
import { daysOfCover, type Reading, type StockCard } from './rules.ts';

const noOrders = 'not known: there are no orders yet';

/** "24 days at 11.6 a day over the 28 days before today", or why nobody can say. */
export function coverText(card: StockCard, reading: Reading): string {
  const cover = daysOfCover(card);
  const pace = unitsPerDay(card);
  if (cover === null || pace === null) return noCover(card, reading);
  const rests = card.silentOrders.length > 0 ? ', resting' : '';
  return `${daysText(cover)} at ${paceText(pace)} a day over the ${periodText(card)} before today${rests}`;
}

/** The cover of so many units, or why nobody can say: for text without a reader's clock. */
export function coverOf(available: number, demand: Demand): string {
  const cover = daysThatLast(available, demand);
  if (cover !== null) return daysText(cover);
  if (demand.demandOver === 0) return 'not known yet: no orders of an earlier day';
  if (demand.demandOver < leastDemandDays)
    return `not known yet: orders go back ${daysText(demand.demandOver)}`;
  return `not known: no sales in the ${periodText(demand)} before`;
}

/** "No sales" is shown only when we would know of a sale. */
function noCover(card: StockCard, reading: Reading): string {
  const { ordersSince, ordersAsOf, ...demand } = card;
  const { now, timeZone } = reading;
  if (ordersSince && demand.demandOver < leastDemandDays)
    return `not known yet: orders since ${momentWithZone(ordersSince, now, timeZone)}`;
  if (!ordersSince || !ordersAsOf) return noOrders;
  const silent = silentOrdersText(card, reading);
  if (silent) return `not known: ${silent}`;
  const silentDays = (now.getTime() - ordersAsOf.getTime()) / 86_400_000;
  return silentDays > demandDays
    ? `not known: no orders since ${momentWithZone(ordersAsOf, now, timeZone)}`
    : `no sales in the ${periodText(demand)} before today`;
}

/** "no orders from shopify since 02:10". Null: none are missing. */
export function silentOrdersText(
  { silentOrders }: StockCard,
  { now, timeZone }: Reading,
  at = momentWithZone,
): string | null {
  const [first, ...others] = silentOrders;
  if (!first) return null;
  const more = others.length > 0 ? ` and ${count(others.length, 'other source')}` : '';
  const name = first.source === anyFile ? 'files' : shorten(first.source, 40);
  const from = first.source === anyFile && others.length === 0 ? '' : ` from ${name}${more}`;
  return `no orders${from} since ${at(first.since, now, timeZone)}`;
}

function periodText({ demandOver }: Demand): string {
  return count(Math.round(demandOver), 'day');
}

export function daysText(days: number): string {
  if (days < 1) return 'less than a day';
  if (days > 999) return 'over 999 days';
  return count(Math.floor(days), 'day');
}

export function paceText(pace: number): string {
  return pace < 0.1 ? 'less than 0.1' : number(Math.round(pace * 10) / 10);
}
