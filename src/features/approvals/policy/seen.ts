import type { Measured } from '../../../core/tokens/approval.ts';
import type { Policy, When } from './model.ts';

/** A saved policy, without what it says. */
export interface Version {
  readonly version: number;
  /** Null: the console. */
  readonly changedBy: string | null;
  readonly changedAt: Date;
  readonly note: string;
}

export interface Kind {
  readonly id: string;
  readonly title: string;
  /** Whether a feature asks for it yet. */
  readonly asked: boolean;
  /** Null: nobody knows, since nothing asks for it yet. */
  readonly measures: readonly Measured[] | null;
}

/** The inputs of a rule that a fault can stand beside; stages count from 1. */
export type RuleField = 'name' | keyof When | `${'needs' | 'role' | 'people'}${number}`;

export interface Fault {
  /** From 0; `otherwise`: who decides the rest. */
  readonly rule: number | 'otherwise';
  readonly field: RuleField;
  readonly sentence: string;
}

/** The policy as somebody reads it. */
export interface PolicySeen {
  /** 0: the one that ships. */
  readonly version: number;
  /** Null: nobody has changed it. */
  readonly changed: Version | null;
  readonly policy: Policy;
  readonly faults: readonly Fault[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly slackUserId: string }[];
  readonly kinds: readonly Kind[];
  readonly locations: readonly { readonly code: string; readonly name: string }[];
  readonly currency: string;
  /** Whether the one who reads it may change it. */
  readonly mayChange: boolean;
}

/** How many rules a page shows. */
export const rulesShown = 20;
/** How many versions a page of the history shows. */
export const versionsShown = 20;
