import { expect, test } from 'vitest';
import { daily, kindOf, maya, openOutbox } from '../../../test/harness/outbox.ts';

const minute = 60_000;
const alert = kindOf('alert', { bundle: ['alert', 'alerts'] });
const counted = kindOf('counted', { counted: true });
const page = kindOf('page', { counted: true, priority: 'page' });
const collapsing = kindOf('collapsing', { late: 'collapse' });
const living = kindOf('living');
const expiring = kindOf('expiring', { late: 'expire', shape: 'once' });
const must = kindOf('must', { shape: 'once' });

const named = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);

test('the first of a burst is sent at once; after a minute the rest become one living list', async () => {
  const outbox = await openOutbox([alert]);
  const sender = outbox.start();
  await outbox.say(...named(25, 'stock').map((one) => alert.about(one, daily, {})));
  sender.wake();
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toEqual(['stock 1']);
  outbox.clock.forward(minute);
  sender.wake();
  await sender.idle();
  const [, list, ...more] = await outbox.sees();
  expect(more).toEqual([]);
  expect(list?.text).toContain('24 alerts since 09:00');
  expect(JSON.stringify(list)).toContain('and 4 more');

  outbox.state.set('stock 10', 'stock 10 is back');
  await outbox.say(alert.about('stock 10', daily, {}));
  sender.wake();
  await sender.idle();
  const after = await outbox.sees();
  expect(after).toHaveLength(2);
  expect(JSON.stringify(after[1])).toContain('stock 10 is back');

  outbox.clock.forward(10 * minute);
  await outbox.say(alert.about('another', daily, {}));
  sender.wake();
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toContain('another');
});

test('a single message that waited is sent on its own', async () => {
  const outbox = await openOutbox([alert]);
  await outbox.say(alert.about('one', daily, {}), alert.about('two', daily, {}));
  const sender = outbox.start();
  await sender.idle();
  outbox.clock.forward(minute);
  sender.wake();
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toEqual(['one', 'two']);
});

test('one person’s burst delays no message of another person or of the bot, and each gets a list of their own', async () => {
  const outbox = await openOutbox([alert]);
  const sender = outbox.start();
  await outbox.sayAs('Maya', ...named(3, 'maya').map((one) => alert.about(one, daily, {})));
  await outbox.sayAs('Lena', ...named(3, 'lena').map((one) => alert.about(one, daily, {})));
  await outbox.say(alert.about('bot', daily, {}));
  sender.wake();
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toEqual(['maya 1', 'lena 1', 'bot']);
  outbox.clock.forward(minute);
  sender.wake();
  await sender.idle();
  const lists = (await outbox.sees()).slice(3).map((one) => JSON.stringify(one));
  expect(lists).toHaveLength(2);
  expect(lists.filter((list) => list.includes('maya 3') && !list.includes('lena'))).toHaveLength(1);
  expect(lists.filter((list) => list.includes('lena 3') && !list.includes('maya'))).toHaveLength(1);
});

test.each([
  ['a channel', daily, 15],
  ['a person', maya, 8],
])('messages over the budget of %s go into one thread; pages do not count', async (_, place, budget) => {
  const outbox = await openOutbox([counted, page]);
  await outbox.say(...named(budget, 'n').map((one) => counted.about(one, place, {})));
  const sender = outbox.start();
  await sender.idle();
  await outbox.say(
    ...['over 1', 'over 2'].map((one) => counted.about(one, place, {})),
    page.about('fire', place, {}),
  );
  sender.wake();
  await sender.idle();
  const channel = place === daily ? daily : await outbox.control.openDm(maya);
  const top = await outbox.sees(channel);
  expect(top).toHaveLength(budget + 2);
  expect(top.map(({ text }) => text)).toContain('fire');
  const rest = top.find(({ text }) => text.includes('2 more messages today are in this thread'));
  expect(rest?.replies.map(({ text }) => text)).toEqual(['over 1', 'over 2']);

  outbox.clock.set('2026-03-03T08:00:00Z');
  await outbox.say(counted.about('tomorrow', place, {}));
  sender.wake();
  await sender.idle();
  expect((await outbox.sees(channel)).map(({ text }) => text)).toContain('tomorrow');
});

test('after an hour without Slack a place gets one summary of the present state; must-deliver messages name their original time', async () => {
  const outbox = await openOutbox([collapsing, expiring, must]);
  await outbox.say(
    ...named(30, 'card').map((one) => collapsing.about(one, daily, {})),
    ...named(3, 'beat').map((one) => expiring.about(one, daily, {})),
    must.about('decide this', daily, {}),
    collapsing.about('alone', maya, {}),
  );
  outbox.clock.forward(60 * minute);
  outbox.state.set('card 1', 'card 1 as it is now');
  const sender = outbox.start();
  await sender.idle();
  const seen = await outbox.sees();
  expect(seen).toHaveLength(2);
  const summary = seen.find(({ text }) =>
    text.includes('30 messages could not be delivered between 09:00 and 10:00'),
  );
  expect(JSON.stringify(summary)).toContain('card 1 as it is now');
  expect(JSON.stringify(summary)).toContain('3 more were no longer worth sending');
  const late = seen.find(({ text }) => text === 'decide this');
  expect(JSON.stringify(late)).toContain('Late: meant for 09:00');
  const dm = await outbox.control.openDm(maya);
  expect((await outbox.sees(dm)).map(({ text }) => text)).toEqual(['alone']);
  expect(outbox.endings.filter((ending) => ending.endsWith('expired'))).toHaveLength(3);
});

test('after an hour without Slack thread lines join the summary of their place instead of flooding it', async () => {
  const outbox = await openOutbox([living, collapsing]);
  const sender = outbox.start();
  await outbox.say(...named(3, 'card').map((one) => living.about(one, daily, {})));
  sender.wake();
  await sender.idle();
  const under = (one: string) => ({ under: { kind: living, subject: one }, broadcast: true });
  await outbox.say(
    ...named(3, 'card').map((one) => collapsing.about(`${one} is out`, daily, {}, under(one))),
  );
  outbox.clock.forward(60 * minute);
  sender.wake();
  await sender.idle();
  const seen = await outbox.sees();
  expect(seen.flatMap(({ replies }) => replies)).toEqual([]);
  expect(seen.map(({ text }) => text)).toEqual([
    ...named(3, 'card'),
    expect.stringContaining('3 messages could not be delivered between 09:00 and 10:00: card 1 is out'),
  ]);
});

test("when somebody deletes the message that opened a day's thread, a new one is opened and nothing is lost", async () => {
  const outbox = await openOutbox([counted]);
  await outbox.say(...named(16, 'n').map((one) => counted.about(one, daily, {})));
  const sender = outbox.start();
  await sender.idle();
  await outbox.control.fault({
    method: 'chat.postMessage',
    kind: 'error',
    error: 'thread_not_found',
    times: 1,
  });
  await outbox.say(counted.about('after it', daily, {}));
  sender.wake();
  await sender.idle();
  const replies = (await outbox.sees()).flatMap(({ replies }) => replies.map(({ text }) => text));
  expect(replies).toContain('after it');
});

test('a message that became a line of a summary has ended with it', async () => {
  const outbox = await openOutbox([collapsing]);
  await outbox.say(...named(2, 'card').map((one) => collapsing.about(one, daily, {})));
  outbox.clock.forward(60 * minute);
  const sender = outbox.start();
  await sender.idle();
  expect(outbox.endings.toSorted()).toEqual(['card 1 sent', 'card 2 sent']);
});

test('a clock that was an hour ahead keeps no place silent', async () => {
  const outbox = await openOutbox([must], { paceMs: 1_000 });
  outbox.clock.forward(60 * minute);
  await outbox.say(must.about('one', daily, {}));
  const sender = outbox.start();
  await sender.idle();
  outbox.clock.forward(-60 * minute);
  await outbox.say(must.about('two', daily, {}));
  sender.wake();
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toEqual(['one', 'two']);
});
