import { money } from '../core/text/money.ts';
import { halfUp, lengthWords, number } from '../core/text/quantity.ts';
import { count } from '../core/text/sentence.ts';
import { calendarDay } from '../core/time/spans.ts';
import type { Unit } from './model.ts';

/** "94.1 %", "1,204 orders", "26.4 h", "4.5 days", "€12.50": as on the card of the figure. */
export function valueWords(unit: Unit, value: number): string {
  switch (unit.kind) {
    case 'percent':
      return `${decimals(value, 1)} %`;
    case 'count':
      return count(Math.round(value), unit.one, unit.many);
    case 'seconds':
    case 'hours':
    case 'days':
      return lengthWords(unit.kind, value);
    case 'money':
      return money(BigInt(Math.round(value)), unit.currency);
  }
}

/** What it should be, with as many decimals as say it, two at most: "95.0 %", "98.55 %". */
export function targetWords(unit: Unit, target: number): string {
  if (unit.kind === 'count' || unit.kind === 'money') return shortWords(unit, target);
  const places = Math.abs(target * 10 - Math.round(target * 10)) < 1e-6 ? 1 : 2;
  const words = valueWords(unit, target);
  // 20 min are no 0.3 h.
  if (places === 1 || !words.endsWith(endings[unit.kind])) return words;
  return `${decimals(target, places)}${endings[unit.kind]}`;
}

const endings = { percent: ' %', seconds: ' s', hours: ' h', days: ' days' } as const;

/** The same where its chart says of what: "1,204". */
export function shortWords(unit: Unit, value: number): string {
  return unit.kind === 'count' ? wholeNumber(value) : valueWords(unit, value);
}

/** A mark of an axis, with no more decimals than its steps need: "94 %", "€1,000". */
export function tickWords(unit: Unit, value: number, step: number): string {
  const places = [0, 1, 2].find((n) => Number.isInteger(Number((step * 10 ** n).toFixed(6)))) ?? 3;
  switch (unit.kind) {
    case 'percent':
      return `${decimals(value, places)} %`;
    case 'count':
      return wholeNumber(value);
    case 'seconds':
      return `${decimals(value, places)} s`;
    case 'hours':
      return `${decimals(value, places)} h`;
    case 'days':
      return `${decimals(value, places)} d`;
    case 'money':
      return money(BigInt(Math.round(value)), unit.currency).replace(/\.0+$/, '');
  }
}

/** "2.3 points", "3.1 h", "12 orders": how far two values are apart. */
export function distanceWords(unit: Unit, by: number): string {
  const size = Math.abs(by);
  return unit.kind === 'percent' ? `${decimals(size, 1)} points` : valueWords(unit, size);
}

/** "+0.4", "−6.5": a change of a part, whose chart says of what. */
export function signedWords(unit: Unit, by: number): string {
  if (isNone(unit, by)) return '0';
  const size = unit.kind === 'percent' ? decimals(Math.abs(by), 1) : shortWords(unit, Math.abs(by));
  return `${by < 0 ? '−' : '+'}${size}`;
}

/** Whether a difference is nothing as it is printed. */
export function isNone(unit: Unit, by: number): boolean {
  const smallest = unit.kind === 'count' || unit.kind === 'money' ? 1 : 0.1;
  return Math.abs(by) < smallest / 2 - 1e-9;
}

/** "26 Nov", with the year where it is another than `last`'s. */
export function dayWords(day: string, last: string): string {
  return calendarDay(new Date(day), new Date(last));
}

function decimals(value: number, places: number): string {
  const [whole = '0', fraction] = halfUp(Math.abs(value), places).split('.');
  const shown = `${number(Number(whole))}${fraction === undefined ? '' : `.${fraction}`}`;
  return value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown;
}

function wholeNumber(value: number): string {
  const whole = Math.round(value);
  return whole < 0 ? `−${number(-whole)}` : number(whole);
}
