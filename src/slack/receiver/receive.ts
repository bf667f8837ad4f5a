import type { App } from '@slack/bolt';
import type { Outages } from '../../core/runtime/database.ts';
import type { Ids } from '../../core/runtime/ids.ts';
import type { Log } from '../../core/runtime/log.ts';
import type { Carriage } from '../app/age.ts';
import { readPayload } from './shape.ts';

export interface ReceiverTools {
  readonly log: Log;
  readonly ids: Ids;
  readonly outages: Outages;
}

/** One delivery, over HTTP or the socket. */
export interface Incoming {
  readonly payload: unknown;
  /** Sends the acknowledgement; called at most once. */
  readonly ack: (response: unknown) => Promise<void>;
  readonly carriage?: Carriage;
}

export type Fate =
  | { readonly was: 'acknowledged' }
  /** Slack verifies our request URL. */
  | { readonly was: 'a challenge'; readonly challenge: string }
  /** The sender is at fault. */
  | { readonly was: 'malformed' }
  /** The database is out of reach, or Slack is gone. */
  | { readonly was: 'unavailable' }
  /** Our fault, logged under this reference. */
  | { readonly was: 'broken'; readonly reference: string };

/** Passes a delivery to the listeners. Never throws. */
export async function receive(
  app: App,
  { payload, ack, carriage }: Incoming,
  tools: ReceiverTools,
): Promise<Fate> {
  let acknowledged = false;
  const once = async (response?: unknown) => {
    if (acknowledged) throw new Error('It was acknowledged before.');
    acknowledged = true;
    await ack(response).catch((error) => {
      throw new NotAcknowledged('Slack did not take the acknowledgement.', { cause: error });
    });
  };
  try {
    const reading = readPayload(payload);
    if (reading.is === 'malformed') {
      tools.log.warn({ why: reading.why }, 'a malformed delivery was refused');
      // Slack retries refused events, and stops sending any when it sees too many refusals.
      if (!isEvent(payload)) return { was: 'malformed' };
    }
    if (reading.is !== 'ours') {
      await once();
      return { was: 'acknowledged' };
    }
    const { body } = reading;
    if (body.type === 'url_verification') return { was: 'a challenge', challenge: String(body.challenge) };
    const customProperties = carriage ? { carriage } : {};
    await app.processEvent({ body, ack: once, customProperties });
    if (!acknowledged) throw new Error('No listener has acknowledged it.');
    return { was: 'acknowledged' };
  } catch (thrown) {
    return noteFailure(thrown, tools);
  }
}

/** Logs a failed delivery once. */
export function noteFailure(thrown: unknown, { log, ids, outages }: ReceiverTools): Fate {
  // Bolt wraps errors without a code.
  const error: unknown = (thrown as { original?: unknown } | null)?.original ?? thrown;
  if (error instanceof NotAcknowledged) {
    log.warn({ err: error.cause }, 'an acknowledgement could not be sent');
    return { was: 'unavailable' };
  }
  if (outages.met(error, 'a delivery', 'request')) return { was: 'unavailable' };
  const reference = ids.reference();
  log.error({ err: error, reference }, 'a delivery failed');
  return { was: 'broken', reference };
}

/** The connection closed first: Slack delivers again, or tells the person. */
class NotAcknowledged extends Error {}

const isEvent = (payload: unknown) => (payload as { type?: unknown } | null)?.type === 'event_callback';
