import type { Stage } from '../policy/model.ts';
import { shortageWords } from '../policy/refusals.ts';
import type { Shortage } from '../policy/staffing.ts';
import type { NameOf } from '../policy/stage-words.ts';
import type { AmountFault } from './free-form-rules.ts';

/** "Nobody could say yes to that: it needs a manager other than you, and there is nobody." */
export function hopelessSentence(shortage: Shortage, stages: readonly Stage[], nameOf: NameOf): string {
  return `Nobody could say yes to that: ${shortageWords(shortage, { stages, nameOf })}`;
}

/** Why an approved request failed that could not be asked again. It is stored as the outcome, so it names nobody. */
export function hopelessRoundSentence(changed: readonly string[]): string {
  return [...changed, 'It would have to be asked again, and nobody could say yes.'].join(' ');
}

const orEmpty = 'or leave it empty';

export function amountSentence(fault: AmountFault): string {
  switch (fault.code) {
    case 'is unreadable':
      return `That ${fault.reason}: write it like 120.50, ${orEmpty}.`;
    case 'is not above nothing':
      return `Enter an amount above 0, ${orEmpty}.`;
    case 'is too much':
      return 'That is too much.';
  }
}
