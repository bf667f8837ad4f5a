import { cleanName, cutAtWord } from '../core/text/clean.ts';
import { number } from '../core/text/quantity.ts';
import { count } from '../core/text/sentence.ts';
import { hasCounts, ordered } from './bars/order.ts';
import type { Bar, BarsChart, Chart, MovedChart, TrendChart, Unit } from './model.ts';
import { movedParts } from './moved/steps.ts';
import { isWorse } from './palette.ts';
import { allDays, hasValue, lastTold } from './trend/days.ts';
import {
  dayWords,
  distanceWords,
  isNone,
  shortWords,
  signedWords,
  targetWords,
  valueWords,
} from './words.ts';

/** What Slack allows the text of a picture to hold. */
const longestAlt = 2_000;
const longestName = 60;
const listed = 8;
const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What a chart shows, in a sentence. */
export function findingOf(chart: Chart, longest = longestName): string {
  switch (chart.kind) {
    case 'trend':
      return trendFinding(chart, longest);
    case 'bars':
      return barsFinding(chart, longest);
    case 'moved':
      return movedFinding(chart, longest);
  }
}

/** The same as the headline of a picture, which has room for the number after long names. */
export const headlineOf = (chart: Chart) => findingOf(chart, 24);

/** What a chart shows, for whoever does not see it: the finding first. */
export function altOf(chart: Chart): string {
  return cutAtWord(
    [findingOf(chart), ...detailsOf(chart)].map((sentence) => `${sentence}.`).join(' '),
    longestAlt,
  );
}

/** What a chart shows beside its finding, each a sentence without its stop; first of what it is. */
export function detailsOf(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'trend':
      return trendMore(chart);
    case 'bars':
      return barsMore(chart);
    case 'moved':
      return movedMore(chart);
  }
}

function nameOf({ name }: { readonly name: string }, longest = longestName): string {
  const shown = cutAtWord(cleanName(name, 300) || '?', longest);
  // The number behind a name that is read from the right would be drawn before it, its sign turned.
  return fromTheRight.test(shown) ? `\u2068${shown}\u2069` : shown;
}

/** ", 0.9 points below the target of 95.0 %" */
function againstTarget(unit: Unit, value: number, target: number | null): string {
  if (target === null) return '';
  const by = value - target;
  const of = `the target of ${targetWords(unit, target)}`;
  if (by === 0) return `, on ${of}`;
  return `, ${isNone(unit, by) ? 'just' : distanceWords(unit, by)} ${by < 0 ? 'below' : 'above'} ${of}`;
}

function trendFinding(chart: TrendChart, longest: number): string {
  const title = nameOf({ name: chart.title }, longest);
  const days = allDays(chart);
  const last = lastTold(days);
  if (!last) return `${title}: no data`;
  const { unit, target } = chart;
  const day = dayWords(last.day, days.at(-1)?.day ?? last.day);
  const soFar = last.isOpen ? ' so far' : '';
  const latest = `${valueWords(unit, last.value)} on ${day}${soFar}`;
  if (chart.whole === undefined || days.filter(hasValue).length < 2)
    return `${title}: ${latest}${againstTarget(unit, last.value, target)}`;
  // One day says little: what all of them come to is what the card of the figure says.
  return `${title}: ${valueWords(unit, chart.whole)}${againstTarget(unit, chart.whole, target)}; ${latest}`;
}

function trendMore(chart: TrendChart): readonly string[] {
  const { unit, target, good, period } = chart;
  const days = allDays(chart);
  const told = days.filter(hasValue);
  const end = days.at(-1)?.day ?? '';
  const empty = days.length - told.length;
  const byValue = told.toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [byValue[0], byValue.at(-1)];
  const over = told.filter(({ isOpen }) => !isOpen);
  const met = over.filter(({ value }) => target !== null && !isWorse(good, value, target)).length;
  const open = days.filter(({ isOpen }) => isOpen).length;
  const on = ({ day, value }: { day: string; value: number }) =>
    `${shortWords(unit, value)} on ${dayWords(day, end)}`;
  return [
    `By day, ${cleanName(period)}`,
    ...(told.length > 1 && lowest && highest ? [`Lowest ${on(lowest)}, highest ${on(highest)}`] : []),
    ...(target !== null && good !== null && over.length > 0
      ? [`The target was met on ${number(met)} of ${count(over.length, 'day')}`]
      : []),
    ...(empty > 0 && told.length > 0 ? [`No data on ${count(empty, 'day')}`] : []),
    ...(open > 0 ? [`Still open: ${count(open, 'day')}`] : []),
  ];
}

function barsFinding(chart: BarsChart, longest: number): string {
  const title = nameOf({ name: chart.title }, longest);
  const { unit, target, good, counted, dimension } = chart;
  const [first] = ordered(chart);
  const by = cleanName(dimension);
  const behind = ({ n }: Bar) =>
    unit.kind === 'count' || n === null
      ? ''
      : ` ${unit.kind === 'percent' ? 'of' : 'over'} ${number(n)} ${nameOf({ name: counted }, longest)}`;
  if (!first || first.value === null) return `${title} by ${by}: no data`;
  if (!first.isRanked) return `${title} by ${by}: too few of each to rank`;
  const stands = `${nameOf(first, longest)} is ${good === null ? 'highest' : 'worst'} with ${valueWords(unit, first.value)}`;
  return `${title}: ${stands}${behind(first)}${againstTarget(unit, first.value, target)}`;
}

function barsMore(chart: BarsChart): readonly string[] {
  const { unit, good, period, counted, dimension } = chart;
  const bars = ordered(chart);
  const list = (of: readonly Bar[]) => {
    const words = of
      .slice(0, listed)
      .map(({ name, value, n }) =>
        [
          nameOf({ name }),
          ...(value === null ? [] : [shortWords(unit, value)]),
          ...(n === null ? [] : [`(${number(n)})`]),
        ].join(' '),
      );
    return [...words, ...(of.length > listed ? [`and ${number(of.length - listed)} more`] : [])].join(', ');
  };
  const ranked = bars.filter(({ isRanked, value }) => isRanked && value !== null);
  const few = bars.filter(({ isRanked, value }) => !isRanked && value !== null);
  const empty = bars.filter(({ value }) => value === null);
  return [
    `By ${cleanName(dimension)}, ${cleanName(period)}`,
    ...(ranked.length > 1
      ? [
          `${good === null ? 'The highest' : 'The worst'} first${hasCounts(chart) ? `, with ${cleanName(counted)}` : ''}: ${list(ranked)}`,
        ]
      : []),
    ...(few.length > 0 ? [`Too few to rank: ${list(few)}`] : []),
    ...(empty.length > 0 ? [`No data: ${list(empty)}`] : []),
  ];
}

function movedFinding(chart: MovedChart, longest: number): string {
  const title = nameOf({ name: chart.title }, longest);
  const { unit, before, now, parts } = chart;
  const change = now - before;
  if (isNone(unit, change)) return `${title} is as before, ${valueWords(unit, now)}`;
  const [first] = movedParts(chart, parts.length + 1);
  const most = first && Math.sign(first.performance + first.mix) === Math.sign(change) ? first : null;
  const because = most
    ? `: ${signedWords(unit, most.performance + most.mix)} by ${nameOf(most, longest)}`
    : '';
  return `${title} ${change < 0 ? 'fell' : 'rose'} by ${distanceWords(unit, change)} to ${valueWords(unit, now)}${because}`;
}

function movedMore(chart: MovedChart): readonly string[] {
  const { unit, before, now, dimension, period, periodBefore } = chart;
  const parts = movedParts(chart, listed);
  const words = parts.map(
    (part) =>
      `${nameOf(part)} ${signedWords(unit, part.performance)} by how it did and ${signedWords(unit, part.mix)} by its share of the whole`,
  );
  return [
    `${cleanName(periodBefore)}: ${valueWords(unit, before)}; ${cleanName(period)}: ${valueWords(unit, now)}`,
    ...(words.length > 0 ? [`By ${cleanName(dimension)}: ${words.join('; ')}`] : []),
  ];
}
