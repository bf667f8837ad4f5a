import type { Kpi, LackingKpi } from '../../../core/tokens/fact.ts';

/** Every run of words is tried as a name, as days and as a way to split: of more words that would take minutes. */
export const mostWords = 24;

/** What a figure is called. */
export const wordsFor = ({ key, name, aliases }: Kpi | LackingKpi): readonly string[] => [
  plainOf(key.replaceAll('_', ' ')),
  plainOf(name),
  ...aliases,
];

/** Hyphens and case say nothing. */
export function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/(?<=[a-z])[-_](?=[a-z])/g, ' ')
    .replaceAll(/[?,]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
