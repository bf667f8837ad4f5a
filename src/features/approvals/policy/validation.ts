import type { Measured } from '../../../core/tokens/approval.ts';
import { roles } from '../../../core/tokens/permission.ts';
import type { Fault, RuleFault } from './fault-model.ts';
import { hasRole, isInGroup } from './match.ts';
import type { Conditions, Policy, Rule, Stage } from './model.ts';
import type { Kind } from './overview-model.ts';
import { fillSeats } from './seats.ts';
import { leastRole, type Person, shortageFor, votersAmong } from './staffing.ts';

/** What the rules of a workspace can refer to. */
export interface References {
  /** Everybody who is here and has a role. */
  readonly people: readonly Person[];
  readonly kinds: readonly Pick<Kind, 'id' | 'title' | 'measures'>[];
  /** Codes. */
  readonly locations: readonly string[];
  readonly suppliers: readonly string[];
}

/** How many people a stage may name. */
export const mostNamed = 20;

/** Every reason why the policy would not do what it says, or would find nobody to approve a request. */
export function faultsOf({ rules, otherwise }: Policy, references: References): readonly Fault[] {
  const inRules = rules.flatMap((rule, index) =>
    [
      ...faultsOfRule(rule, references),
      ...unreachable(rule, rules.slice(0, index)),
      ...sameName(rule, rules.slice(0, index)),
    ].map((fault) => ({ ...fault, rule: index })),
  );
  const inRest = faultsOfStages([otherwise], null, references);
  return [...inRules, ...inRest.map((fault) => ({ ...fault, rule: 'otherwise' as const }))];
}

/** Whether requests can meet this fault now: nobody asks for a kind that no feature has yet. */
export function isInUse(
  { rule }: Pick<Fault, 'rule'>,
  { rules }: Policy,
  kinds: readonly Pick<Kind, 'id' | 'asked'>[],
): boolean {
  const id = rule === 'otherwise' ? null : rules[rule]?.when.kind;
  return kinds.find((kind) => kind.id === id)?.asked ?? true;
}

/** How many rules have faults, the default approvers counted as one. */
export function faultyRules(faults: readonly Pick<Fault, 'rule'>[]): number {
  return new Set(faults.map(({ rule }) => rule)).size;
}

function faultsOfRule({ when, stages }: Rule, references: References): readonly RuleFault[] {
  const { kinds, locations, suppliers } = references;
  const { kind, location, supplier } = when;
  const faults: RuleFault[] = [];
  if (kind !== null && !kinds.some(({ id }) => id === kind))
    faults.push({ field: 'kind', code: 'kind is unknown' });
  if (location !== null && !locations.includes(location))
    faults.push({ field: 'location', code: 'location is unknown', location });
  if (supplier !== null && !suppliers.includes(supplier))
    faults.push({ field: 'supplier', code: 'supplier is unknown', supplier });
  if (stages.length === 0 && !isBounded(when)) faults.push({ field: 'quantityAtMost', code: 'has no bound' });
  return [
    ...faults,
    ...unmeasured(when, kinds),
    ...faultsOfStages(stages, when.requesterAtLeast, references),
  ];
}

function isBounded(when: Conditions): boolean {
  const { quantityAtMost, amountAtMost, dayQuantityAtMost, dayAmountAtMost } = when;
  return [quantityAtMost, amountAtMost, dayQuantityAtMost, dayAmountAtMost].some((bound) => bound !== null);
}

function faultsOfStages(
  stages: readonly Stage[],
  requesterAtLeast: Conditions['requesterAtLeast'],
  { people }: References,
): readonly RuleFault[] {
  const faults = stages.flatMap((stage, index) => faultOfStage(stage, index + 1, people) ?? []);
  // A stage that is short of people is short of them for every requester.
  return faults.length > 0 ? faults : deadlock(stages, requesterAtLeast, people);
}

function faultOfStage({ needs, of }: Stage, n: number, people: readonly Person[]): RuleFault | null {
  if (of.role === null && of.department === null && of.people.length === 0)
    return { field: `role${n}`, code: 'names no group' };
  if (of.people.length > mostNamed) return { field: `people${n}`, code: 'names too many', most: mostNamed };
  const named = of.people.map((id) => people.find((person) => person.id === id));
  if (named.includes(undefined)) return { field: `people${n}`, code: 'names somebody who left' };
  const viewer = named.find((person) => person && !hasRole(person.roles, leastRole));
  if (viewer) return { field: `people${n}`, code: 'names a viewer', personId: viewer.id };
  const there = votersAmong(people).filter((person) => isInGroup(of, person)).length;
  if (there === 0) return { field: `role${n}`, code: 'group is empty', group: of };
  return there >= needs ? null : { field: `needs${n}`, code: 'group is too small', group: of, there };
}

/** The first requester whose request nobody could approve. */
function deadlock(
  stages: readonly Stage[],
  requesterAtLeast: Conditions['requesterAtLeast'],
  people: readonly Person[],
): readonly RuleFault[] {
  if (stages.length === 0) return [];
  const voters = votersAmong(people);
  const requesters = voters.filter(({ roles }) => hasRole(roles, requesterAtLeast ?? leastRole));
  // People whom one full seating leaves out are not missed when they ask: only the seated need a closer look.
  const seated = fillSeats(stages, voters);
  for (const { id } of requesters) {
    if (seated && !seated.has(id)) continue;
    const shortage = shortageFor(stages, people, id);
    if (shortage)
      return [
        {
          field: `needs${shortage.stage + 1}`,
          code: 'requester finds nobody',
          requesterId: id,
          stages,
          shortage,
        },
      ];
  }
  return [];
}

/** A rule is unreachable when an earlier one matches everything that it matches. */
function unreachable({ when }: Rule, before: readonly Rule[]): readonly RuleFault[] {
  const by = before.findIndex((earlier) => impliedBy(earlier.when, when));
  const name = before[by]?.name;
  return name === undefined ? [] : [{ field: 'name', code: 'is unreachable', by, name }];
}

function sameName({ name }: Rule, before: readonly Rule[]): readonly RuleFault[] {
  const by = before.findIndex((earlier) => earlier.name.toLowerCase() === name.toLowerCase());
  return by < 0 ? [] : [{ field: 'name', code: 'name is taken', by }];
}

/** Whether the wide conditions match everything that the narrow ones match. */
function impliedBy(wide: Conditions, narrow: Conditions): boolean {
  return (
    isSameOrAny(wide.kind, narrow.kind) &&
    isSameOrAny(wide.location, narrow.location) &&
    isSameOrAny(wide.supplier, narrow.supplier) &&
    // The day's total is never less than the request: a bound of the day bounds the request as well.
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

/** Every requester is an operator at least. */
function rankOf({ requesterAtLeast }: Conditions): number {
  return Math.max(roles.indexOf(requesterAtLeast ?? leastRole), roles.indexOf(leastRole));
}

const measureOf: readonly (readonly [field: keyof Conditions, measure: Measured])[] = [
  ['quantityAtMost', 'quantity'],
  ['dayQuantityAtMost', 'quantity'],
  ['amountAtMost', 'amount'],
  ['dayAmountAtMost', 'amount'],
  ['location', 'location'],
  ['supplier', 'supplier'],
];

/** Conditions on a measure that requests of the kind never have: such a rule matches nothing. */
function unmeasured(when: Conditions, kinds: References['kinds']): readonly RuleFault[] {
  const kind = kinds.find(({ id }) => id === when.kind);
  const measures = kind?.measures;
  if (!measures) return [];
  return measureOf
    .filter(([field, measure]) => when[field] !== null && !measures.includes(measure))
    .map(([field, measure]) => ({ field, code: 'bounds the unmeasured', kind: kind.title, measure }));
}
