import { expect, test } from 'vitest';
import { openApi } from '../test/api.ts';
import { connect } from '../test/bolt-app.ts';
import { tally } from '../test/conversation.ts';
import { ADA, DAILY, LENA, MAYA, manifestWith, PARTNER } from '../test/manifest.ts';

test.each([
  ['two members', [LENA]],
  ['three members', [LENA, ADA]],
])('a conversation of %s does not exist for the app', async (_who, others) => {
  await using api = await openApi({ manifest: manifestWith({ scopes: ['mpim:read'] }) });
  const slack = api.sandbox.control;
  const channel = await slack.openConversation(MAYA, others);
  expect(await slack.openConversation(LENA, [MAYA, ...others])).toBe(channel);
  await slack.say(MAYA, channel, 'between us');
  expect((await slack.messages(LENA, channel)).map((m) => m.text)).toEqual(['between us']);
  for (const method of ['chat.postMessage', 'conversations.info'])
    expect(
      await api.call(method, method.startsWith('chat') ? { channel, text: 'x' } : { channel }),
    ).toMatchObject({
      error: 'channel_not_found',
    });
  const seen = (await slack.overview(MAYA)).channels;
  expect(seen.find((c) => c.id === channel)).toMatchObject({ bot_is_member: false, with: others });
  expect(seen[0]).toMatchObject({ kind: 'im', bot_is_member: true });
  await expect(slack.openConversation(MAYA, [])).rejects.toThrow('at least one other person');
});

test('a command typed there can still be answered through its response_url', async () => {
  await using talk = await connect(tally);
  const slack = talk.sandbox.control;
  const channel = await slack.openConversation(MAYA, [LENA]);
  await slack.command(MAYA, channel, '/count late');
  const answer = await slack.waitFor(async () => (await slack.messages(MAYA, channel))[0]);
  expect(answer).toMatchObject({ text: 'Counted later', ephemeral: true });
  expect(await slack.messages(LENA, channel)).toEqual([]);
});

test("a member of another workspace cannot use the app's commands in a shared channel", async () => {
  await using talk = await connect(tally);
  const slack = talk.sandbox.control;
  await slack.changeMember(LENA, { team_id: 'T0PARTNER1' });
  const { notice } = await slack.command(LENA, PARTNER, '/count mug');
  expect(notice).toContain('not a valid command');
});

test('members are notified of messages for them, silently in do-not-disturb, and never of an edit', async () => {
  await using api = await openApi();
  const slack = api.sandbox.control;
  await slack.changeMember(LENA, { dnd: true });
  await slack.changeMember(ADA, { presence: 'away' });
  const { ts } = await api.call('chat.postMessage', { channel: DAILY, text: `<@${LENA}> and <!here>` });
  await api.call('chat.update', { channel: DAILY, ts, text: `<@${ADA}> too` });
  await api.call('chat.postEphemeral', { channel: DAILY, user: MAYA, text: `<@${MAYA}>` });
  await api.call('chat.postMessage', { channel: MAYA, text: 'for you' });
  expect(await slack.notifications(LENA)).toMatchObject([{ why: 'mention', silent: true }]);
  expect(await slack.notifications(ADA)).toEqual([]);
  const daily = async (user: string) =>
    (await slack.overview(user)).channels.find((c) => c.id === DAILY)?.notified;
  expect([await daily(MAYA), await daily(LENA)]).toEqual([ts, '0']);
  expect((await slack.notifications(MAYA)).map((n) => [n.why, n.silent])).toEqual([
    ['channel_mention', false],
    ['direct_message', false],
  ]);
});

test('a thread notifies its authors; in a message with blocks only their mentions count', async () => {
  await using api = await openApi();
  const slack = api.sandbox.control;
  const { ts } = await slack.say(MAYA, DAILY, 'who counts?');
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Counted' } }];
  await api.call('chat.postMessage', { channel: DAILY, thread_ts: ts, text: `<@${LENA}>`, blocks });
  expect((await slack.notifications(MAYA)).map((n) => n.why)).toEqual(['thread_reply']);
  expect(await slack.notifications(LENA)).toEqual([]);
});
