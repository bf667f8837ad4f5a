import { expect, test } from 'vitest';
import { type Api, openApi } from '../test/api.ts';
import { DAILY, GENERAL, MAYA } from '../test/manifest.ts';
import { TIERS } from './rate.ts';

async function post(api: Api, method: string, args: Record<string, string>) {
  const answer = await fetch(`${api.sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.sandbox.botToken}` },
    body: new URLSearchParams(args),
  });
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: await answer.json() };
}

const FULL = { status: 429, body: { ok: false, error: 'ratelimited' } };

test.each([
  ['users.list', TIERS['2'].calls],
  ['conversations.open', TIERS['3'].calls],
  ['users.info', TIERS['4'].calls],
])(
  '%s is refused after %i calls in a minute, and accepted after the stated seconds',
  async (method, calls) => {
    await using api = await openApi({ rateLimits: true });
    const args = { users: MAYA, user: MAYA };
    for (let n = 0; n < calls; n++) expect((await post(api, method, args)).status).toBe(200);
    const refused = await post(api, method, args);
    expect(refused).toMatchObject(FULL);
    await api.sandbox.control.moveClock(Number(refused.retryAfter) * 1_000);
    expect((await post(api, method, args)).status).toBe(200);
  },
);

test('a channel accepts one message a second, a direct message under either of its ids', async () => {
  await using api = await openApi({ rateLimits: true, clock: { now: () => 1_780_000_000_000 } });
  const say = (channel: string) => post(api, 'chat.postMessage', { channel, text: 'x' });
  expect((await say(DAILY)).status).toBe(200);
  expect(await say(DAILY)).toMatchObject({ ...FULL, retryAfter: '1' });
  expect((await say(GENERAL)).status).toBe(200);
  expect((await say(MAYA)).status).toBe(200);
  expect((await say(`D${MAYA.slice(1)}`)).status).toBe(429);
  await api.sandbox.control.moveClock(1_000);
  expect((await say(DAILY)).status).toBe(200);
});

test('rates are off by default, can be switched, and are forgotten by a reset', async () => {
  await using api = await openApi({ clock: { now: () => 1_780_000_000_000 } });
  const say = async () => (await post(api, 'chat.postMessage', { channel: DAILY, text: 'x' })).status;
  expect([await say(), await say()]).toEqual([200, 200]);
  expect(await api.sandbox.control.rateLimits(true)).toBe(true);
  expect([await say(), await say()]).toEqual([200, 429]);
  expect((await api.sandbox.control.overview(MAYA)).rate_limits).toBe(true);
  await api.sandbox.control.reset();
  expect([await say(), await say()]).toEqual([200, 429]);
  await api.sandbox.control.rateLimits(false);
  expect(await say()).toBe(200);
});
