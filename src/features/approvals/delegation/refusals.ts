import { mostDays, type SpanNo } from './rules.ts';

/** The sentence of each code, and the input that it stands beside. */
export const spanSentences: Readonly<
  Record<SpanNo, { readonly field: 'from' | 'until'; readonly says: string }>
> = {
  'has passed': { field: 'until', says: 'That moment has passed.' },
  'ends before it begins': { field: 'until', says: 'The end comes after the beginning.' },
  'is too far ahead': { field: 'from', says: 'That is more than a year ahead.' },
  'is too long': { field: 'until', says: `That is too long: at most ${mostDays} days.` },
};
