import { createHmac } from 'node:crypto';

/** The headers that prove a request comes from Slack. */
export function signedHeaders(secret: string, rawBody: string, ageSeconds = 0): Record<string, string> {
  // The receiver compares with its own wall clock, so this timestamp is real time even when the sandbox's clock was
  // moved.
  const timestamp = Math.floor(Date.now() / 1000) - ageSeconds;
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${rawBody}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}
