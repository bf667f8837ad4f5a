import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signedHeaders } from '../sandbox/delivery/signature.ts';

export const signingSecret = 'bench-signing-secret';
export const botToken = 'xoxb-bench-bot-token';
export const teamId = 'T0BENCH001';

/** The number of members who ask, in turn. */
export const members = 50;
export const memberId = (n: number) => `U0BENCH${String(n).padStart(4, '0')}`;

const identity = { team_id: teamId, team: 'Bench', user_id: 'U0BENCHBOT', bot_id: 'B0BENCH001' };

export interface SlackStub extends AsyncDisposable {
  readonly url: string;
}

/**
 * The minimum of Slack that a bot needs to start and to post, and a receiver for answers that missed the acknowledgement.
 * Answers at once.
 */
export async function openSlackStub(): Promise<SlackStub> {
  let posts = 0;
  const server: Server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    posts += 1;
    response.end(
      JSON.stringify({ ok: true, ...identity, ts: `1700000000.${String(posts).padStart(6, '0')}` }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A slash command as Slack posts it, signed over the raw body with a fresh timestamp. */
export function signedCommand(text: string, n: number, responseUrl: string) {
  const body = new URLSearchParams({
    token: 'unused',
    team_id: teamId,
    team_domain: 'bench',
    channel_id: 'C0BENCH001',
    channel_name: 'ops-daily',
    user_id: memberId(n % members),
    user_name: 'somebody',
    command: '/stock',
    text,
    api_app_id: 'A0BENCH001',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: `${n}.bench`,
  }).toString();
  return signed(body);
}

/** A click on a button of an ephemeral message, likewise. */
export function signedClick(actionId: string, value: object, n: number, responseUrl: string) {
  const payload = {
    type: 'block_actions',
    team: { id: teamId, domain: 'bench' },
    user: { id: memberId(n % members), name: 'somebody', team_id: teamId },
    api_app_id: 'A0BENCH001',
    container: {
      type: 'message',
      message_ts: '1700000000.000100',
      channel_id: 'C0BENCH001',
      is_ephemeral: true,
    },
    channel: { id: 'C0BENCH001', name: 'ops-daily' },
    trigger_id: `${n}.bench-click`,
    response_url: responseUrl,
    actions: [
      {
        type: 'button',
        action_id: actionId,
        block_id: 'b',
        value: JSON.stringify(value),
        action_ts: '1700000000.0',
      },
    ],
  };
  return signed(new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
}

function signed(body: string) {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...signedHeaders(signingSecret, body),
  };
  return { method: 'POST' as const, body, headers };
}
