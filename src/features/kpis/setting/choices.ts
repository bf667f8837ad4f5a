import { hashOf } from '../../../core/text/content-hash.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import type { Choice } from '../../../core/tokens/choice.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Cut } from '../figure/model.ts';
import { cutWords } from '../targets/words.ts';

/** The choice that is no part. */
export const wholeBusiness = 'all';

/** A part as a menu carries it, which holds no long names. */
export function keyOf({ dimension, value }: Cut): string {
  return `${dimension} ${hashOf(value).slice(0, 16)}`;
}

/** The whole business and the parts of a KPI, for a menu. */
export function scopeChoices(kpi: Kpi, cuts: readonly Cut[]): readonly Choice[] {
  return [
    { value: wholeBusiness, label: 'The whole business' },
    ...cuts.map((cut) => ({ value: keyOf(cut), label: capitalized(cutWords(kpi, cut)) })),
  ];
}
