import type { Somebody } from '../../../cases/model.ts';
import { defineStates } from '../../../core/tokens/states.ts';
import type { MatchedRule } from '../policy/match.ts';
import type { Stage } from '../policy/model.ts';

export const states = ['waiting', 'approved', 'done', 'failed', 'rejected', 'withdrawn', 'expired'] as const;
export type State = (typeof states)[number];

export const stateTable = defineStates<State>({
  name: 'approval',
  initial: 'waiting',
  arrows: {
    waiting: ['approved', 'rejected', 'withdrawn', 'expired'],
    // Back to waiting: what the approvers saw has changed, or one of them lost the right before the effect ran.
    approved: ['done', 'failed', 'waiting'],
    // It is tried again.
    failed: ['approved', 'withdrawn'],
    done: [],
    rejected: [],
    withdrawn: [],
    expired: [],
  },
});

/** Words of a person: a card must stay a card. */
export const maxWhy = 3_000;

export interface Vote {
  readonly person: Somebody;
  /** Whose right it was; null: their own. */
  readonly inPlaceOf: Somebody | null;
  readonly stage: number;
  readonly choice: 'approve' | 'reject' | 'override';
  readonly reason: string | null;
  readonly at: Date;
}

export interface Approval {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly request: unknown;
  readonly facts: unknown;
  readonly subject: string;
  readonly quantity: number | null;
  readonly amountMinor: bigint | null;
  readonly location: string | null;
  readonly supplier: string | null;
  readonly why: string | null;
  readonly requester: Somebody;
  readonly requestedAt: Date;
  readonly state: State;
  readonly round: number;
  readonly stage: number;
  readonly policyVersion: number;
  /** Frozen: a policy that changes later does not change what was asked before. */
  readonly policy: MatchedRule;
  readonly expiresAt: Date | null;
  readonly askedAt: Date;
  readonly reminders: number;
  readonly decidedBy: Somebody | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly outcome: string | null;
  readonly ranAt: Date | null;
  readonly undoUntil: Date | null;
  /** The request whose effect this one takes back. */
  readonly undoOfId: string | null;
  readonly undoOf: number | null;
  /** The latest request that takes this one back. */
  readonly undo: { readonly number: number; readonly state: State } | null;
  /** Of this round, oldest first. */
  readonly votes: readonly Vote[];
  readonly places: readonly string[];
}

/** Whether somebody may still have a say. */
export function isWaiting({ state }: Pick<Approval, 'state'>): boolean {
  return state === 'waiting';
}

/** Who has to say yes now; undefined: nobody, it needed no yes. */
export function stageOf({ policy, stage }: Pick<Approval, 'policy' | 'stage'>): Stage | undefined {
  return policy.stages[stage];
}
