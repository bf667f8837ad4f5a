import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { reactionTo } from '../web/errors.ts';
import { codeOf, mayBeDone } from '../web/outcome.ts';

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

/** How long to wait when Slack does not say. */
const unsaidWaitMs = 30_000;

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
  const reaction = reactionTo(reason);
  switch (reaction) {
    case 'wait':
      return { do: 'wait', ms: unsaidWaitMs };
    case 'retry':
    case 'pause':
      return { do: reaction, certain, reason };
    default:
      return { do: reaction, reason };
  }
}

function reasonOf(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.message : String(error));
}
