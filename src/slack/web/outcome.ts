import { RespondError } from '@slack/bolt';
import { ErrorCode, WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import { halfDone } from './errors.ts';

/** Slack's error code, such as invalid_auth; null for other errors. */
export function refusalOf(error: unknown): string | null {
  const { code, data } = error as { code?: string; data?: { error?: string } };
  return code === ErrorCode.PlatformError ? (data?.error ?? 'no reason given') : null;
}

/** Whether a failed call may have taken effect. False: certainly not. */
export function mayBeDone(error: unknown): boolean {
  if (error instanceof WebAPIPlatformError) return halfDone.includes(error.data.error);
  if (error instanceof WebAPIHTTPError) return true;
  return error instanceof WebAPIRequestError && !neverArrived(error.original);
}

/** The same for an answer sent to a response URL. */
export function mayBeShown(error: unknown): boolean {
  if (error instanceof RespondError) return error.statusCode >= 500;
  return !neverArrived(error);
}

/** The connection was never made. Any other failure may have come after Slack received the call. */
export function neverArrived(error: unknown): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(codeOf(error) ?? '');
}

export function codeOf(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? undefined : codeOf(cause);
}
