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
export function decidersNow(approval: Electorate, crowd: Crowd): readonly Decider[] {
  return seatsNow(approval, crowd).map(({ holder, delegates: [delegate] }) =>
    delegate ? { name: delegate.name, inPlaceOf: holder.name } : { name: holder.name, inPlaceOf: null },
  );
}

/** Whether this person can say yes now, in their own name or for somebody else. */
export function canDecide(approval: Electorate, crowd: Crowd, personId: string): boolean {
  return seatsNow(approval, crowd).some(({ holder, delegates }) =>
    [holder, ...delegates].some(({ id }) => id === personId),
  );
}

/** Whose yes counts now, and who can say it for them. */
function seatsNow<P extends Person>(approval: Electorate, { people, delegations }: Crowd<P>) {
  const voters = votersAmong(people);
  const eligible = eligibleNow(approval, voters);
  const canStandIn = (id: string, forId: string) =>
    id !== approval.requester.id &&
    !hasVoted(approval, id) &&
    !eligible.some((one) => one.id === id) &&
    neededAt(approval, voters, id, forId) === null;
  return eligible.map((holder) => ({
    holder,
    delegates: voters.filter(
      ({ id }) =>
        delegations.some(({ fromId, toId }) => fromId === holder.id && toId === id) &&
        canStandIn(id, holder.id),
    ),
  }));
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
