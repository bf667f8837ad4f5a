import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { ada, daily, kindOf, maya, openOutbox } from '../../../test/harness/outbox.ts';
import { claimMessages } from '../../db/outbox/claim.ts';
import { setPace } from '../../db/outbox/settle.ts';
import { retry } from '../../features/index.ts';

const card = kindOf('card');
const note = kindOf('note', { shape: 'once' });
const digest = kindOf('digest', { shape: 'once', inDoubt: 'hold', priority: 'digest' });
const page = kindOf('page', { shape: 'once', priority: 'page', counted: true });
const decision = kindOf('decision', { shape: 'once', priority: 'decision' });

const posts = async (outbox: Awaited<ReturnType<typeof openOutbox>>) =>
  (await outbox.control.traffic()).filter(({ name }) => name === 'chat.postMessage').length;

test('a living message is posted once and edited to the last state, however often it changed', async () => {
  const outbox = await openOutbox([card]);
  const sender = outbox.start();
  await outbox.say(card.about('mug', daily, {}));
  sender.wake();
  await sender.idle();
  outbox.state.set('mug', '7 left');
  await outbox.say(card.about('mug', daily, {}));
  outbox.state.set('mug', '5 left');
  await outbox.say(card.about('mug', daily, {}));
  sender.wake();
  await sender.idle();
  const messages = await outbox.sees();
  expect(messages.map(({ text }) => text)).toEqual(['5 left']);
  expect(await posts(outbox)).toBe(1);
  expect(outbox.endings).toEqual(['mug sent']);
  const [row] = await outbox.rows();
  expect(row).toMatchObject({ state: 'said', wantedVersion: 3, sentVersion: 3, attempts: 0, lease: null });
});

test('a rolled-back message is never sent', async () => {
  const outbox = await openOutbox([card]);
  const sender = outbox.start();
  const { inUnit } = await import('../../core/runtime/unit.ts');
  const failed = inUnit(outbox.ctx(), {}, async (unit) => {
    unit.pending.notifications.push(card.about('mug', daily, {}));
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toEqual([]);
});

test('two senders post each message once', async () => {
  const outbox = await openOutbox([note]);
  const channels = [daily, 'C0OPSALERT', 'C0APPROVE1', maya, ada];
  const many = Array.from({ length: 40 }, (_, i) => note.about(`note ${i}`, channels[i % 5] ?? daily, {}));
  await outbox.say(...many);
  const senders = [outbox.start(), outbox.start()];
  for (const sender of senders) sender.wake();
  await outbox.until((rows) => rows.every(({ state }) => state === 'said'));
  for (const sender of senders) await sender.idle();
  expect(await posts(outbox)).toBe(40);
});

test('pages go before decisions, decisions before the rest', async () => {
  const outbox = await openOutbox([digest, note, decision, page]);
  await outbox.say(...[digest, note, decision, page].map((kind) => kind.about(`the ${kind.id}`, daily, {})));
  const sender = outbox.start();
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toEqual([
    'the test.page',
    'the test.decision',
    'the test.note',
    'the test.digest',
  ]);
});

test('a place gets one message a second, while others get theirs', async () => {
  const outbox = await openOutbox([note], { paceMs: 1_000 });
  await outbox.say(note.about('one', daily, {}), note.about('two', daily, {}), note.about('else', maya, {}));
  const sender = outbox.start();
  await sender.idle();
  expect(await outbox.sees()).toHaveLength(1);
  expect(await posts(outbox)).toBe(2);
  outbox.clock.forward(999);
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toHaveLength(1);
  outbox.clock.forward(1);
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toHaveLength(2);
});

test('what is claimed while it stops is said before it has stopped', async () => {
  const outbox = await openOutbox([note]);
  const { database } = outbox.ctx().engine;
  const single = database.single.bind(database);
  await outbox.say(note.about('one', daily, {}));
  let stopping: Promise<void> | undefined;
  vi.spyOn(database, 'single').mockImplementationOnce(async (workspaceId, work) => {
    const claimed = await single(workspaceId, work);
    stopping = sender.stop();
    return claimed;
  });
  const sender = outbox.start();
  await vi.waitUntil(() => stopping !== undefined);
  await stopping;
  expect(await outbox.rows()).toMatchObject([{ state: 'said', leasedUntil: null }]);
});

test('a place with more to say is looked at when its pause ends, not when others are looked for', async () => {
  const outbox = await openOutbox([note], { paceMs: 300 });
  await outbox.say(...['one', 'two', 'three', 'four'].map((subject) => note.about(subject, daily, {})));
  const [start, began] = [outbox.clock.now().getTime(), performance.now()];
  const passed = () => performance.now() - began;
  vi.spyOn(outbox.clock, 'now').mockImplementation(() => new Date(start + passed()));
  outbox.start();
  await outbox.until((rows) => rows.every(({ state }) => state === 'said'));
  expect(passed()).toBeGreaterThan(900);
  // Looks at nothing in particular are two seconds apart, and three pauses had to end.
  expect(passed()).toBeLessThan(4_000);
});

test('of messages due since the same moment, the one goes first whose place was written to the longest ago', async () => {
  const outbox = await openOutbox([note]);
  const { workspaceId, clock } = outbox;
  const { database } = outbox.ctx().engine;
  const places = ['C0A', 'C0B', 'C0C'];
  await outbox.say(...places.map((place) => note.about('one', place, {})));
  for (const [place, next] of [
    ['C0A', 0],
    ['C0B', -1_000],
  ] as const) {
    const at = new Date(clock.now().getTime() + next);
    await database.single(workspaceId, async (tx) => await setPace(tx, place, at));
  }
  const order: string[] = [];
  for (const _ of places) {
    const now = clock.now();
    const claiming = { now, leasedUntil: new Date(now.getTime() + 1_000), lease: randomUUID(), most: 1 };
    const claimed = await database.single(workspaceId, async (tx) => await claimMessages(tx, claiming));
    order.push(...claimed.map(({ place }) => place));
  }
  expect(order).toEqual(['C0C', 'C0B', 'C0A']);
});

test('Retry-After delays that place; nothing is lost and nobody is notified', async () => {
  const outbox = await openOutbox([note]);
  await outbox.control.fault({ method: 'chat.postMessage', kind: 'ratelimited', retry_after: 30, times: 1 });
  await outbox.say(note.about('one', daily, {}));
  const sender = outbox.start();
  await sender.idle();
  outbox.clock.forward(29_000);
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toEqual([]);
  outbox.clock.forward(1_000);
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toHaveLength(1);
});

test('a reply waits for its thread, and is broadcast to the channel where declared', async () => {
  const outbox = await openOutbox([card, decision]);
  await outbox.control.fault({ method: 'chat.postMessage', kind: 'ratelimited', retry_after: 5, times: 1 });
  await outbox.say(
    card.about('mug', daily, {}),
    decision.about('now out', daily, {}, { under: { kind: card, subject: 'mug' }, broadcast: true }),
  );
  const sender = outbox.start();
  await sender.idle();
  expect(await outbox.sees()).toEqual([]);
  outbox.clock.forward(5_000);
  sender.wake();
  await sender.idle();
  const [root] = await outbox.sees();
  expect(root?.text).toBe('mug');
  expect(root?.replies.map(({ text }) => text)).toEqual(['now out']);
  const { traffic } = { traffic: await outbox.control.traffic() };
  expect(JSON.stringify(traffic)).toContain('reply_broadcast');
});

test('a reply under a card that its channel refuses waits with the card', async () => {
  const outbox = await openOutbox([card, decision]);
  await outbox.control.changeChannel(daily, { is_archived: true });
  const under = { kind: card, subject: 'mug' };
  await outbox.say(
    card.about('mug', daily, {}, { owner: maya }),
    decision.about('now out', daily, {}, { under, owner: maya }),
  );
  const sender = outbox.start();
  await sender.idle();
  const dm = await outbox.control.openDm(maya);
  expect((await outbox.sees(dm)).map(({ text }) => text)).toEqual([
    expect.stringContaining('2 messages could not be posted in'),
  ]);
  await outbox.control.changeChannel(daily, { is_archived: false });
  await retry.call(outbox.ctx(), { by: 'place', key: daily, day: null });
  sender.wake();
  await sender.idle();
  const [root] = await outbox.sees();
  expect(root?.replies.map(({ text }) => text)).toEqual(['now out']);
});

test('a message that is no longer needed gets no replies', async () => {
  const outbox = await openOutbox([card, decision]);
  outbox.state.set('mug', null);
  await outbox.say(
    card.about('mug', daily, {}),
    decision.about('now out', daily, {}, { under: { kind: card, subject: 'mug' } }),
  );
  const sender = outbox.start();
  await sender.idle();
  expect(await outbox.sees()).toEqual([]);
  expect((await outbox.rows()).map(({ state }) => state)).toEqual(['dropped', 'dropped']);
});
