import { createHmac } from 'node:crypto';

/** Where signed requests go. */
export interface Signed {
  readonly requestUrl: string;
  readonly sandbox: { readonly signingSecret: string };
}

const form = 'application/x-www-form-urlencoded';

/** A request as Slack sends it over HTTP, signed with the right secret or a wrong one. */
export async function post(
  to: Signed,
  body: string,
  { secret = to.sandbox.signingSecret, ageSeconds = 0, type = form } = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return await fetch(to.requestUrl, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
}

let commands = 0;

/** A slash command as Slack sends it. */
export function commandBody(command: string, text = '', user = 'U0MAYA0001'): string {
  commands += 1;
  return new URLSearchParams({
    command,
    text,
    user_id: user,
    team_id: 'T0DEMO0001',
    channel_id: 'C0OPSDAILY',
    trigger_id: `trigger-${process.pid}-${commands}`,
    response_url: 'http://127.0.0.1:9/gone',
  }).toString();
}

/** A message event as Slack sends it, in the bot's direct messages with Maya. */
export function messageBody(event: Readonly<Record<string, unknown>>): string {
  const ts = '1700000000.000100';
  const said = {
    type: 'message',
    channel: 'D0MAYA0001',
    channel_type: 'im',
    user: 'U0MAYA0001',
    ts,
    event_ts: ts,
  };
  const payload = { type: 'event_callback', team_id: 'T0DEMO0001', event: { ...said, ...event } };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
