import { listOf } from '../../../core/text/sentence.ts';
import { type Person, votersAmong } from '../policy/staffing.ts';
import { type Electorate, eligibleNow, neededAt } from './eligibility.ts';
import { hasVoted } from './tally.ts';

/** Somebody who can say yes now. `inPlaceOf`: the name of the absent approver whose delegate they are; null: nobody. */
export interface Decider {
  readonly name: string;
  readonly inPlaceOf: string | null;
}

/** The people who are here, and who decides for whom now. */
export interface Crowd<P extends Person = Person> {
  readonly people: readonly P[];
  readonly delegations: readonly { readonly fromId: string; readonly toId: string }[];
}

/** Everybody who can say yes now; an approver who delegated is named through their delegate. */
export function decidersNow(approval: Electorate, { people, delegations }: Crowd): readonly Decider[] {
  const voters = votersAmong(people);
  const eligible = eligibleNow(approval, voters);
  const canStandIn = (id: string, forId: string) =>
    id !== approval.requester.id &&
    !hasVoted(approval, id) &&
    !eligible.some((one) => one.id === id) &&
    neededAt(approval, voters, id, forId) === null;
  return eligible.map(({ id, name }) => {
    const delegate = voters.find(
      (one) =>
        delegations.some(({ fromId, toId }) => fromId === id && toId === one.id) && canStandIn(one.id, id),
    );
    return delegate ? { name: delegate.name, inPlaceOf: name } : { name, inPlaceOf: null };
  });
}

/** "Ada or Omar"; "Ada, or Maya for Lena,". */
export function decidersWords(deciders: readonly Decider[], nameOf = (name: string) => name): string {
  const own = deciders.filter(({ inPlaceOf }) => inPlaceOf === null).map(({ name }) => nameOf(name));
  const delegates = deciders.flatMap(({ name, inPlaceOf }) =>
    inPlaceOf === null ? [] : [`${nameOf(name)} for ${nameOf(inPlaceOf)}`],
  );
  if (delegates.length === 0 || own.length === 0) return listOf([...own, ...delegates], 'or');
  return `${own.join(', ')}, or ${listOf(delegates, 'or')},`;
}
