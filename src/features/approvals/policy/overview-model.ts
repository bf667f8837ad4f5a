import type { Measured } from '../../../core/tokens/approval.ts';
import type { Fault } from './fault-model.ts';
import type { Policy } from './model.ts';

/** A saved version of the policy, without its rules. */
export interface Version {
  readonly version: number;
  /** Null: the console. */
  readonly changedBy: string | null;
  readonly changedAt: Date;
  readonly note: string;
}

/** A kind of approval as the policy names it. */
export interface Kind {
  readonly id: string;
  readonly title: string;
  /** Whether a feature asks for it yet. */
  readonly asked: boolean;
  /** Null: unknown, since no feature asks for it yet. */
  readonly measures: readonly Measured[] | null;
}

/** The policy as people read it. */
export interface PolicyOverview {
  /** 0: the policy that ships. */
  readonly version: number;
  /** Null: nobody has changed the policy that ships. */
  readonly changed: Version | null;
  readonly policy: Policy;
  /** Faults that requests can meet now. */
  readonly faults: readonly Fault[];
  /** Faults of rules for kinds that no feature asks for yet. */
  readonly laterFaults: readonly Fault[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly slackUserId: string }[];
  readonly kinds: readonly Kind[];
  /** Closed ones are not offered; rules that name one stay. */
  readonly locations: readonly { readonly code: string; readonly name: string; readonly active: boolean }[];
  readonly currency: string;
  /** Whether its reader may change it. */
  readonly mayChange: boolean;
}

export const rulesPerPage = 20;
export const versionsPerPage = 20;
