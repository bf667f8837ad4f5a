import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { openSandbox } from './index.ts';
import { type Conversation, connect } from './test/bolt-app.ts';
import { tally } from './test/conversation.ts';
import { BOT, DAILY, GENERAL, LENA, MAYA, testManifest } from './test/manifest.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function connectByHttp(): Promise<Conversation> {
  const port = await freePort();
  const requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const sandbox = await openSandbox({
    manifest: testManifest,
    deliver: { mode: 'http', requestUrl },
    ackTimeoutMs: 400,
  });
  const receiver = new HTTPReceiver({ signingSecret: sandbox.signingSecret, logLevel: LogLevel.ERROR });
  const clientOptions = { slackApiUrl: sandbox.apiUrl };
  const app = new App({ token: sandbox.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR });
  tally(app);
  await app.start({ port, host: '127.0.0.1' });
  return {
    sandbox,
    app,
    async [Symbol.asyncDispose]() {
      await app.stop();
      await sandbox.close();
    },
  };
}

const modes: [string, () => Promise<Conversation>][] = [
  ['in Socket Mode', () => connect(tally, { ackTimeoutMs: 400 })],
  ['over signed HTTP', connectByHttp],
];

describe.each(modes)('a plain Bolt app %s', (_name, open) => {
  test('answers a command in its acknowledgement, for its author alone', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    const { ack } = await slack.command(MAYA, DAILY, '/count mug');
    expect(ack).toMatchObject({ outcome: 'acknowledged' });
    expect(await slack.messages(MAYA, DAILY)).toMatchObject([
      { text: 'One mug', ephemeral: true, username: 'Tally' },
    ]);
    expect(await slack.messages(LENA, DAILY)).toEqual([]);
    expect(await slack.problems()).toEqual([]);
  });

  test('answers later through the response_url, also in channels it is not in', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    await slack.command(MAYA, GENERAL, '/count late');
    const [answer] = await slack.waitFor(async () => {
      const seen = await slack.messages(MAYA, GENERAL);
      return seen.length > 0 && seen;
    });
    expect(answer).toMatchObject({ text: 'Counted later', ephemeral: true });
  });

  test('replaces its ephemeral message when its button is pressed', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    await slack.command(MAYA, DAILY, '/count mug');
    const [card] = await slack.messages(MAYA, DAILY);
    await slack.press(MAYA, { channel: DAILY, ts: card?.ts ?? '', action_id: 'more' });
    const seen = await slack.waitFor(async () => {
      const messages = await slack.messages(MAYA, DAILY);
      return messages[0]?.text === 'Two' && messages;
    });
    expect(seen).toHaveLength(1);
    await expect(
      slack.press(LENA, { channel: DAILY, ts: card?.ts ?? '', action_id: 'more' }),
    ).rejects.toThrow('sees no message');
  });

  test('shows a field error in its form, and accepts the corrected form', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    await slack.command(MAYA, DAILY, '/count form');
    const view = await slack.waitFor(async () => (await slack.views(MAYA))[0]);
    expect((await slack.submitView(MAYA, view.id)).errors).toEqual({
      amount: 'Please complete this required field.',
    });
    expect((await slack.submitView(MAYA, view.id, { amount: '11' })).errors).toEqual({
      amount: 'Ten at most.',
    });
    expect((await slack.views(MAYA))[0]).toMatchObject({ errors: { amount: 'Ten at most.' } });
    await slack.submitView(MAYA, view.id, { amount: { number: 7 } });
    expect(await slack.views(MAYA)).toEqual([]);
    const dm = await slack.openDm(MAYA);
    const messages = await slack.waitFor(async () => (await slack.messages(MAYA, dm))[0]);
    expect(messages).toMatchObject({ text: 'Counted 7', ephemeral: false });
  });

  test('hears a mention in its channels, and answers in the thread', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    const { ts } = await slack.say(MAYA, DAILY, '@Tally count the mugs');
    const replies = await slack.waitFor(async () => {
      const message = (await slack.messages(LENA, DAILY)).find((m) => m.ts === ts);
      return message && message.replies.length > 0 && message.replies;
    });
    expect(replies).toMatchObject([{ text: `Heard: <@${BOT}> count the mugs`, user: BOT, thread_ts: ts }]);
    const elsewhere = await slack.say(MAYA, GENERAL, `<@${BOT}> count the mugs`);
    expect(elsewhere.ack).toBeUndefined();
    expect(elsewhere.notice).toContain('not in #general');
  });

  test('hears plain text in its own direct message, where mentions cause no event', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    const dm = await slack.openDm(MAYA);
    await slack.say(MAYA, dm, '@Tally hello');
    await slack.waitFor(async () => (await slack.messages(MAYA, dm)).length === 2);
    const events = (await slack.traffic()).filter((t) => t.kind === 'events_api').map((t) => t.name);
    expect(events).toEqual(['message']);
  });

  test('opens a form from a global shortcut, and publishes a Home when it is opened', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    await slack.shortcut(MAYA, 'count_anything');
    await slack.waitFor(async () => (await slack.views(MAYA))[0]);
    await slack.openHome(MAYA);
    const home = await slack.waitFor(() => slack.home(MAYA));
    expect(home.blocks[0]).toMatchObject({ type: 'header' });
    await expect(slack.shortcut(MAYA, 'nothing')).rejects.toThrow('no global shortcut');
  });

  test('gets a click in its Home from a view, without a message', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    await slack.openHome(MAYA);
    await slack.waitFor(() => slack.home(MAYA));
    await slack.press(MAYA, { view: 'home', action_id: 'recount' });
    const home = await slack.waitFor(async () => {
      const view = await slack.home(MAYA);
      return JSON.stringify(view).includes('Counted again') && view;
    });
    expect(home.blocks[0]).toMatchObject({ text: { text: 'Counted again' } });
    expect(await slack.problems()).toEqual([]);
  });

  test('uploads a picture, waits until it may be shown, and receives a file', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    await slack.command(MAYA, DAILY, '/count picture');
    await slack.waitFor(async () => (await slack.traffic()).some((t) => t.name === 'files.info'));
    expect(await slack.messages(LENA, DAILY)).toEqual([]);
    await slack.moveClock(1_000);
    const shown = await slack.waitFor(async () => (await slack.messages(LENA, DAILY))[0]);
    expect(shown).toMatchObject({ text: 'A count', blocks: [{ type: 'image' }] });
    const dm = await slack.openDm(MAYA);
    await slack.say(MAYA, dm, '', { files: [{ name: 'stock.csv', content: 'sku,units' }] });
    await slack.waitFor(async () =>
      (await slack.messages(MAYA, dm)).some((m) => m.text === 'You sent: stock.csv'),
    );
    expect(await slack.problems()).toEqual([]);
  });

  test('shows its member a notice if it does not acknowledge in time', async () => {
    await using talk = await open();
    const slack = talk.sandbox.control;
    const { ack } = await slack.command(MAYA, DAILY, '/count never');
    expect(ack).toMatchObject({ outcome: 'timed_out' });
    expect(await slack.notices(MAYA)).toMatchObject([{ text: expect.stringContaining('operation_timeout') }]);
    expect(await slack.problems()).toMatchObject([{ kind: 'not_acknowledged' }]);
  });
});

test.each(['forged', 'stale'] as const)('a Bolt app over HTTP refuses a %s request', async (kind) => {
  await using talk = await connectByHttp();
  const slack = talk.sandbox.control;
  await slack.fault({ method: 'requests', kind });
  expect((await slack.command(MAYA, DAILY, '/count mug')).ack).toMatchObject({
    outcome: 'refused',
    status: 401,
  });
  expect(await slack.problems()).toEqual([]);
  expect((await slack.command(MAYA, DAILY, '/count mug')).ack).toMatchObject({ outcome: 'acknowledged' });
});

test('a Bolt app over HTTP echoes the challenge by which Slack checks its address', async () => {
  await using talk = await connectByHttp();
  expect(await talk.sandbox.control.verifyUrl()).toBe(true);
});
