import { money } from '../../../core/text/money.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import type { Conditions, Rule, Stage } from './model.ts';
import { type NameOf, stageWords } from './stage-words.ts';

/** How ids and amounts are written. */
export interface Wording {
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly asked: boolean }[];
  readonly nameOf: NameOf;
  readonly currency: string;
}

/** "Stock adjustment, at most 5 units and €50.00 in 24 hours per person and item → automatic". */
export function ruleWords({ when, stages, breakGlass }: Rule, wording: Wording): string {
  const emergency = breakGlass && stages.length > 0 ? '; a manager can override it in an emergency' : '';
  return `${[kindWords(when, wording), ...conditions(when, wording)].join(', ')} → ${stagesWords(stages, wording)}${emergency}`;
}

/** "a lead, then 2 managers". */
export function stagesWords(stages: readonly Stage[], { nameOf }: Wording): string {
  return stages.map((stage) => stageWords(stage, nameOf)).join(', then ') || 'automatic';
}

function kindWords({ kind }: Conditions, { kinds }: Wording): string {
  if (kind === null) return 'Anything';
  const known = kinds.find(({ id }) => id === kind);
  return `${known?.title ?? kind}${known?.asked ? '' : ' (not in use yet)'}`;
}

function conditions(when: Conditions, { currency }: Wording): readonly string[] {
  const { location, supplier, requesterAtLeast } = when;
  const once = bounds(when.quantityAtMost, when.amountAtMost, currency);
  const day = bounds(when.dayQuantityAtMost, when.dayAmountAtMost, currency);
  return [
    ...(once ? [`at most ${once}`] : []),
    ...(day ? [`at most ${day} in 24 hours per person and item`] : []),
    ...(location === null ? [] : [`at ${location}`]),
    ...(supplier === null ? [] : [`from ${supplier}`]),
    ...(requesterAtLeast === null
      ? []
      : [`asked by a ${requesterAtLeast} or above`.replace(/a (?=[ao])/, 'an ')]),
  ];
}

function bounds(quantity: number | null, amount: string | null, currency: string): string {
  return listOf([
    ...(quantity === null ? [] : [count(quantity, 'unit')]),
    ...(amount === null ? [] : [money(BigInt(amount), currency)]),
  ]);
}
