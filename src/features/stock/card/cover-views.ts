import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { moment } from '../../../core/time/reader.ts';
import { daysOfCover, demandDays, type Reading, type StockCard } from './rules.ts';

/** "24 days at 5 a day", or why nobody can say. */
export function coverText(card: StockCard, reading: Reading): string {
  const cover = daysOfCover(card);
  return cover === null ? noDemand(card, reading) : `${daysText(cover)} at ${perDay(card)} a day`;
}

/** "No sales" is shown only when we would know of a sale. */
function noDemand({ ordersAsOf }: StockCard, { now, timeZone }: Reading): string {
  if (!ordersAsOf) return 'not known: there are no orders yet';
  const silentDays = (now.getTime() - ordersAsOf.getTime()) / 86_400_000;
  return silentDays > demandDays
    ? `not known: no orders since ${moment(ordersAsOf, now, timeZone)}`
    : `no sales in ${demandDays} days`;
}

export function daysText(days: number): string {
  if (days < 1) return 'less than a day';
  if (days > 999) return 'over 999 days';
  return count(Math.floor(days), 'day');
}

function perDay(card: StockCard): string {
  const pace = card.recentUnits / demandDays;
  return pace < 0.1 ? 'less than 0.1' : number(Math.round(pace * 10) / 10);
}
