import type { Kpi } from '../../../core/tokens/fact.ts';

export const noBetter = ({ name }: Pick<Kpi, 'name'>) =>
  `${name} can have no target: neither more nor less of it is better.`;
export const noSuchPart = 'Nothing of that counts any more: close the form and look again.';
export const limitAlone = 'A limit needs a target that it is worse than.';
/** `than`: the target, in words. */
export const limitBetter = (good: Kpi['good'], than: string) =>
  `The limit is worse than the target: ${good === 'up' ? 'less' : 'more'} than ${than}.`;
export const otherMoney = (currency: string) => `The target is in ${currency}: so is its limit.`;
export const tooLongAgo = 'That is more than two years ago: later.';
export const tooFarAhead = 'That is more than a year ahead: earlier.';
