import type { Standing } from '../../db/outbox-settle.ts';
import type { Treatment } from './triage.ts';

/** What came of a claimed message; one place writes it down. */
export type Result =
  /** Slack has it as it was drawn for `version`. */
  | { readonly was: 'sent'; readonly at: Standing; readonly version: number }
  /** Slack, or drawing it, had trouble. `method`: the call that failed. */
  | { readonly was: 'in trouble'; readonly treatment: Treatment; readonly method: string | null }
  /** Its place may not see it; the sentence says why. */
  | { readonly was: 'not for there'; readonly why: string }
  /** Nobody can tell whether Slack took it, and a repeat would be worse than silence. */
  | { readonly was: 'in doubt' }
  /** No longer needed. */
  | { readonly was: 'nothing' }
  /** It was not worth saying any more. */
  | { readonly was: 'too late' }
  /** It waits until then, or another message stands for it from now on. */
  | { readonly was: 'postponed'; readonly until: Date }
  | { readonly was: 'taken up' }
  /** Another sender has it. */
  | { readonly was: 'lost' };
