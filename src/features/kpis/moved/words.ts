import { partWords } from '../card/words.ts';
import type { Moving } from './model.ts';

/** What the parts of either time are called, by their values. */
export function partNames({ by, now, past }: Pick<Moving, 'by' | 'now' | 'past'>): (value: string) => string {
  const known = new Map([...past, ...now].map((part) => [part.value, part]));
  return (value) => partWords(known.get(value) ?? { value }, by.title);
}
