import type { Standing } from '../../db/outbox/settle.ts';
import type { Treatment } from './triage.ts';

/** The outcome of a claimed message; `settle` alone records it. */
export type Result =
  /** Slack has the message as drawn for `version`. */
  | { readonly was: 'sent'; readonly at: Standing; readonly version: number }
  /** Slack failed, or the drawing did. `method`: the Slack call that failed; null for the drawing. */
  | { readonly was: 'in trouble'; readonly treatment: Treatment; readonly method: string | null }
  /** Some readers at its place may not see it; the sentence says why. */
  | { readonly was: 'not for there'; readonly why: string }
  /** Slack may or may not have it, and a repeat would be worse than silence. */
  | { readonly was: 'in doubt' }
  /** No longer needed. */
  | { readonly was: 'nothing' }
  /** No longer worth sending. */
  | { readonly was: 'too late' }
  /** Waits until then, or has become part of another message. */
  | { readonly was: 'postponed'; readonly until: Date }
  | { readonly was: 'taken up' }
  /** Another sender has it. */
  | { readonly was: 'lost' };
