import type { Measured } from '../../../core/tokens/approval.ts';
import type { Conditions, Group, Stage } from './model.ts';
import type { Shortage } from './staffing.ts';

/** The inputs of a rule that a fault can stand beside; stages count from 1. */
export type RuleField = 'name' | keyof Conditions | `${'needs' | 'role' | 'people'}${number}`;

/** What is wrong with a rule: a code, and the facts that its sentence names. */
type Reason =
  | { readonly code: 'kind is unknown' | 'has no bound' | 'names no group' | 'names somebody who left' }
  | { readonly code: 'location is unknown'; readonly location: string }
  | { readonly code: 'supplier is unknown'; readonly supplier: string }
  | { readonly code: 'bounds the unmeasured'; readonly kind: string; readonly measure: Measured }
  | { readonly code: 'names too many'; readonly most: number }
  | { readonly code: 'names a viewer'; readonly personId: string }
  | { readonly code: 'group is empty'; readonly group: Group }
  | { readonly code: 'group is too small'; readonly group: Group; readonly there: number }
  | {
      readonly code: 'requester finds nobody';
      readonly requesterId: string;
      readonly stages: readonly Stage[];
      readonly shortage: Shortage;
    }
  /** `by`: the index of the other rule. */
  | { readonly code: 'is unreachable'; readonly by: number; readonly name: string }
  | { readonly code: 'name is taken'; readonly by: number };

/** A reason why a rule does not do what it says, or finds nobody to approve a request. */
export type RuleFault = Reason & { readonly field: RuleField };

/** `rule`: from 0; `otherwise`: the default approvers. */
export type Fault = RuleFault & { readonly rule: number | 'otherwise' };
