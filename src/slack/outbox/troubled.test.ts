import { expect, test } from 'vitest';
import { loggedErrors } from '../../../test/harness/log.ts';
import { daily, kindOf, maya, openOutbox } from '../../../test/harness/outbox.ts';
import { retry } from '../../features/index.ts';

const note = kindOf('note', { shape: 'once' });
const card = kindOf('card');
const digest = kindOf('digest', { shape: 'once', inDoubt: 'hold' });
const page = kindOf('page', { shape: 'once', priority: 'page' });
const timeoutMs = 700;

test.each([
  { kind: 'ratelimited', retry_after: 5 },
  { kind: 'error', error: 'request_timeout' },
] as const)(
  'a failed search (%o) for a lost post leaves it in doubt: it is not posted twice',
  async (fault) => {
    const outbox = await openOutbox([note], { timeoutMs });
    await outbox.control.fault({ method: 'chat.postMessage', kind: 'timeout', times: 1 });
    await outbox.control.fault({ method: 'conversations.history', times: 1, ...fault });
    await outbox.say(note.about('only once', daily, {}));
    const sender = outbox.start();
    await outbox.until(([row]) => [fault.kind, 'request_timeout'].includes(row?.error ?? ''));
    outbox.clock.forward(10_000);
    sender.wake();
    await outbox.until(([row]) => row?.state === 'said');
    expect((await outbox.sees()).map(({ text }) => text)).toEqual(['only once']);
  },
);

test('a repeat that Slack certainly refused leaves the first post in doubt: the next repeat is marked too', async () => {
  const outbox = await openOutbox([page], { timeoutMs, history: false });
  await outbox.control.fault({ method: 'chat.postMessage', kind: 'timeout', times: 1 });
  await outbox.say(page.about('fire', daily, {}));
  const sender = outbox.start();
  await outbox.until(([row]) => row?.error != null);
  await outbox.control.fault({ method: 'chat.postMessage', kind: 'ratelimited', retry_after: 3, times: 1 });
  await outbox.until(([row]) => row?.error === 'ratelimited');
  outbox.clock.forward(4_000);
  sender.wake();
  await outbox.until(([row]) => row?.state === 'said');
  const seen = await outbox.sees();
  expect(seen).toHaveLength(2);
  expect(JSON.stringify(seen[1])).toContain('May be a repeat');
});

test('fixing a place does not settle its messages in doubt', async () => {
  const outbox = await openOutbox([digest], { history: false, timeoutMs });
  await outbox.control.fault({ method: 'chat.postMessage', kind: 'timeout', times: 1 });
  await outbox.say(digest.about('the week', daily, {}, { owner: maya }));
  const sender = outbox.start();
  await outbox.until((rows) => rows.some(({ state }) => state === 'held'));
  expect(await retry.call(outbox.ctx(), { by: 'place', key: daily, day: null })).toBe(0);
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toHaveLength(1);
});

test("an outage of Slack does not count as a message's attempts", async () => {
  const outbox = await openOutbox([note]);
  await outbox.control.fault({ method: 'chat.postMessage', kind: 'ratelimited', retry_after: 2, times: 9 });
  await outbox.control.fault({
    method: 'chat.postMessage',
    kind: 'error',
    error: 'internal_error',
    times: 1,
  });
  await outbox.say(note.about('one', daily, {}));
  const sender = outbox.start();
  for (let turn = 0; turn < 11; turn += 1) {
    await sender.idle();
    outbox.clock.forward(3_000);
    sender.wake();
  }
  await sender.idle();
  expect((await outbox.rows()).map(({ state }) => state)).toEqual(['said']);
});

test('a view that throws is set aside, however often its subject changes', async () => {
  const outbox = await openOutbox([card]);
  const errors = loggedErrors();
  outbox.state.set('mug', new Error('no such field'));
  const sender = outbox.start();
  for (let change = 0; change < 3; change += 1) {
    await outbox.say(card.about('mug', daily, {}));
    sender.wake();
    await sender.idle();
  }
  expect((await outbox.rows()).map(({ state }) => state)).toEqual(['broken']);
  expect(errors).toHaveLength(1);
});

test('a list of guests that could not be read is read again', async () => {
  const outbox = await openOutbox([note]);
  await outbox.control.fault({ method: 'users.list', kind: 'error', error: 'internal_error', times: 1 });
  await outbox.say(note.about('one', daily, {}));
  const sender = outbox.start();
  await sender.idle();
  outbox.clock.forward(2_000);
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toHaveLength(1);
});

test('a handler that fails at the end of a message neither repeats it nor blocks its place', async () => {
  const outbox = await openOutbox([note], {
    ended: ({ subject }) => {
      if (subject === 'bad') throw new Error('no such slot');
    },
  });
  const errors = loggedErrors();
  await outbox.say(note.about('bad', daily, {}), note.about('good', daily, {}));
  const sender = outbox.start();
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toEqual(['bad', 'good']);
  expect((await outbox.rows()).map(({ state }) => state)).toEqual(['said', 'said']);
  expect(errors).toHaveLength(1);
});

test('a sender that starts late has its full lease for the post: nobody else posts it in the meantime', async () => {
  const outbox = await openOutbox([note]);
  await outbox.control.fault({ method: 'conversations.info', kind: 'slow', ms: 700, times: 1 });
  await outbox.control.fault({ method: 'chat.postMessage', kind: 'slow', ms: 700, times: 1 });
  await outbox.say(note.about('only once', daily, {}));
  const slow = outbox.start();
  await outbox.until(([row]) => row?.lease != null);
  outbox.clock.forward(55_000);
  await outbox.until(([row]) => row?.postedSince != null);
  outbox.clock.forward(6_000);
  const other = outbox.start();
  await Promise.all([slow.idle(), other.idle()]);
  expect((await outbox.sees()).map(({ text }) => text)).toEqual(['only once']);
});
