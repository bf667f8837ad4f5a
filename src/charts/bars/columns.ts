import { number } from '../../core/text/quantity.ts';
import { drawable } from '../canvas/fit.ts';
import { widthOf } from '../canvas/font.ts';
import type { Sizes } from '../canvas/marks.ts';
import { ticksOver } from '../canvas/scale.ts';
import type { Bar, BarsChart } from '../model.ts';
import { shortWords } from '../words.ts';
import { hasCounts } from './order.ts';

/** Where things stand, from the left. */
export interface Columns {
  readonly names: number;
  readonly from: number;
  readonly to: number;
  /** The right edge of values, apart from the bars so that the target crosses none. */
  readonly values: number;
  /** The right edge of how many. */
  readonly counts: number;
  readonly countsWidth: number;
  readonly xOf: (value: number) => number;
}

export function columnsOf(chart: BarsChart, bars: readonly Bar[], width: number, sizes: Sizes): Columns {
  const { unit, target, counted } = chart;
  const widest = (words: readonly string[], size: number) =>
    Math.max(0, ...words.map((one) => widthOf(one, size, 'bold')));
  const isPhone = width === 360;
  const values = widest(
    bars.map((bar) => wordsOf(chart, bar)),
    sizes.text,
  );
  const names = isPhone
    ? 0
    : Math.min(
        widest(
          bars.map(({ name }) => drawable(name)),
          sizes.text,
        ),
        width * 0.3,
      );
  const counts =
    isPhone || !hasCounts(chart)
      ? 0
      : Math.max(
          widest(bars.map(countOf), sizes.text),
          Math.min(widthOf(drawable(counted), sizes.small), width * 0.15),
        ) +
        sizes.gap * 2;
  const from = sizes.margin + (names > 0 ? names + sizes.gap * 1.5 : 0);
  const valuesAt = width - sizes.margin - counts;
  const to = valuesAt - values - sizes.gap;
  const all = bars.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(0, target ?? 0, ...all), Math.max(target ?? 0, ...all)];
  // Lengths are compared, so they begin at zero; of a percentage the whole is the whole width.
  const max = unit.kind === 'percent' && high <= 100 ? 100 : ticksOver(low, high, 5, false).max;
  const xOf = (value: number) => from + ((value - low) / (max - low)) * (to - from);
  return {
    names,
    from,
    to,
    values: valuesAt,
    counts: width - sizes.margin,
    countsWidth: counts - sizes.gap,
    xOf,
  };
}

/** How many stand behind a bar, as it is written. */
export const countOf = ({ n }: Bar) => (n === null ? '' : number(n));

/** What is written of a bar. */
export function wordsOf({ unit }: BarsChart, { value }: Bar): string {
  return value === null ? 'no data' : shortWords(unit, value);
}
