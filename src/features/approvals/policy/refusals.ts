import { count } from '../../../core/text/sentence.ts';
import type { Stage } from './model.ts';
import { namesAmong, type Person, type Shortage } from './staffing.ts';
import { groupWords, type NameOf, stageWords } from './stage-words.ts';

interface Short extends Shortage {
  readonly stages: readonly Stage[];
  readonly nameOf: NameOf;
  /** Who asks, as the sentence calls them. */
  readonly requester: 'you' | 'them';
}

const shortageSentences: Readonly<Record<Shortage['code'], (short: Short) => string>> = {
  'stage lacks people': ({ stages, stage, there, nameOf, requester }) => {
    const short = stages[stage];
    const whom = short ? stageWords(short, nameOf) : 'somebody';
    return `it needs ${whom} other than ${requester}, and there ${found(there)}.`;
  },
  'people count once': ({ stages, nameOf, requester }) => {
    const yeses = stages.reduce((sum, { needs }) => sum + needs, 0);
    const groups = stages.map(({ of }) => groupWords(of, nameOf)).join('; ');
    return `its stages need ${yeses} different people other than ${requester} (${groups}), and there are not so many.`;
  },
};

/** "it needs a manager other than you, and there is nobody." */
export function shortageWords(
  shortage: Shortage,
  stages: readonly Stage[],
  people: readonly Person[],
  requester: 'you' | 'them' = 'you',
): string {
  return shortageSentences[shortage.code]({ ...shortage, stages, nameOf: namesAmong(people), requester });
}

function found(there: number): string {
  if (there === 0) return 'is nobody';
  return `${there === 1 ? 'is' : 'are'} only ${count(there, 'person', 'people')}`;
}
