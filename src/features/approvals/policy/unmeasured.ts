import type { Measured } from '../../../core/declare/approval.ts';
import type { When } from './model.ts';
import type { Kind } from './seen.ts';

const bounds: readonly (readonly [field: keyof When, of: Measured])[] = [
  ['quantityAtMost', 'quantity'],
  ['dayQuantityAtMost', 'quantity'],
  ['amountAtMost', 'amount'],
  ['dayAmountAtMost', 'amount'],
  ['location', 'location'],
  ['supplier', 'supplier'],
];

const article: Readonly<Record<Measured, string>> = {
  quantity: 'a',
  amount: 'an',
  location: 'a',
  supplier: 'a',
};

/** The bounds of a rule that nothing is ever within, since its kind never knows what they bound. */
export function unmeasured(
  when: When,
  kinds: readonly Pick<Kind, 'id' | 'title' | 'measures'>[],
): readonly { readonly field: keyof When; readonly sentence: string }[] {
  const kind = kinds.find(({ id }) => id === when.kind);
  const measures = kind?.measures;
  if (!measures) return [];
  return bounds
    .filter(([field, of]) => when[field] !== null && !measures.includes(of))
    .map(([field, of]) => ({
      field,
      sentence: `Nothing of the kind “${kind.title}” has ${article[of]} ${of}.`,
    }));
}
