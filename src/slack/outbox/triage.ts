import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { codeOf, mayBeDone, passing } from '../web/outcome.ts';

/** The reaction to a failed call. `certain`: Slack certainly did not do it; otherwise it may have. */
export type Treatment =
  /** Slack sets the time. */
  | { readonly do: 'wait'; readonly ms: number }
  /** Only this message has trouble: retry with growing pauses. */
  | { readonly do: 'retry'; readonly certain: boolean; readonly reason: string }
  /** Slack or the connection is down: everything waits. */
  | { readonly do: 'pause'; readonly certain: boolean; readonly reason: string }
  /** Somebody has to fix the place. */
  | { readonly do: 'block'; readonly reason: string }
  /** The message to edit or reply to no longer exists. */
  | { readonly do: 'drop'; readonly reason: string }
  /** Slack refuses our token: nothing can be sent until it is replaced. */
  | { readonly do: 'stop'; readonly reason: string }
  /** Slack refuses the content of the message. */
  | { readonly do: 'break'; readonly reason: string };

// Slack's error codes by the reaction they need. Any other is our bug.
const places = [
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_thread_locked',
  'missing_scope',
  'no_permission',
  'user_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'user_not_in_channel',
];
const gone = ['message_not_found', 'cant_update_message', 'thread_not_found', 'edit_window_closed'];
const tokens = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'];

export function treatmentOf(error: unknown): Treatment {
  if (error instanceof WebAPIRateLimitedError) return { do: 'wait', ms: error.retryAfter * 1_000 };
  const certain = !mayBeDone(error);
  if (error instanceof WebAPIPlatformError) return treatmentOfRefusal(error.data.error, certain);
  if (error instanceof WebAPIHTTPError)
    return { do: 'pause', certain, reason: `Slack answered ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) return { do: 'pause', certain, reason: reasonOf(error.original) };
  return { do: 'break', reason: reasonOf(error) };
}

function treatmentOfRefusal(reason: string, certain: boolean): Treatment {
  if (reason === 'ratelimited' || reason === 'rate_limited') return { do: 'wait', ms: 30_000 };
  if (passing.includes(reason)) return { do: 'retry', certain, reason };
  if (places.includes(reason)) return { do: 'block', reason };
  if (gone.includes(reason)) return { do: 'drop', reason };
  return tokens.includes(reason) ? { do: 'stop', reason } : { do: 'break', reason };
}

function reasonOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error));
}
