import type { Sizes } from '../canvas/marks.ts';
import type { Rect } from '../canvas/picture.ts';
import type { Ticks } from '../canvas/scale.ts';
import type { TrendDay } from '../model.ts';
import type { Palette } from '../palette.ts';

/** What a plot is drawn with. */
export interface Space {
  readonly grid: Rect;
  readonly ticks: Ticks;
  readonly days: readonly TrendDay[];
  readonly sizes: Sizes;
  readonly colours: Palette;
  /** The width of a day. */
  readonly each: number;
}

export const xOf = ({ grid, each }: Space, at: number) => grid.x + (at + 0.5) * each;
export const yOf = ({ grid, ticks }: Space, value: number) =>
  grid.y + ((ticks.max - value) / (ticks.max - ticks.min)) * grid.height;
