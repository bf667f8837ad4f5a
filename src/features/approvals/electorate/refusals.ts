import type { Somebody } from '../../../cases/model.ts';
import type { LostVote } from './tally.ts';

/** What is said of a yes that does not count any more. Only the code and the person's id are kept of it. */
export const lostVoteSentences: Readonly<
  Record<LostVote['code'], (person: Pick<Somebody, 'name'>) => string>
> = {
  'asked for it': ({ name }) => `${name} asked for it and cannot have approved it.`,
  'may not any more': ({ name }) => `${name} may not approve it any more.`,
};
