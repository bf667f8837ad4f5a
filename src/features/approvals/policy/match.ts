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
}

/** The first rule that matches, else the default approvers: never an automatic yes by default. */
export function matchRule(policy: Policy, question: MeasuredRequest): MatchedRule {
  const rule = policy.rules.find(({ when }) => matches(when, question));
  if (!rule) return { rule: 'anything else', stages: [policy.otherwise], breakGlass: false };
  return { rule: rule.name, stages: rule.stages, breakGlass: rule.breakGlass };
}

export function isAutomatic({ stages }: Pick<Rule, 'stages'>): boolean {
  return stages.length === 0;
}

/** An unknown value is within no bound. */
function matches(when: Conditions, { kind, measure, before, requesterRoles }: MeasuredRequest): boolean {
  const { quantity, amountMinor } = measure;
  const dayQuantity = quantity === null ? null : before.quantity + quantity;
  const dayAmount = amountMinor === null ? null : before.amountMinor + amountMinor;
  return (
    (when.kind === null || when.kind === kind) &&
    isWithin(quantity, when.quantityAtMost) &&
    isWithin(dayQuantity, when.dayQuantityAtMost) &&
    isWithin(amountMinor, when.amountAtMost) &&
    isWithin(dayAmount, when.dayAmountAtMost) &&
    (when.location === null || when.location === measure.location) &&
    (when.supplier === null || when.supplier === measure.supplier) &&
    (when.requesterAtLeast === null || hasRole(requesterRoles, when.requesterAtLeast))
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
