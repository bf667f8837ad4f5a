import { number } from '../../core/text/quantity.ts';
import { drawable, fitted } from '../canvas/fit.ts';
import { widthOf } from '../canvas/font.ts';
import {
  head,
  type Key,
  keysBelow,
  line,
  type Mark,
  rect,
  type Sizes,
  sizesOf,
  text,
} from '../canvas/marks.ts';
import type { Picture } from '../canvas/picture.ts';
import { headlineOf } from '../findings.ts';
import type { Bar, BarsChart, Look } from '../model.ts';
import { isWorse, type Palette, palettes } from '../palette.ts';
import { targetWords } from '../words.ts';
import { type Columns, columnsOf, countOf, wordsOf } from './columns.ts';
import { hasCounts, ordered } from './order.ts';

const mostBars: Readonly<Record<Look['width'], number>> = { 360: 8, 1200: 12 };

interface Space {
  readonly chart: BarsChart;
  readonly look: Look;
  readonly sizes: Sizes;
  readonly colours: Palette;
  readonly columns: Columns;
  /** The height of a row, and of its bar. */
  readonly row: number;
  readonly bar: number;
}

/** A value by a dimension: the worst first, how many stand behind each, and those too few to rank paler. */
export function barsPicture(chart: BarsChart, look: Look): Picture {
  const { width, theme } = look;
  const [sizes, colours, all] = [sizesOf[width], palettes[theme], ordered(chart)];
  const about = drawable(`By ${chart.dimension} · ${chart.period}`);
  const top = head(drawable(headlineOf(chart)), about, width, sizes, colours);
  const shown = all.length > mostBars[width] ? all.slice(0, mostBars[width] - 1) : all;
  const isPhone = width === 360;
  const space: Space = {
    chart,
    look,
    sizes,
    colours,
    columns: columnsOf(chart, shown, width, sizes),
    row: isPhone ? sizes.text * 3.3 : sizes.text * 2.1,
    bar: isPhone ? sizes.text * 1.1 : sizes.text * 1.25,
  };
  const header = top.bottom + sizes.gap;
  const first = header + sizes.small * 1.8;
  const rows = shown.map((bar, n) => ({ bar, top: first + n * space.row }));
  const end = first + Math.max(rows.length, 1) * space.row;
  const left = all.length - shown.length;
  const restAt = end + (left > 0 ? sizes.small : 0);
  const keys = keysBelow(
    keysOf(space, shown),
    restAt + (left > 0 ? sizes.small : sizes.gap),
    width,
    sizes,
    colours,
  );
  const muted = { size: sizes.small, fill: colours.muted };
  return {
    width,
    height: Math.ceil(keys.bottom + sizes.margin * 0.8),
    ground: colours.ground,
    marks: [
      ...top.marks,
      ...(shown.length > 0 && hasCounts(chart)
        ? [
            text(
              fitted(drawable(chart.counted), isPhone ? width / 2 : space.columns.countsWidth, sizes.small),
              space.columns.counts,
              header + sizes.small * 0.8,
              { ...muted, align: 'right' },
            ),
          ]
        : shown.length > 0
          ? []
          : [text('no data', width / 2, first + space.row / 2, { ...muted, align: 'center' })]),
      ...rows.flatMap(({ bar, top: y }) => rowMarks(space, bar, y)),
      ...targetMarks(
        space,
        rows.map(({ top: y }) => y),
        end,
      ),
      ...(left > 0 ? [text(`and ${number(left)} more`, sizes.margin, restAt, muted)] : []),
      ...keys.marks,
    ],
  };
}

function rowMarks(space: Space, bar: Bar, top: number): readonly Mark[] {
  const { chart, look, sizes, colours, columns, row } = space;
  const { value, isRanked } = bar;
  const isPhone = look.width === 360;
  const nameY = isPhone ? top + sizes.text * 0.8 : top + row / 2;
  const barTop = barTopOf(space, top);
  const n = countOf(bar);
  const room = isPhone
    ? look.width - 2 * sizes.margin - widthOf(n, sizes.text) - sizes.gap * 2
    : columns.names;
  const fill = isRanked ? colours.text : colours.muted;
  const isBad = value !== null && chart.target !== null && isWorse(chart.good, value, chart.target);
  const colour = isBad
    ? isRanked
      ? colours.worse
      : colours.worsePale
    : isRanked
      ? colours.value
      : colours.valuePale;
  const [x0, x1] = [columns.xOf(0), columns.xOf(value ?? 0)];
  return [
    text(fitted(drawable(bar.name), room, sizes.text), sizes.margin, nameY, { size: sizes.text, fill }),
    text(n, columns.counts, nameY, { size: sizes.text, fill: colours.muted, align: 'right' }),
    ...(!value
      ? []
      : [
          rect(
            { x: Math.min(x0, x1), y: barTop, width: Math.max(Math.abs(x1 - x0), 1), height: space.bar },
            colour,
          ),
        ]),
    text(wordsOf(chart, bar), columns.values, barTop + space.bar / 2, {
      size: sizes.text,
      align: 'right',
      fill: value === null ? colours.muted : fill,
      weight: isRanked && value !== null ? 'bold' : 'regular',
    }),
  ];
}

/** Over the bars; on a phone at each bar, because names stand between them. */
function targetMarks(space: Space, tops: readonly number[], end: number): readonly Mark[] {
  const { chart, look, columns, colours, sizes, row, bar } = space;
  const [first] = tops;
  if (chart.target === null || first === undefined) return [];
  const x = columns.xOf(chart.target);
  const crossing = (from: number, to: number, dash: readonly number[] | null) => {
    const points = [
      [x, from],
      [x, to],
    ] as const;
    // A halo, so that it is seen over them.
    return [
      line(points, colours.ground, sizes.line * 1.4),
      line(points, colours.target, sizes.line * 0.6, dash),
    ];
  };
  if (look.width === 360)
    return tops.flatMap((top) => {
      const from = barTopOf(space, top);
      return crossing(from - bar * 0.2, from + bar * 1.2, null);
    });
  return [
    ...crossing(first + row * 0.1, end, [sizes.line * 3, sizes.line * 2]),
    text(`target ${targetWords(chart.unit, chart.target)}`, x, first - sizes.small, {
      size: sizes.small,
      fill: colours.muted,
      align: 'center',
      halo: colours.ground,
    }),
  ];
}

function barTopOf({ look, sizes, row, bar }: Space, top: number): number {
  return look.width === 360 ? top + sizes.text * 1.65 : top + (row - bar) / 2;
}

function keysOf({ chart, look, colours, sizes }: Space, shown: readonly Bar[]): readonly Key[] {
  const square = (fill: string) => (x: number, y: number, size: number) => [
    rect({ x, y, width: size, height: size }, fill),
  ];
  const misses = ({ value }: Bar) =>
    value !== null && chart.target !== null && isWorse(chart.good, value, chart.target);
  const isFew = ({ value, isRanked }: Bar) => value !== null && !isRanked;
  return [
    ...(chart.target !== null && shown.length > 0 && look.width === 360
      ? [
          {
            words: `Target ${targetWords(chart.unit, chart.target)}`,
            sign: (x: number, y: number, size: number) => [
              line(
                [
                  [x + size / 2, y],
                  [x + size / 2, y + size],
                ],
                colours.target,
                sizes.line * 0.6,
              ),
            ],
          },
        ]
      : []),
    ...(shown.some(misses) ? [{ words: 'Misses the target', sign: square(colours.worse) }] : []),
    ...(chart.target !== null &&
    chart.good !== null &&
    shown.some((bar) => bar.value !== null && !misses(bar))
      ? [{ words: 'Meets it', sign: square(colours.value) }]
      : []),
    ...(shown.some(isFew) ? [{ words: 'Paler: too few to rank', sign: square(colours.valuePale) }] : []),
  ];
}
