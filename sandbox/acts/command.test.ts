import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { connect } from '../test/bolt-app.ts';
import { BOT, DAILY, GINA, MAYA } from '../test/manifest.ts';

async function heard(typed: string): Promise<Json> {
  let body: Json = {};
  await using talk = await connect((app) => {
    for (const command of ['/count', '/raw']) {
      app.command(command, async (args) => {
        body = args.command;
        await args.ack();
      });
    }
  });
  await talk.sandbox.control.command(MAYA, DAILY, typed);
  return body;
}

test('a command carries every field Slack sends', async () => {
  expect(await heard('/count  mug')).toEqual({
    token: expect.any(String),
    team_id: 'T0DEMO0001',
    team_domain: 'harbour-and-hill',
    channel_id: DAILY,
    channel_name: 'ops-daily',
    user_id: MAYA,
    user_name: 'maya',
    command: '/count',
    text: 'mug',
    api_app_id: 'A0QMAPP001',
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/hooks\/commands\/T0DEMO0001\//),
    trigger_id: expect.any(String),
  });
});

test('should_escape turns names of people and channels, and addresses, into references', async () => {
  const { text } = await heard('/count @Maya Lindqvist in #ops-alerts for <3 & https://shop.test/a?b=1&c=2');
  expect(text).toBe(
    '<@U0MAYA0001|maya> in <#C0OPSALERT|ops-alerts> for &lt;3 &amp; <https://shop.test/a?b=1&amp;c=2>',
  );
});

test('a typed @channel becomes a reference that notifies everybody, a typed tag does not', async () => {
  expect((await heard('/count @channel and <b>')).text).toBe('<!channel> and &lt;b&gt;');
});

test('without should_escape names stay as typed', async () => {
  expect((await heard('/raw @Maya #ops-alerts')).text).toBe('@Maya #ops-alerts');
});

test('an unknown command is not delivered, and its author gets a notice', async () => {
  await using talk = await connect(() => {});
  const slack = talk.sandbox.control;
  const result = await slack.command(MAYA, DAILY, '/nonsense now');
  expect(result.ack).toBeUndefined();
  expect(result.notice).toContain('/nonsense is not a valid command');
  expect((await slack.traffic()).filter((t) => t.direction === 'to_app')).toEqual([]);
});

test('a command in a thread is refused, as in Slack', async () => {
  await using talk = await connect(() => {});
  const slack = talk.sandbox.control;
  const { ts } = await slack.say(MAYA, DAILY, 'a thread');
  const { notice } = await slack.command(MAYA, DAILY, '/count mug', { thread_ts: ts });
  expect(notice).toBe('/count is not supported in threads. Sorry!');
});

test('a member cannot type in a channel they are not in', async () => {
  await using talk = await connect(() => {});
  const slack = talk.sandbox.control;
  await expect(slack.command(GINA, DAILY, '/count mug')).rejects.toThrow('Gina is not in #ops-daily');
  await expect(slack.command(BOT, DAILY, '/count mug')).rejects.toThrow('is a bot');
});

test('with no app connected, the author gets a notice that the command failed', async () => {
  const talk = await connect(() => {});
  await talk.app.stop();
  const slack = talk.sandbox.control;
  await slack.waitFor(async () => (await slack.overview(MAYA)).connections === 0);
  expect((await slack.command(MAYA, DAILY, '/count mug')).notice).toContain('dispatch_failed');
  await talk.sandbox.close();
});
