import { codeKey } from '../../../core/text/code-key.ts';
import type { Word } from '../telling/kept.ts';

/**
 * The numbers of a shipment as they are written, the first it had first and the present one last. One that another
 * replaced never comes back, however late somebody still speaks of it.
 */
export function numbersOf(words: readonly Word[]): readonly string[] {
  const written = new Map<string, string>();
  const before = new Map<string, Set<string>>();
  const note = (text: string) => {
    const key = codeKey(text);
    written.set(key, written.get(key) ?? text);
    return key;
  };
  for (const { tracking, formerly } of words) {
    const key = note(tracking);
    const olds = before.get(key) ?? new Set();
    for (const old of formerly) olds.add(note(old));
    olds.delete(key);
    before.set(key, olds);
  }
  const sorted: string[] = [];
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const old of before.get(key) ?? []) visit(old);
    sorted.push(key);
  };
  for (const key of written.keys()) visit(key);
  return sorted.map((key) => written.get(key) ?? key);
}
