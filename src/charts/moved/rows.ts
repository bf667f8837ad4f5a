import { drawable } from '../canvas/fit.ts';
import type { MovedChart } from '../model.ts';
import { isNone } from '../words.ts';
import type { ToldPart } from './steps.ts';

/** A step from one value to the next. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly of: 'performance' | 'mix' | 'rest';
}

export interface Row {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** The steps of each part, each from where the last ended; a step of nothing is none. */
export function rowsOf({ before, unit }: MovedChart, parts: readonly ToldPart[]): readonly Row[] {
  let at = before;
  return parts.map(({ name, performance, mix, isRest }) => {
    const steps: Step[] = [];
    for (const [of, by] of [
      [isRest ? 'rest' : 'performance', performance],
      ['mix', mix],
    ] as const) {
      if (!isNone(unit, by)) steps.push({ from: at, to: at + by, of });
      at += by;
    }
    return { name: drawable(name), steps };
  });
}
