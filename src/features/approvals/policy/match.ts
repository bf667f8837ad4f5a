import type { Measure } from '../../../core/tokens/approval.ts';
import { type Role, roles } from '../../../core/tokens/permission.ts';
import type { Conditions, Group, Policy, Rule, Stage } from './model.ts';

/** A request as a policy judges it. */
export interface MeasuredRequest {
  readonly kind: string;
  readonly measure: Measure;
  /** The total of the same person, kind and subject in the 24 hours before. Unknown values add nothing. */
  readonly before: { readonly quantity: number; readonly amountMinor: bigint };
  readonly requesterRoles: readonly Role[];
}

/** The rule that decides a request, frozen with it. */
export interface MatchedRule {
  readonly rule: string;
  readonly stages: readonly Stage[];
  readonly breakGlass: boolean;
  readonly directly?: boolean | undefined;
  /** The bound of the rule before it that the request is beyond; absent: no other rule came near. */
  readonly beyond?: Beyond;
}

/** A bound that a request is beyond. Minor units are written out: JSON has no bigint. */
export interface Beyond {
  readonly bound: 'quantity' | 'amount' | 'day quantity' | 'day amount';
  readonly atMost: number | string;
  /** Of a day's bound: what counts already. Null: the request's own value is not known. */
  readonly before: number | string | null;
}

/** The first rule that matches, else the default approvers: never an automatic yes by default. */
export function matchRule(policy: Policy, question: MeasuredRequest): MatchedRule {
  const at = policy.rules.findIndex(({ when }) => matches(when, question));
  const rule = policy.rules[at];
  const earlier = policy.rules.slice(0, rule ? at : undefined).toReversed();
  const [beyond] = earlier.flatMap(({ when }) =>
    isAbout(when, question) ? boundsBeyond(when, question) : [],
  );
  const near = beyond ? { beyond } : {};
  if (!rule) return { rule: 'anything else', stages: [policy.otherwise], breakGlass: false, ...near };
  const { name, stages, breakGlass, directly } = rule;
  return { rule: name, stages, breakGlass, ...(directly && { directly }), ...near };
}

export function isAutomatic({ stages }: Pick<Rule, 'stages'>): boolean {
  return stages.length === 0;
}

function matches(when: Conditions, question: MeasuredRequest): boolean {
  return isAbout(when, question) && boundsBeyond(when, question).length === 0;
}

/** Whether all conditions but the bounds hold. */
function isAbout(when: Conditions, { kind, measure, requesterRoles }: MeasuredRequest): boolean {
  return (
    (when.kind === null || when.kind === kind) &&
    (when.location === null || when.location === measure.location) &&
    (when.supplier === null || when.supplier === measure.supplier) &&
    (when.requesterAtLeast === null || hasRole(requesterRoles, when.requesterAtLeast))
  );
}

/** An unknown value is within no bound. */
function boundsBeyond(when: Conditions, { measure, before }: MeasuredRequest): readonly Beyond[] {
  const { quantity, amountMinor } = measure;
  const dayQuantity = quantity === null ? null : before.quantity + quantity;
  const dayAmount = amountMinor === null ? null : before.amountMinor + amountMinor;
  const bounds = [
    ['quantity', quantity, when.quantityAtMost, 0],
    ['day quantity', dayQuantity, when.dayQuantityAtMost, before.quantity],
    ['amount', amountMinor, when.amountAtMost, '0'],
    ['day amount', dayAmount, when.dayAmountAtMost, String(before.amountMinor)],
  ] as const;
  return bounds.flatMap(([bound, value, atMost, counted]) =>
    atMost === null || isWithin(value, atMost)
      ? []
      : [{ bound, atMost, before: value === null ? null : counted }],
  );
}

function isWithin(value: number | bigint | null, bound: number | string | null): boolean {
  return bound === null || (value !== null && BigInt(value) <= BigInt(bound));
}

/** A person whose yes may count. */
export interface Voter {
  readonly id: string;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}

/** Whether the group names the person, or they have its role and are in its department, as far as either is given. */
export function isInGroup({ role, department, people }: Group, person: Voter): boolean {
  if (people.includes(person.id)) return true;
  if (role === null && department === null) return false;
  return (
    (role === null || hasRole(person.roles, role)) &&
    (department === null || person.departments.includes(department))
  );
}

export function hasRole(held: readonly string[], atLeast: Role): boolean {
  return roles.slice(roles.indexOf(atLeast)).some((role) => held.includes(role));
}
