import { expect, test } from 'vitest';
import { connect } from '../test/bolt-app.ts';
import { DAILY, GENERAL, LENA, MAYA } from '../test/manifest.ts';

async function withUrl() {
  let url = '';
  const talk = await connect((app) => {
    app.command('/count', async ({ ack, command }) => {
      url = command.response_url;
      await ack();
    });
  });
  const slack = talk.sandbox.control;
  await slack.command(MAYA, GENERAL, '/count mug');
  const post = async (body: unknown) => {
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return { status: answer.status, error: ((await answer.json()) as { error?: string }).error };
  };
  return { talk, slack, post };
}

test('a response_url accepts five answers and refuses the sixth', async () => {
  const { talk, slack, post } = await withUrl();
  for (const n of [1, 2, 3, 4, 5]) expect((await post({ text: `answer ${n}` })).status).toBe(200);
  expect(await post({ text: 'one more' })).toEqual({ status: 404, error: 'used_url' });
  expect(await slack.messages(MAYA, GENERAL)).toHaveLength(5);
  expect(await slack.problems()).toMatchObject([{ kind: 'used_url' }]);
  await talk[Symbol.asyncDispose]();
});

test('a response_url expires after thirty minutes', async () => {
  const { talk, slack, post } = await withUrl();
  await slack.moveClock(30 * 60_000 - 1_000);
  expect((await post({ text: 'in time' })).status).toBe(200);
  await slack.moveClock(60_000);
  expect(await post({ text: 'too late' })).toEqual({ status: 404, error: 'expired_url' });
  await talk[Symbol.asyncDispose]();
});

test('in_channel is for everybody, even where the bot is not a member', async () => {
  const { talk, slack, post } = await withUrl();
  await post({ text: 'for all', response_type: 'in_channel' });
  expect(await slack.messages(LENA, GENERAL)).toMatchObject([{ text: 'for all', ephemeral: false }]);
  await talk[Symbol.asyncDispose]();
});

test('an answer that Slack would not post is refused and recorded as a problem', async () => {
  const { talk, slack, post } = await withUrl();
  expect(await post({ blocks: [{ type: 'marquee' }] })).toEqual({ status: 400, error: 'invalid_blocks' });
  expect(await post({})).toEqual({ status: 400, error: 'no_text' });
  expect(await post({ text: 'x', response_type: 'loud' })).toEqual({ status: 400, error: 'invalid_payload' });
  expect((await slack.problems()).map((p) => p.kind)).toEqual([
    'invalid_blocks',
    'no_text',
    'invalid_payload',
  ]);
  await talk[Symbol.asyncDispose]();
});

test('an unknown field of an answer does nothing, and is recorded as a problem', async () => {
  const { talk, slack, post } = await withUrl();
  expect(await post({ text: 'x', colour: 'red' })).toMatchObject({ status: 200 });
  expect(await slack.problems()).toMatchObject([
    { kind: 'unknown_argument', detail: expect.stringContaining('colour') },
  ]);
  await talk[Symbol.asyncDispose]();
});

test('an unknown response_url counts as expired', async () => {
  const { talk } = await withUrl();
  const answer = await fetch(`${talk.sandbox.url}hooks/commands/T0DEMO0001/1/guess`, {
    method: 'POST',
    body: '{"text":"x"}',
  });
  expect(answer.status).toBe(404);
  await talk[Symbol.asyncDispose]();
});

test('delete_original removes the message whose button was pressed', async () => {
  await using talk = await connect((app) => {
    app.command('/count', async ({ ack }) =>
      ack({
        response_type: 'in_channel',
        text: 'A card',
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'away', text: { type: 'plain_text', text: 'Away' } }],
          },
        ],
      }),
    );
    app.action('away', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
  });
  const slack = talk.sandbox.control;
  await slack.command(MAYA, DAILY, '/count mug');
  const [card] = await slack.messages(LENA, DAILY);
  await slack.press(LENA, { channel: DAILY, ts: card?.ts ?? '', action_id: 'away' });
  await slack.waitFor(async () => (await slack.messages(MAYA, DAILY)).length === 0);
});
