import { daysAgainst } from '../days/against.ts';
import type { Days } from '../days/model.ts';
import { readPeriod } from '../days/period.ts';
import { type Versus, versusShape } from '../days/shapes.ts';

/** By the words of "vs …", the first that fits. */
const spoken: readonly (readonly [RegExp, Versus])[] = [
  [/\byears?\b/, 'last year'],
  [/\bweeks?\b/, 'last week'],
  [/\bmonths?\b/, 'last month'],
  [/\b(?:previous|before|prior|earlier|quarter)\b/, 'previous'],
];

/**
 * What days are to be held against: "the days before", "last week", "the same days last year", or days by name where they are those.
 * Null: days that they cannot be held against.
 */
export function readVersus(words: string, days: Days, today: string): Versus | null {
  const [, said] = spoken.find(([pattern]) => pattern.test(words)) ?? [];
  if (said) return said;
  const named = readPeriod(words, today);
  if (!named) return null;
  return (
    versusShape.options.find((one) => {
      const against = daysAgainst(days, one, today);
      return against?.from === named.from && against.to === named.to;
    }) ?? null
  );
}
