import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { type Api, openApi } from '../test/api.ts';
import { BOT, DAILY, GENERAL, MAYA, testManifest } from '../test/manifest.ts';

async function events(api: Api): Promise<Json[]> {
  const sent = (await api.sandbox.control.traffic()).filter((t) => t.kind === 'events_api');
  // Without an app, each event is retried at once.
  return [...new Map(sent.map((t) => [(t.request as Json).event_id, t.request as Json])).values()];
}

test("a mention causes an event with all of Slack's fields", async () => {
  await using api = await openApi();
  const { ts } = await api.sandbox.control.say(MAYA, DAILY, '@Tally hello');
  expect(await events(api)).toMatchObject([
    {
      type: 'event_callback',
      team_id: 'T0DEMO0001',
      api_app_id: 'A0QMAPP001',
      event_id: expect.stringMatching(/^Ev/),
      event_time: expect.any(Number),
      authorizations: [{ user_id: BOT, is_bot: true, is_enterprise_install: false }],
      is_ext_shared_channel: false,
      event: { type: 'app_mention', user: MAYA, text: `<@${BOT}> hello`, ts, event_ts: ts, channel: DAILY },
    },
  ]);
});

test("events outside the manifest's subscriptions are not sent", async () => {
  await using api = await openApi();
  await api.sandbox.control.say(MAYA, DAILY, 'just talking');
  expect(await events(api)).toEqual([]);
  await using deaf = await openApi({ manifest: { ...testManifest, settings: {} } });
  await deaf.sandbox.control.say(MAYA, DAILY, '@Tally hello');
  expect(await events(deaf)).toEqual([]);
});

test('a message in the app’s own conversation is a message.im', async () => {
  await using api = await openApi();
  const dm = await api.sandbox.control.openDm(MAYA);
  await api.sandbox.control.say(MAYA, dm, 'a <b> & c');
  expect(await events(api)).toMatchObject([
    { event: { type: 'message', channel_type: 'im', channel: dm, text: 'a &lt;b&gt; &amp; c' } },
  ]);
});

test('a Messages tab that is off or read-only accepts no text', async () => {
  for (const app_home of [{ messages_tab_enabled: false }, { messages_tab_read_only_enabled: true }]) {
    await using api = await openApi({ manifest: { ...testManifest, features: { app_home } } });
    const dm = await api.sandbox.control.openDm(MAYA);
    await expect(api.sandbox.control.say(MAYA, dm, 'hello')).rejects.toThrow('Messages tab');
  }
});

test('opening the app reports the tab, and the Home it shows', async () => {
  await using api = await openApi();
  const slack = api.sandbox.control;
  await slack.openHome(MAYA, 'messages');
  await api.call('views.publish', { user_id: MAYA, view: { type: 'home', blocks: [] } });
  await slack.openHome(MAYA);
  expect((await events(api)).map((e) => e.event)).toMatchObject([
    { type: 'app_home_opened', user: MAYA, tab: 'messages' },
    { type: 'app_home_opened', user: MAYA, tab: 'home', view: { type: 'home' } },
  ]);
});

test('the app hears of joins and archiving in its channels', async () => {
  await using api = await openApi();
  const slack = api.sandbox.control;
  await slack.changeChannel(GENERAL, { join: [BOT] });
  await slack.changeChannel(GENERAL, { is_archived: true });
  expect((await events(api)).map((e) => e.event)).toMatchObject([
    { type: 'member_joined_channel', user: BOT, channel: GENERAL },
    { type: 'channel_archive', channel: GENERAL },
  ]);
  await expect(slack.say(MAYA, GENERAL, 'hello')).rejects.toThrow('#general is archived');
});
