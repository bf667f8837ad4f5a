import pg from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ada, daily, kindOf, maya, openOutbox } from '../../../test/harness/outbox.ts';

const plain = kindOf('plain', { counted: true });
const page = kindOf('page', { shape: 'once', priority: 'page' });

/** The texts of all statements from now on; may be emptied. */
function statements(): string[] {
  const texts: string[] = [];
  const { query } = pg.Client.prototype;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [statement] = given as [string | { readonly text: string }];
    texts.push(typeof statement === 'string' ? statement : statement.text);
    return Reflect.apply(query, this, given);
  } as never);
  onTestFinished(() => spy.mockRestore());
  return texts;
}

const transactions = (texts: readonly string[]) => texts.filter((text) => text === 'BEGIN').length;

test('nothing to send costs one statement a look', async () => {
  const outbox = await openOutbox([plain]);
  const texts = statements();
  await outbox.start().idle();
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('outbox.claim');
});

test('a message that nobody follows needs no transaction, and neither does its edit', async () => {
  const outbox = await openOutbox([plain], { unfollowed: true });
  await outbox.say(plain.about('mug', daily, {}));
  const sender = outbox.start();
  const texts = statements();
  await sender.idle();
  // Claimed, counted, begun, settled; then nothing more is found.
  expect(texts.filter((text) => !text.includes('outbox.claim'))).toHaveLength(3);
  expect(transactions(texts)).toBe(0);
  expect(await outbox.rows()).toMatchObject([{ state: 'said', sentVersion: 1, attempts: 0, lease: null }]);

  outbox.state.set('mug', '5 left');
  await outbox.say(plain.about('mug', daily, {}));
  texts.length = 0;
  sender.wake();
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toEqual(['5 left']);
  expect(texts.filter((text) => !text.includes('outbox.claim'))).toHaveLength(2);
  expect(transactions(texts)).toBe(0);
});

test('a place has its pause after a message that nobody follows', async () => {
  const outbox = await openOutbox([plain], { unfollowed: true, paceMs: 1_000 });
  await outbox.say(plain.about('one', daily, {}), plain.about('two', daily, {}));
  const sender = outbox.start();
  await sender.idle();
  outbox.clock.forward(999);
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toHaveLength(1);
  outbox.clock.forward(1);
  sender.wake();
  await sender.idle();
  expect(await outbox.sees()).toHaveLength(2);
});

test('of a change while its message is being sent, the next version is sent as well', async () => {
  const outbox = await openOutbox([plain], { unfollowed: true });
  await outbox.control.fault({ method: 'chat.postMessage', kind: 'slow', ms: 300, times: 1 });
  await outbox.say(plain.about('mug', daily, {}));
  const sender = outbox.start();
  await outbox.until(([row]) => row?.postedSince !== null);
  outbox.state.set('mug', '5 left');
  await outbox.say(plain.about('mug', daily, {}));
  await sender.idle();
  expect((await outbox.sees()).map(({ text }) => text)).toEqual(['5 left']);
  expect(await outbox.rows()).toMatchObject([{ state: 'said', wantedVersion: 2, sentVersion: 2 }]);
});

test('however much waits at some places, the most urgent of each goes first', async () => {
  const outbox = await openOutbox([plain, page], { unfollowed: true, paceMs: 60_000 });
  const channels = [daily, 'C0OPSALERT', maya];
  const many = channels.flatMap((place) =>
    Array.from({ length: 100 }, (_, i) => plain.about(`card ${i}`, place, {})),
  );
  await outbox.say(...many);
  await outbox.say(page.about('fire', maya, {}), plain.about('later', ada, {}));
  const sender = outbox.start();
  await sender.idle();
  const said = (await outbox.rows()).filter(({ state }) => state === 'said');
  expect(said.map(({ subject, place }) => `${subject} ${place}`).sort()).toEqual(
    ['card 0 C0OPSALERT', `card 0 ${daily}`, `fire ${maya}`, `later ${ada}`].sort(),
  );
});
