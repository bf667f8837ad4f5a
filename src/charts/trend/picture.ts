import { drawable } from '../canvas/fit.ts';
import { widthOf } from '../canvas/font.ts';
import { head, type Key, keysBelow, line, type Mark, rect, sizesOf, text } from '../canvas/marks.ts';
import type { Picture, Rect } from '../canvas/picture.ts';
import { type Ticks, ticksOver } from '../canvas/scale.ts';
import { headlineOf } from '../findings.ts';
import type { Look, TrendChart, TrendDay } from '../model.ts';
import { palettes } from '../palette.ts';
import { tickWords } from '../words.ts';
import { dayTicks } from './day-ticks.ts';
import { allDays, hasValue } from './days.ts';
import { endMarks, endWords } from './ends.ts';
import { linesOf } from './lines.ts';
import { runsOf, shaded } from './runs.ts';
import { type Space, xOf, yOf } from './space.ts';

const plotHeight: Readonly<Record<Look['width'], number>> = { 360: 176, 1200: 400 };

/** A value by day: its line, its target, and what is known of its days. */
export function trendPicture(chart: TrendChart, { width, theme }: Look): Picture {
  const [sizes, colours, days] = [sizesOf[width], palettes[theme], allDays(chart)];
  const title = drawable(`By day · ${chart.period}`);
  const top = head(drawable(headlineOf(chart)), title, width, sizes, colours);
  const ticks = valueTicks(chart, days, width);
  const labels = ticks.all.map((tick) => tickWords(chart.unit, tick, ticks.step));
  const ends = endWords(chart, days);
  const left = sizes.margin + Math.max(...labels.map((words) => widthOf(words, sizes.small))) + sizes.gap;
  const right = Math.max(0, ...ends.map(({ words, weight }) => widthOf(words, sizes.text, weight)));
  const grid: Rect = {
    x: left,
    y: top.bottom + sizes.gap + sizes.text / 2,
    width: width - left - right - sizes.margin - (right > 0 ? sizes.gap * 1.5 : 0),
    height: plotHeight[width],
  };
  const space = { grid, ticks, days, sizes, colours, each: grid.width / Math.max(days.length, 1) };
  const below = grid.y + grid.height + sizes.small * 2;
  const keys = keysBelow(keysOf(chart, space), below + sizes.gap, width, sizes, colours);
  return {
    width,
    height: Math.ceil(keys.bottom + sizes.margin * 0.8),
    ground: colours.ground,
    marks: [
      ...top.marks,
      ...axisMarks(space, labels),
      ...endMarks(chart, space, ends),
      ...emptyMarks(space),
      ...keys.marks,
    ],
    plot: {
      grid,
      xAxis: { type: 'value', min: -0.5, max: Math.max(days.length, 1) - 0.5, show: false },
      yAxis: {
        type: 'value',
        min: ticks.min,
        max: ticks.max,
        interval: ticks.step,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { show: false },
        splitLine: { lineStyle: { color: colours.grid, width: sizes.line / 2 } },
      },
      series: linesOf(chart, space, width),
    },
  };
}

/** Of a percentage the part in which it moves, which is far from zero; all else begins at zero. */
function valueTicks({ unit, target }: TrendChart, days: readonly TrendDay[], width: number): Ticks {
  const isPercent = unit.kind === 'percent';
  const told = days.filter(hasValue).map(({ value }) => value);
  const whole = told.length === 0 ? [0, isPercent ? 100 : 1] : [];
  const values = [...told, ...whole, ...(target === null ? [] : [target])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = isPercent ? Math.max((high - low) * 0.08, 0.5) : 0;
  const from = isPercent ? (low >= 0 ? Math.max(low - air, 0) : low - air) : Math.min(low, 0);
  const to = isPercent && high <= 100 ? Math.min(high + air, 100) : high + air;
  return ticksOver(from, to, width === 360 ? 4 : 5, unit.kind === 'count' || unit.kind === 'money');
}

function axisMarks(space: Space, labels: readonly string[]): readonly Mark[] {
  const { grid, ticks, sizes, colours, days } = space;
  const style = { size: sizes.small, fill: colours.muted };
  const bottom = grid.y + grid.height;
  return [
    ...ticks.all.map((tick, n) =>
      text(labels[n] ?? '', grid.x - sizes.gap, yOf(space, tick), { ...style, align: 'right' }),
    ),
    ...dayTicks(days, grid.width, sizes.small).flatMap(({ at, words }) => {
      const half = widthOf(words, sizes.small) / 2;
      const x = Math.max(xOf(space, at), sizes.margin + half);
      return [
        line(
          [
            [xOf(space, at), bottom],
            [xOf(space, at), bottom + sizes.gap * 0.6],
          ],
          colours.muted,
          1,
        ),
        text(words, x, bottom + sizes.small * 1.4, { ...style, align: 'center' }),
      ];
    }),
  ];
}

/** "no data" where nothing is drawn for so long that somebody would ask. */
function emptyMarks(space: Space): readonly Mark[] {
  const { days, grid, sizes, colours, each } = space;
  const words = 'no data';
  const wide = widthOf(words, sizes.small) + sizes.gap;
  const runs = days.length === 0 ? [{ from: 0, to: 0 }] : runsOf(days, (day) => day.value === null);
  return runs
    .filter(({ from, to }) => (to - from + 1) * each >= wide)
    .map(({ from, to }) =>
      text(words, (xOf(space, from) + xOf(space, to)) / 2, grid.y + grid.height - sizes.small, {
        size: sizes.small,
        fill: colours.muted,
        align: 'center',
      }),
    );
}

function keysOf(chart: TrendChart, space: Space): readonly Key[] {
  const { days, colours, sizes } = space;
  const stroke =
    (color: string, dash: readonly number[] | null, width: number) =>
    (x: number, y: number, size: number) => [
      line(
        [
          [x, y + size / 2],
          [x + size, y + size / 2],
        ],
        color,
        width,
        dash,
      ),
    ];
  return [
    ...(chart.target === null
      ? []
      : [
          { words: 'Target', sign: stroke(colours.target, [sizes.line * 1.6, sizes.line], sizes.line * 0.6) },
        ]),
    ...(days.some(({ isOpen, value }) => isOpen && value !== null)
      ? [{ words: 'Still open', sign: stroke(colours.open, null, sizes.line) }]
      : []),
    ...(shaded(space).length > 0
      ? [
          {
            words: 'Weekend or holiday',
            sign: (x: number, y: number, size: number) => [
              rect({ x, y, width: size, height: size }, colours.shade, { stroke: colours.grid, line: 1 }),
            ],
          },
        ]
      : []),
  ];
}
