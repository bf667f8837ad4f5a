import type { Flaw } from '../state/faults.ts';
import type { Json } from '../state/types.ts';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export interface Envelope {
  envelope_id: string;
  type: EnvelopeType;
  payload: Json;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: RetryReason;
}

export type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed' | 'timeout';

/** How a delivery ended. `response` is the body of the app's acknowledgement. */
export interface Ack {
  outcome: 'acknowledged' | 'timed_out' | 'not_connected' | 'refused';
  response?: Json;
  status?: number;
  /** The app asked by `x-slack-no-retry` for no more attempts of this event. */
  no_retry?: boolean;
  /** Why Slack knows no address for this delivery. */
  no_address?: string;
  latency_ms: number;
  /** The request was invalid on purpose: the app should refuse it. */
  flaw?: Flaw;
}

/** Delivers an envelope to the app: over a socket or as a signed request. */
export interface Carrier {
  send(envelope: Envelope): Promise<Ack>;
  close(): Promise<void>;
}

/** An acknowledgement may be a bare string, which Slack reads as the message text. */
export function readAckBody(body: unknown): Json | undefined {
  if (typeof body === 'string') return body.trim() === '' ? undefined : { text: body };
  if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) return undefined;
  return body as Json;
}
