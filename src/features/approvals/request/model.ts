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
    // Waiting again: the facts changed, or an approver lost their authority, before the effect ran.
    approved: ['done', 'failed', 'waiting'],
    // A retry.
    failed: ['approved', 'withdrawn'],
    done: [],
    rejected: [],
    withdrawn: [],
    expired: [],
  },
});

/** Longer words would not fit a card. */
export const maxWhy = 3_000;

export interface Vote {
  readonly person: Somebody;
  /** The person whose authority the vote used; null: the voter's own. */
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
  /** Frozen: later changes of the policy do not affect the request. */
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
  /** The request that this one undoes. */
  readonly undoOfId: string | null;
  readonly undoOf: number | null;
  /** The latest request to undo this one. */
  readonly undo: { readonly number: number; readonly state: State } | null;
  /** Votes of this round, oldest first. */
  readonly votes: readonly Vote[];
  readonly places: readonly string[];
}

/** What a headline tells. */
export type Headlined = Pick<
  Approval,
  'id' | 'number' | 'kind' | 'request' | 'facts' | 'state' | 'requester' | 'decidedBy' | 'undoOf' | 'undo'
> & { readonly votes: readonly Pick<Vote, 'person' | 'choice'>[] };

export function isWaiting({ state }: Pick<Approval, 'state'>): boolean {
  return state === 'waiting';
}

/** Done, and taken back by another request. */
export function isUndone({ state, undo }: Pick<Approval, 'state' | 'undo'>): boolean {
  return state === 'done' && undo?.state === 'done';
}

/** The present stage; undefined: the request needed nobody's yes. */
export function stageOf({ policy, stage }: Pick<Approval, 'policy' | 'stage'>): Stage | undefined {
  return policy.stages[stage];
}
