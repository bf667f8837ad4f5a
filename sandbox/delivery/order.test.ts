import { expect, test } from 'vitest';
import { connect } from '../test/bolt-app.ts';
import { BOT, DAILY, MAYA } from '../test/manifest.ts';

/** An app that records events in order of arrival. */
async function open() {
  const heard: { text: string; id: string }[] = [];
  const talk = await connect((app) => {
    app.event('app_mention', async ({ event, body }) => {
      heard.push({ text: event.text.replace(/^<@\w+> /, ''), id: body.event_id });
    });
  });
  const slack = talk.sandbox.control;
  const mention = (text: string) => slack.say(MAYA, DAILY, `<@${BOT}> ${text}`);
  const texts = (count: number) =>
    slack.waitFor(() => heard.length === count && heard.map((h) => h.text), { what: `${count} events` });
  return { heard, slack, mention, texts, [Symbol.asyncDispose]: () => talk[Symbol.asyncDispose]() };
}

test('an event can arrive after the next one', async () => {
  await using app = await open();
  await app.slack.fault({ method: 'events', kind: 'out_of_order' });
  await app.mention('first');
  await app.mention('second');
  expect(await app.texts(2)).toEqual(['second', 'first']);
});

test('clearing the faults delivers held events', async () => {
  await using app = await open();
  await app.slack.fault({ method: 'events', kind: 'out_of_order' });
  await app.mention('first');
  await app.slack.clearFaults();
  expect(await app.texts(1)).toEqual(['first']);
});

test.each([{ new_id: false }, { new_id: true }])('an event can arrive twice (%o)', async ({ new_id }) => {
  await using app = await open();
  await app.slack.fault({ method: 'events', kind: 'duplicate', new_id });
  await app.mention('once');
  expect(await app.texts(2)).toEqual(['once', 'once']);
  expect(new Set(app.heard.map((h) => h.id)).size).toBe(new_id ? 2 : 1);
  const attempts = (await app.slack.traffic()).filter((t) => t.name === 'app_mention');
  expect(attempts).toHaveLength(2);
});

test('a fault for any method does not affect events', async () => {
  await using app = await open();
  await app.slack.fault({ method: '*', kind: 'drop' });
  await app.mention('heard');
  expect(await app.texts(1)).toEqual(['heard']);
});
