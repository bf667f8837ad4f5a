import type { Page } from '../../../core/tokens/page.ts';
import type { PromiseRule } from '../fold/input-model.ts';

/** For what orders a rule is; null: for any. Of two rules for the same, each day has one. */
export type RuleScope = Pick<PromiseRule, 'channel' | 'serviceId' | 'country'>;

export function scopeKey({ channel, serviceId, country }: RuleScope): string {
  return JSON.stringify([channel, serviceId, country]);
}

/** A service as its rules name it. */
export interface ServiceName {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly carrier: { readonly code: string; readonly name: string };
}

/** A rule and how it stands. */
export interface StandingRule {
  readonly rule: PromiseRule;
  /** Null: of any service. */
  readonly service: ServiceName | null;
  readonly state: 'in force' | 'to come' | 'ended';
}

export interface RuleFilter {
  readonly show: 'current' | 'ended';
}

export interface RulePage extends Page<StandingRule, RuleFilter> {
  /** Rules that have ended; of those that have not when these are shown. */
  readonly others: number;
}

export const pageSize = 8;
/** A third of a year: more is a slip of the finger. */
export const mostDays = 120;

/** For the audit log. */
export function tellRule(
  { channel, country, handlingDays, transitDays, validFrom, validTo }: PromiseRule,
  service: ServiceName | null,
) {
  const of = service && `${service.carrier.code} ${service.code}`;
  return { channel, service: of, country, handlingDays, transitDays, validFrom, validTo };
}
