import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { signedHeaders } from '../sandbox/delivery/signature.ts';
import { persons } from './filling/cases.ts';

export const signingSecret = 'bench-signing-secret';
export const botToken = 'xoxb-bench-bot-token';
export const teamId = 'T0BENCH001';

/** A member by number, from 0: those who ask, and after them those who lead. */
export const memberId = (n: number) => `U0BENCH${String(n).padStart(4, '0')}`;
/** They ask in turn. */
const members = persons.asking;
export const leadId = (n: number) => memberId(members + (n % persons.leading));

const identity = { team_id: teamId, team: 'Bench', user_id: 'U0BENCHBOT', bot_id: 'B0BENCH001' };

export interface SlackStub extends AsyncDisposable {
  readonly url: string;
  /** The next Home that is published for a member, as its JSON. One at a time for each. */
  nextHome(slackUserId: string): Promise<string>;
}

/**
 * The minimum of Slack that a bot needs to start and to post, and a receiver for answers that missed the acknowledgement.
 * Answers at once.
 */
export async function openSlackStub(): Promise<SlackStub> {
  let posts = 0;
  const awaited = new Map<string, (view: string) => void>();
  const server: Server = createServer(async (request, response) => {
    if (request.url?.endsWith('/views.publish')) {
      const published = new URLSearchParams(await text(request));
      awaited.get(published.get('user_id') ?? '')?.(published.get('view') ?? '');
    } else request.resume();
    response.setHeader('content-type', 'application/json');
    posts += 1;
    response.end(
      JSON.stringify({ ok: true, ...identity, ts: `1700000000.${String(posts).padStart(6, '0')}` }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    nextHome: async (slackUserId) =>
      await new Promise((resolve) => {
        awaited.set(slackUserId, resolve);
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A slash command as Slack posts it, such as `/stock MUG-01`, signed over the raw body with a fresh timestamp. */
export function signedCommand(line: string, n: number, responseUrl: string, user = memberId(n % members)) {
  const [command = '', ...words] = line.split(' ');
  const body = new URLSearchParams({
    token: 'unused',
    team_id: teamId,
    team_domain: 'bench',
    channel_id: 'C0BENCH001',
    channel_name: 'ops-daily',
    user_id: user,
    user_name: 'somebody',
    command,
    text: words.join(' '),
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

/** The event of somebody who opens their Home. `n` is never the same twice. */
export function signedHomeOpening(user: string, n: number) {
  const payload = {
    type: 'event_callback',
    team_id: teamId,
    api_app_id: 'A0BENCH001',
    event_id: `Ev0BENCH${n}`,
    event_time: 1_700_000_000,
    event: { type: 'app_home_opened', user, channel: 'D0BENCH001', tab: 'home', event_ts: `1700000000.${n}` },
  };
  return signed(JSON.stringify(payload), 'application/json');
}

function signed(body: string, type = 'application/x-www-form-urlencoded') {
  const headers = {
    'content-type': type,
    ...signedHeaders(signingSecret, body),
  };
  return { method: 'POST' as const, body, headers };
}
