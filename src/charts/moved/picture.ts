import { drawable, fitted } from '../canvas/fit.ts';
import { widthOf } from '../canvas/font.ts';
import { head, type Key, keysBelow, line, type Mark, rect, sizesOf, text } from '../canvas/marks.ts';
import type { Picture } from '../canvas/picture.ts';
import { ticksOver } from '../canvas/scale.ts';
import { headlineOf } from '../findings.ts';
import type { Look, MovedChart } from '../model.ts';
import { isWorse, palettes } from '../palette.ts';
import { shortWords, signedWords, tickWords } from '../words.ts';
import { type Row, rowsOf, type Step } from './rows.ts';
import { type Space, spaceOf } from './space.ts';
import { movedParts } from './steps.ts';

const mostParts: Readonly<Record<Look['width'], number>> = { 360: 5, 1200: 7 };

/** What moved a value: from before to now, part by part, first by how it did and then by how much of the whole it had. */
export function movedPicture(chart: MovedChart, look: Look): Picture {
  const { width, theme } = look;
  const [sizes, colours] = [sizesOf[width], palettes[theme]];
  // On a phone there is room for the days once: each end has its own.
  const when = width === 360 ? 'against' : `${chart.period} against`;
  const about = drawable(`By ${chart.dimension} · ${when} ${chart.periodBefore}`);
  const top = head(drawable(headlineOf(chart)), about, width, sizes, colours);
  const rows = rowsOf(chart, movedParts(chart, mostParts[width]));
  const space = spaceOf(chart, look, rows);
  const pad = space.bar * 0.9;
  const start = top.bottom + sizes.gap * 2;
  const placed: { readonly row: Row; readonly y: number }[] = [];
  let y = start + space.bar * 1.4;
  for (const row of rows) {
    placed.push({ row, y: y + pad / 2 });
    y += space.nameLine + Math.max(row.steps.length, 1) * space.bar + pad;
  }
  const bottom = y + space.bar * 1.4;
  const keys = keysBelow(keysOf(space, rows), bottom + sizes.small * 2.2, width, sizes, colours);
  return {
    width,
    height: Math.ceil(keys.bottom + sizes.margin * 0.8),
    ground: colours.ground,
    marks: [
      ...top.marks,
      ...axisMarks(space, start, bottom),
      ...endMarks(space, chart.before, drawable(chart.periodBefore), start + space.bar * 0.7),
      ...stepMarks(space, placed, { from: start + space.bar * 0.7, to: bottom - space.bar * 0.7 }),
      ...endMarks(space, chart.now, drawable(chart.period), bottom - space.bar * 0.7),
      ...keys.marks,
    ],
  };
}

function axisMarks(
  { chart, sizes, colours, xOf, left, right }: Space,
  top: number,
  bottom: number,
): readonly Mark[] {
  const { unit, before, now } = chart;
  // The values at the two edges of the plot.
  const perPixel = xOf(1) - xOf(0);
  const [from, to] = [(left - xOf(0)) / perPixel, (right - xOf(0)) / perPixel];
  const ticks = ticksOver(from, to, 4, unit.kind === 'count' || unit.kind === 'money');
  return ticks.all
    .filter(
      (tick) =>
        tick >= from && tick <= to && (unit.kind !== 'percent' || Math.max(before, now) > 100 || tick <= 100),
    )
    .flatMap((tick) => {
      const words = tickWords(unit, tick, ticks.step);
      const half = widthOf(words, sizes.small) / 2;
      return [
        line(
          [
            [xOf(tick), top],
            [xOf(tick), bottom],
          ],
          colours.grid,
          sizes.line / 2,
        ),
        text(words, Math.min(Math.max(xOf(tick), left + half), right - half), bottom + sizes.small * 1.1, {
          size: sizes.small,
          fill: colours.muted,
          align: 'center',
        }),
      ];
    });
}

/** Where it began, or where it is: a mark on the scale, because its way from zero is not drawn. */
function endMarks(
  { chart, look, sizes, colours, names, xOf, bar }: Space,
  value: number,
  when: string,
  y: number,
): readonly Mark[] {
  const x = xOf(value);
  const wide = sizes.line * 1.6;
  const words = shortWords(chart.unit, value);
  const bold = widthOf(words, sizes.text, 'bold');
  // On a phone the days stand in the same line, on the side with more room.
  const isLeft = names === 0 && x > look.width / 2;
  const beside = isLeft ? x - sizes.gap - bold : x + sizes.gap;
  const room = isLeft
    ? beside - sizes.margin - sizes.gap
    : look.width - sizes.margin - beside - bold - sizes.gap;
  return [
    rect({ x: x - wide / 2, y: y - bar * 0.6, width: wide, height: bar * 1.2 }, colours.text),
    text(words, beside, y, { size: sizes.text, fill: colours.text, weight: 'bold', halo: colours.ground }),
    text(
      fitted(when, names || room, sizes.text),
      names > 0 || isLeft ? sizes.margin : look.width - sizes.margin,
      y,
      {
        size: sizes.text,
        fill: colours.muted,
        align: names > 0 || isLeft ? 'left' : 'right',
        halo: colours.ground,
      },
    ),
  ];
}

function stepMarks(
  space: Space,
  placed: readonly { readonly row: Row; readonly y: number }[],
  ends: { readonly from: number; readonly to: number },
): readonly Mark[] {
  const { sizes, colours, names, xOf, bar, nameLine, look } = space;
  const steps = placed.flatMap(({ row, y }) =>
    row.steps.map((step, n) => ({ step, y: y + nameLine + n * bar })),
  );
  const joints = [
    ...steps.map(({ step, y }) => ({ value: step.from, y })),
    { value: space.chart.now, y: ends.to },
  ];
  const nameRoom = names || look.width - 2 * sizes.margin;
  return [
    // Thin lines from where one step ends to where the next begins.
    ...joints.map(({ value, y }, n) => {
      const from = steps[n - 1]?.y ?? ends.from - bar * 0.5;
      return line(
        [
          [xOf(value), from + bar * 0.5],
          [xOf(value), y + bar * 0.3],
        ],
        colours.muted,
        sizes.line * 0.4,
      );
    }),
    ...placed.map(({ row, y }) =>
      text(
        fitted(row.name, nameRoom, sizes.text),
        sizes.margin,
        nameLine > 0 ? y + nameLine / 2 : y + (Math.max(row.steps.length, 1) * bar) / 2,
        { size: sizes.text, fill: colours.text, halo: colours.ground },
      ),
    ),
    ...steps.flatMap(({ step, y }) => oneStep(space, step, y)),
  ];
}

function oneStep(
  { chart, sizes, colours, xOf, bar }: Space,
  { from, to, of }: Step,
  y: number,
): readonly Mark[] {
  const isBad = chart.good === null ? to < from : isWorse(chart.good, to, from);
  const [full, pale] = isBad ? [colours.worse, colours.worsePale] : [colours.value, colours.valuePale];
  const [x0, x1] = [Math.min(xOf(from), xOf(to)), Math.max(xOf(from), xOf(to))];
  const at = { x: x0, y: y + bar * 0.12, width: Math.max(x1 - x0, 1), height: bar * 0.76 };
  const isDown = to < from;
  return [
    of === 'rest'
      ? rect(at, colours.muted)
      : of === 'performance'
        ? rect(at, full)
        : rect(at, pale, { stroke: full, line: sizes.line * 0.6 }),
    text(
      signedWords(chart.unit, to - from),
      isDown ? x0 - sizes.gap * 0.8 : x1 + sizes.gap * 0.8,
      y + bar / 2,
      {
        size: sizes.text,
        fill: colours.text,
        align: isDown ? 'right' : 'left',
      },
    ),
  ];
}

/** Signs of what is drawn, and of nothing else. */
function keysOf({ chart, colours, sizes }: Space, rows: readonly Row[]): readonly Key[] {
  const steps = rows.flatMap((row) => row.steps);
  const isShared = steps.some(({ of }) => of === 'mix');
  if (steps.length === 0) return [];
  const square = (fill: string, stroke?: string) => (x: number, y: number, size: number) => [
    rect({ x, y, width: size, height: size }, fill, stroke ? { stroke, line: sizes.line * 0.6 } : {}),
  ];
  const [down, up] = chart.good === null ? ['Less', 'More'] : ['Worse', 'Better'];
  return [
    { words: down, sign: square(colours.worse) },
    { words: up, sign: square(colours.value) },
    ...(isShared
      ? [
          { words: 'Full: how it did', sign: square(colours.muted) },
          { words: 'Outlined: its share of the whole', sign: square(colours.grid, colours.muted) },
        ]
      : []),
  ];
}
