import type { DatedLine } from './model.ts';

/** The sentence of a line of which nothing more is to come. */
export function notOpen({ order, what }: Pick<DatedLine, 'order' | 'what'>): string {
  return `Nothing more of ${what ?? 'that line'} on ${order} is to come: it was delivered or cancelled.`;
}

export const lineGone = 'That line is no longer here.';
export const dayPassed = 'That day has passed: pick today or a later one.';

export const tooFar = 'That day is more than two years away: a nearer one.';
