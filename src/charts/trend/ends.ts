import { dot, type Mark, text } from '../canvas/marks.ts';
import type { TrendChart, TrendDay } from '../model.ts';
import { shortWords, targetWords } from '../words.ts';
import { hasValue } from './days.ts';
import { type Space, xOf, yOf } from './space.ts';

interface EndWords {
  readonly words: string;
  readonly weight: 'regular' | 'bold';
  readonly of: 'value' | 'target';
}

/** What is written to the right of the plot. */
export function endWords({ unit, target }: TrendChart, days: readonly TrendDay[]): readonly EndWords[] {
  const last = days.findLast(hasValue);
  return [
    ...(last ? [{ words: shortWords(unit, last.value), weight: 'bold' as const, of: 'value' as const }] : []),
    ...(last?.isOpen ? [{ words: 'so far', weight: 'regular' as const, of: 'value' as const }] : []),
    ...(target === null
      ? []
      : ['target', targetWords(unit, target)].map((words) => ({
          words,
          weight: 'regular' as const,
          of: 'target' as const,
        }))),
  ];
}

/** The last value at its point, and the target at its line; where the two would meet, the target gives way. */
export function endMarks(chart: TrendChart, space: Space, ends: readonly EndWords[]): readonly Mark[] {
  const { grid, days, sizes, colours } = space;
  const at = days.findLastIndex(hasValue);
  const last = days[at]?.value ?? null;
  const high = sizes.text * 1.25;
  const edge = grid.x + grid.width + sizes.gap;
  const block = (of: EndWords['of']) => ends.filter((end) => end.of === of);
  const drawn = (of: EndWords['of'], x: number, middle: number, fill: string) =>
    block(of).map(({ words, weight }, n, { length }) =>
      text(words, x, inside(middle, length) + (n - (length - 1) / 2) * high, {
        size: sizes.text,
        fill: weight === 'bold' ? fill : colours.muted,
        weight,
      }),
    );
  const inside = (middle: number, lines: number) => Math.max(middle, grid.y + ((lines - 1) / 2) * high);
  const room = ((block('value').length + block('target').length) * high) / 2 + 2;
  const valueY = last === null ? null : yOf(space, last);
  const target = chart.target === null ? null : yOf(space, chart.target);
  const isNear = valueY !== null && target !== null && Math.abs(target - valueY) < room;
  const away = isNear && target <= valueY ? valueY - room : isNear ? valueY + room : target;
  const isOpen = days[at]?.isOpen;
  return [
    ...(valueY === null
      ? []
      : [
          dot(
            xOf(space, at),
            valueY,
            sizes.line * 1.7,
            isOpen ? colours.ground : colours.value,
            colours.value,
            sizes.line * 0.7,
          ),
          ...drawn('value', Math.max(edge, xOf(space, at) + sizes.gap), valueY, colours.value),
        ]),
    ...(away === null ? [] : drawn('target', edge, away, colours.muted)),
  ];
}
