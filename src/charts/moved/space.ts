import { drawable } from '../canvas/fit.ts';
import { widthOf } from '../canvas/font.ts';
import { type Sizes, sizesOf } from '../canvas/marks.ts';
import type { Look, MovedChart } from '../model.ts';
import { type Palette, palettes } from '../palette.ts';
import { shortWords, signedWords } from '../words.ts';
import type { Row } from './rows.ts';

/** What a chart is drawn with. */
export interface Space {
  readonly chart: MovedChart;
  readonly look: Look;
  readonly sizes: Sizes;
  readonly colours: Palette;
  readonly names: number;
  readonly xOf: (value: number) => number;
  readonly left: number;
  readonly right: number;
  /** The height of a bar, and of the line above the bars that holds a name. */
  readonly bar: number;
  readonly nameLine: number;
}

/** Names to the left, on a phone above; the scale as wide as the steps and their labels need. */
export function spaceOf(chart: MovedChart, look: Look, rows: readonly Row[]): Space {
  const [{ width, theme }, { unit, before, now }] = [look, chart];
  const sizes = sizesOf[width];
  const isPhone = width === 360;
  const words = [...rows.map(({ name }) => name), drawable(chart.period), drawable(chart.periodBefore)];
  const names = isPhone
    ? 0
    : Math.min(Math.max(...words.map((name) => widthOf(name, sizes.text))), width * 0.3);
  const values = [before, now, ...rows.flatMap(({ steps }) => steps.map(({ to }) => to))];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = high - low || (unit.kind === 'percent' ? 1 : Math.abs(high) || 1);
  const label = Math.max(
    ...rows.flatMap(({ steps }) =>
      steps.map(({ from, to }) => widthOf(signedWords(unit, to - from), sizes.text)),
    ),
    widthOf(shortWords(unit, before), sizes.text, 'bold'),
    widthOf(shortWords(unit, now), sizes.text, 'bold'),
  );
  const left = sizes.margin + (names > 0 ? names + sizes.gap : 0);
  const right = width - sizes.margin;
  // Room for a label at either side of the outermost step.
  const [from, to] = [left + label + sizes.gap * 2, right - label - sizes.gap * 2];
  const xOf = (value: number) => from + ((value - low + (high === low ? air / 2 : 0)) / air) * (to - from);
  return {
    chart,
    look,
    sizes,
    colours: palettes[theme],
    names,
    xOf,
    left,
    right,
    bar: sizes.text * 1.35,
    nameLine: isPhone ? sizes.text * 1.5 : 0,
  };
}
