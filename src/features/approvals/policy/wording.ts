import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import type { Beyond } from './match.ts';
import type { Conditions, Rule, Stage } from './model.ts';
import { type NameOf, stageWords } from './stage-words.ts';

/** How ids and amounts are written. */
export interface Wording {
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly asked: boolean }[];
  readonly nameOf: NameOf;
  readonly currency: string;
}

/** "Stock adjustment, at most 5 units and €50.00 in 24 hours per person and item → automatic". */
export function ruleWords({ when, stages, breakGlass, directly }: Rule, wording: Wording): string {
  const told = directly && stages.length > 0 ? ', told directly' : '';
  const emergency = breakGlass && stages.length > 0 ? '; a manager can override it in an emergency' : '';
  return `${[kindWords(when, wording), ...conditions(when, wording)].join(', ')} → ${stagesWords(stages, wording)}${told}${emergency}`;
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

/** Why a yes is needed: "over 5 units in 24 hours (41 before this)". */
export function beyondWords({ bound, atMost, before }: Beyond, currency: string): string {
  const isQuantity = bound === 'quantity' || bound === 'day quantity';
  if (before === null) return isQuantity ? 'its quantity is not known' : 'its value is not known';
  const limit = isQuantity ? count(Number(atMost), 'unit') : money(BigInt(atMost), currency);
  if (bound === 'quantity' || bound === 'amount') return `over ${limit}`;
  const counted = isQuantity ? number(Number(before)) : money(BigInt(before), currency);
  return `over ${limit} in 24 hours${BigInt(before) === 0n ? '' : ` (${counted} before this)`}`;
}
