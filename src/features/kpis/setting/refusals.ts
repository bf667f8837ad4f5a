import type { Kpi } from '../../../core/tokens/fact.ts';

export const noBetter = ({ name }: Pick<Kpi, 'name'>) =>
  `${name} can have no target: neither more nor less of it is better.`;
/** What is far from where the figure stands may be a slip. */
export const farOff = (far: {
  readonly goal: string;
  readonly typed: string;
  readonly about: string;
  readonly stands: string;
}) => `Did you mean ${far.goal}? ${far.about}: ${far.stands}. If you did, write "${far.typed}!".`;
export const noSuchPart = 'Nothing of that counts any more: close the form and look again.';
export const limitAlone = 'A limit needs a target that it is worse than.';
/** `than`: the target, in words. */
export const limitBetter = (good: Kpi['good'], than: string) =>
  `The limit is worse than the target: ${good === 'up' ? 'less' : 'more'} than ${than}.`;
export const otherMoney = (currency: string) => `The target is in ${currency}: so is its limit.`;
export const tooLongAgo = 'That is more than two years ago: later.';
export const tooFarAhead = 'That is more than a year ahead: earlier.';
