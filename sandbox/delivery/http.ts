import type { Flaw } from '../state/faults.ts';
import type { Addresses } from './addresses.ts';
import { type Ack, type Carrier, type Envelope, readAckBody } from './envelope.ts';
import { signedHeaders } from './signature.ts';

export interface HttpCarrierOptions {
  addresses: Addresses;
  signingSecret: string;
  ackTimeoutMs: number;
  /** The flaw of the next request, if any. */
  flaw: () => Flaw | undefined;
}

const STALE_SECONDS = 6 * 60;

/** Delivers like Slack to the app's request URLs: commands and interactions form-encoded, events as JSON, all signed. */
export class HttpCarrier implements Carrier {
  #options: HttpCarrierOptions;

  constructor(options: HttpCarrierOptions) {
    this.#options = options;
  }

  async send(envelope: Envelope): Promise<Ack> {
    const started = performance.now();
    const address = this.#options.addresses.of(envelope);
    if ('missing' in address) return { outcome: 'not_connected', no_address: address.missing, latency_ms: 0 };
    const flaw = this.#options.flaw();
    const done = (ack: Omit<Ack, 'latency_ms'>): Ack => ({
      ...ack,
      ...(flaw ? { flaw } : {}),
      latency_ms: performance.now() - started,
    });
    const { type, body } = encode(envelope);
    const secret = flaw === 'forged' ? 'a secret of somebody else' : this.#options.signingSecret;
    const headers: Record<string, string> = {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signedHeaders(secret, body, flaw === 'stale' ? STALE_SECONDS : 0),
    };
    if (envelope.retry_attempt !== undefined && envelope.retry_reason !== undefined) {
      headers['x-slack-retry-num'] = String(envelope.retry_attempt);
      headers['x-slack-retry-reason'] = envelope.retry_reason;
    }
    try {
      const signal = AbortSignal.timeout(this.#options.ackTimeoutMs);
      const answer = await fetch(address.url, { method: 'POST', headers, body, signal });
      const text = await answer.text();
      if (answer.status < 200 || answer.status > 299)
        return done({
          outcome: 'refused',
          status: answer.status,
          ...(answer.headers.get('x-slack-no-retry') === '1' ? { no_retry: true } : {}),
        });
      const json = answer.headers.get('content-type')?.includes('application/json') === true;
      const response = readAckBody(json && text !== '' ? JSON.parse(text) : text);
      return done({ outcome: 'acknowledged', status: answer.status, ...(response ? { response } : {}) });
    } catch (error) {
      const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
      return done({ outcome: timedOut ? 'timed_out' : 'not_connected' });
    }
  }

  /** Asks the app to echo a challenge, as Slack does when a request URL is saved. */
  async verifyUrl(token: string): Promise<boolean> {
    const address = this.#options.addresses.events();
    if ('missing' in address) return false;
    const challenge = `challenge-${Math.random().toString(36).slice(2)}`;
    const body = JSON.stringify({ type: 'url_verification', token, challenge });
    const headers = {
      'content-type': 'application/json',
      ...signedHeaders(this.#options.signingSecret, body),
    };
    const answer = await fetch(address.url, { method: 'POST', headers, body });
    const text = await answer.text();
    return answer.ok && text.includes(challenge);
  }

  async close(): Promise<void> {}
}

function encode(envelope: Envelope): { type: string; body: string } {
  if (envelope.type === 'events_api')
    return { type: 'application/json', body: JSON.stringify(envelope.payload) };
  const form = new URLSearchParams();
  if (envelope.type === 'interactive') form.set('payload', JSON.stringify(envelope.payload));
  else for (const [key, value] of Object.entries(envelope.payload)) form.set(key, String(value));
  return { type: 'application/x-www-form-urlencoded', body: form.toString() };
}
