import type { MovedChart, MovedPart } from '../model.ts';
import { isNone } from '../words.ts';

/** A part as it is told. */
export interface ToldPart extends MovedPart {
  /** What no part explains. */
  readonly isRest?: true;
}

/** The part that did most first; small ones in one line; with what is not explained, all add up to the change. */
export function movedParts(chart: MovedChart, most: number): readonly ToldPart[] {
  const size = ({ performance, mix }: MovedPart) => performance + mix;
  const sign = chart.now < chart.before ? -1 : 1;
  const parts = chart.parts
    .filter((part) => !isNone(chart.unit, part.performance) || !isNone(chart.unit, part.mix))
    .toSorted((a, b) => sign * (size(b) - size(a)) || (a.name < b.name ? -1 : 1));
  const shown = parts.length > most ? biggest(parts, most - 1) : parts;
  const left = parts.filter((part) => !shown.includes(part));
  const told = left.length > 0 ? [...shown, together(left)] : shown;
  const missing = chart.now - chart.before - chart.parts.reduce((sum, part) => sum + size(part), 0);
  if (isNone(chart.unit, missing)) return told;
  return [...told, { name: 'Not explained by these', performance: missing, mix: 0, isRest: true }];
}

/** Of many those that did most, to either side, in their order. */
function biggest(parts: readonly MovedPart[], most: number): readonly MovedPart[] {
  const weight = ({ performance, mix }: MovedPart) => Math.max(Math.abs(performance), Math.abs(mix));
  const kept = new Set(parts.toSorted((a, b) => weight(b) - weight(a)).slice(0, most));
  return parts.filter((part) => kept.has(part));
}

function together(parts: readonly MovedPart[]): MovedPart {
  return {
    name: `${parts.length} more together`,
    performance: parts.reduce((sum, { performance }) => sum + performance, 0),
    mix: parts.reduce((sum, { mix }) => sum + mix, 0),
  };
}
