import type { Somebody } from '../../../cases/model.ts';
import type { Sentences } from '../../../cases/refusals.ts';
import { listOf } from '../../../core/text/sentence.ts';
import { namesAmong, type Person } from '../policy/staffing.ts';
import { stageWords } from '../policy/stage-words.ts';
import { stageOf } from '../request/model.ts';
import { atMoment } from '../request/refusals.ts';
import { type Electorate, eligibleNow } from './eligibility.ts';
import type { Authority, LostVote } from './tally.ts';

/** The sentence about a yes that no longer counts. The record keeps its code and the person's id, not their name. */
export const lostVoteSentences: Readonly<
  Record<LostVote['code'], (person: Pick<Somebody, 'name'>) => string>
> = {
  'asked for it': ({ name }) => `${name} asked for it and cannot have approved it.`,
  'may not any more': ({ name }) => `${name} may not approve it any more.`,
};

/** What a vote is judged by. */
export interface Ballot {
  readonly approval: Electorate;
  /** Everybody who may decide requests now. */
  readonly voters: readonly Person[];
  /** Null: the voter has none at the present stage. */
  readonly authority: Authority | null;
  /** The later stage, from 0, that needs this yes; null: none does. */
  readonly neededAt: number | null;
}

export type VoteNo = 'is for others' | 'authority is used' | 'is needed later';

export const voteSentences: Sentences<VoteNo, Ballot> = {
  'is for others': (ballot) => {
    const stage = stageOf(ballot.approval);
    const whom = stage ? stageWords(stage, namesAmong(ballot.voters)) : 'nobody';
    return { says: `That is for ${whom} to decide now.`, next: whomToAsk(ballot) };
  },
  'authority is used': ({ authority }, reader) => {
    const vote = authority?.usedBy;
    const when = vote ? ` ${atMoment(vote.at, reader)}` : '';
    return `${vote?.person.name ?? 'Somebody'} voted with that authority${when}: it counts once.`;
  },
  'is needed later': (ballot, { personId }) => {
    const { authority, voters, neededAt } = ballot;
    const holder = voters.find(({ id }) => id === authority?.holderId);
    const whose = !holder || holder.id === personId ? 'Your' : `${holder.name}’s`;
    return {
      says: `${whose} yes is needed at stage ${(neededAt ?? 0) + 1}: somebody else has to say this one.`,
      next: whomToAsk(ballot),
    };
  },
};

/** The authority that the vote uses, or why it is refused. */
export function judgeVote({ authority, neededAt }: Ballot): { holderId: string } | { no: VoteNo } {
  if (!authority) return { no: 'is for others' };
  if (authority.usedBy) return { no: 'authority is used' };
  return neededAt === null ? { holderId: authority.holderId } : { no: 'is needed later' };
}

const mostNames = 5;

function whomToAsk({ approval, voters }: Ballot): string {
  const names = eligibleNow(approval, voters)
    .slice(0, mostNames)
    .map(({ name }) => name);
  return names.length > 0 ? `Ask ${listOf(names, 'or')}.` : '`/approval policy` shows who decides what.';
}
