import { count } from '../../../core/text/sentence.ts';
import type { Measured } from '../../../core/tokens/approval.ts';
import { roles } from '../../../core/tokens/permission.ts';
import { hasRole, isIn } from './match.ts';
import type { Policy, Rule, Stage, When } from './model.ts';
import { shortageWords } from './refusals.ts';
import { fill } from './seats.ts';
import type { Fault, Kind } from './seen.ts';
import { leastRole, namesAmong, type Person, votersAmong, whyNobodyCan } from './staffing.ts';
import { groupWords } from './stage-words.ts';

/** What a policy may speak of. */
export interface Known {
  /** Everybody who is here and has a role. */
  readonly people: readonly Person[];
  readonly kinds: readonly Pick<Kind, 'id' | 'title' | 'measures'>[];
  /** Their codes. */
  readonly locations: readonly string[];
  readonly suppliers: readonly string[];
}

/** How many people a stage may name. */
export const mostNamed = 20;

/** Everything because of which a policy would not do what it says, or never find a yes. */
export function faultsOf({ rules, otherwise }: Policy, known: Known): readonly Fault[] {
  const inRules = rules.flatMap((rule, index) =>
    [
      ...faultsOfRule(rule, known),
      ...hidden(rule, rules.slice(0, index)),
      ...sameName(rule, rules.slice(0, index)),
    ].map((fault) => ({ ...fault, rule: index })),
  );
  const inRest = faultsOfStages([otherwise], null, known);
  return [...inRules, ...inRest.map((fault) => ({ ...fault, rule: 'otherwise' as const }))];
}

type FaultOfRule = Omit<Fault, 'rule'>;

function faultsOfRule({ when, stages }: Rule, known: Known): readonly FaultOfRule[] {
  const { kind, location, supplier } = when;
  const faults: FaultOfRule[] = [];
  if (kind !== null && !known.kinds.some(({ id }) => id === kind))
    faults.push({ field: 'kind', sentence: 'Nothing asks for approvals of that kind.' });
  const inVain = unmeasured(when, known.kinds);
  if (location !== null && !known.locations.includes(location))
    faults.push({ field: 'location', sentence: `There is no location ${location}.` });
  if (supplier !== null && !known.suppliers.includes(supplier))
    faults.push({ field: 'supplier', sentence: `No product comes from ${supplier}.` });
  if (stages.length === 0 && !isBounded(when)) {
    const sentence = 'Where nobody has to say yes, say how much at most: a quantity or an amount.';
    faults.push({ field: 'quantityAtMost', sentence });
  }
  return [...faults, ...inVain, ...faultsOfStages(stages, when.requesterAtLeast, known)];
}

function isBounded(when: When): boolean {
  const { quantityAtMost, amountAtMost, dayQuantityAtMost, dayAmountAtMost } = when;
  return [quantityAtMost, amountAtMost, dayQuantityAtMost, dayAmountAtMost].some((bound) => bound !== null);
}

function faultsOfStages(
  stages: readonly Stage[],
  requesterAtLeast: When['requesterAtLeast'],
  known: Known,
): readonly FaultOfRule[] {
  const faults = stages.flatMap((stage, index) => faultOfStage(stage, index + 1, known.people) ?? []);
  // A stage that lacks people anyway lacks them whoever asks.
  return faults.length > 0 ? faults : deadlock(stages, requesterAtLeast, known.people);
}

function faultOfStage({ needs, of }: Stage, n: number, people: readonly Person[]): FaultOfRule | null {
  if (of.role === null && of.department === null && of.people.length === 0)
    return { field: `role${n}`, sentence: 'Say who: a role, a department or people by name.' };
  if (of.people.length > mostNamed)
    return { field: `people${n}`, sentence: `Name at most ${mostNamed} people, or give them a role.` };
  const named = of.people.map((id) => people.find((person) => person.id === id));
  if (named.includes(undefined))
    return { field: `people${n}`, sentence: 'Somebody named here has left, or has no role any more.' };
  const onlooker = named.find((person) => person && !hasRole(person.roles, leastRole));
  if (onlooker)
    return { field: `people${n}`, sentence: `${onlooker.name} may not decide: that is for an operator.` };
  const there = votersAmong(people).filter((person) => isIn(of, person)).length;
  const group = groupWords(of, namesAmong(people));
  if (there === 0) return { field: `role${n}`, sentence: `There are no ${group}.` };
  if (there >= needs) return null;
  return {
    field: `needs${n}`,
    sentence: `Of ${group} there ${there === 1 ? 'is' : 'are'} only ${count(there, 'person', 'people')}.`,
  };
}

/** Somebody who may ask for it and whom nobody could then say yes to. */
function deadlock(
  stages: readonly Stage[],
  requesterAtLeast: When['requesterAtLeast'],
  people: readonly Person[],
): readonly FaultOfRule[] {
  if (stages.length === 0) return [];
  const voters = votersAmong(people);
  const asking = voters.filter(({ roles }) => hasRole(roles, requesterAtLeast ?? leastRole));
  // Without those who sit in one way to fill all seats the others still fill them: only of these the loss may tell.
  const sitting = fill(stages, voters);
  for (const { id, name } of asking) {
    if (sitting && !sitting.has(id)) continue;
    const short = whyNobodyCan(stages, people, id);
    if (short)
      return [
        {
          field: `needs${short.stage + 1}`,
          sentence: `When ${name} asks, ${shortageWords(short, stages, people, 'them')}`,
        },
      ];
  }
  return [];
}

/** A rule that nothing ever reaches, since one before it matches all that it matches. */
function hidden({ when }: Rule, before: readonly Rule[]): readonly FaultOfRule[] {
  const index = before.findIndex((earlier) => impliedBy(earlier.when, when));
  if (index < 0) return [];
  const sentence = `Nothing gets here: rule ${index + 1}, “${before[index]?.name}”, matches all of it first.`;
  return [{ field: 'name', sentence }];
}

function sameName({ name }: Rule, before: readonly Rule[]): readonly FaultOfRule[] {
  const index = before.findIndex((earlier) => earlier.name.toLowerCase() === name.toLowerCase());
  return index < 0 ? [] : [{ field: 'name', sentence: `Rule ${index + 1} has that name.` }];
}

/** Whether everything that the narrow conditions match is matched by the wide ones as well. */
function impliedBy(wide: When, narrow: When): boolean {
  return (
    isSameOrAny(wide.kind, narrow.kind) &&
    isSameOrAny(wide.location, narrow.location) &&
    isSameOrAny(wide.supplier, narrow.supplier) &&
    // The total of a day is never less than the request: what bounds the day bounds the request.
    isBoundWithin(wide.quantityAtMost, narrow.quantityAtMost, narrow.dayQuantityAtMost) &&
    isBoundWithin(wide.dayQuantityAtMost, narrow.dayQuantityAtMost) &&
    isBoundWithin(wide.amountAtMost, narrow.amountAtMost, narrow.dayAmountAtMost) &&
    isBoundWithin(wide.dayAmountAtMost, narrow.dayAmountAtMost) &&
    rankOf(wide) <= rankOf(narrow)
  );
}

function isSameOrAny(wide: string | null, narrow: string | null): boolean {
  return wide === null || wide === narrow;
}

type Bound = number | string | null;

function isBoundWithin(wide: Bound, ...narrow: readonly Bound[]): boolean {
  return wide === null || narrow.some((bound) => bound !== null && BigInt(bound) <= BigInt(wide));
}

/** Whoever may ask at all is an operator. */
function rankOf({ requesterAtLeast }: When): number {
  return Math.max(roles.indexOf(requesterAtLeast ?? leastRole), roles.indexOf(leastRole));
}

const bounds: readonly (readonly [field: keyof When, of: Measured])[] = [
  ['quantityAtMost', 'quantity'],
  ['dayQuantityAtMost', 'quantity'],
  ['amountAtMost', 'amount'],
  ['dayAmountAtMost', 'amount'],
  ['location', 'location'],
  ['supplier', 'supplier'],
];

const article: Readonly<Record<Measured, string>> = {
  quantity: 'a',
  amount: 'an',
  location: 'a',
  supplier: 'a',
};

/** The bounds of a rule that nothing is ever within, since its kind never knows what they bound. */
function unmeasured(
  when: When,
  kinds: readonly Pick<Kind, 'id' | 'title' | 'measures'>[],
): readonly { readonly field: keyof When; readonly sentence: string }[] {
  const kind = kinds.find(({ id }) => id === when.kind);
  const measures = kind?.measures;
  if (!measures) return [];
  return bounds
    .filter(([field, of]) => when[field] !== null && !measures.includes(of))
    .map(([field, of]) => ({
      field,
      sentence: `Nothing of the kind “${kind.title}” has ${article[of]} ${of}.`,
    }));
}
