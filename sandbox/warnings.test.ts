import { expect, test } from 'vitest';
import { openApi } from './test/api.ts';
import { MAYA, manifestWith, testManifest } from './test/manifest.ts';

test('events that the manifest subscribes to and the sandbox never sends are warned of', async () => {
  const base = manifestWith({ events: ['assistant_thread_started', 'team_join'] });
  const subscribed = { bot_events: [], user_events: ['message.channels'] };
  await using api = await openApi({ manifest: base });
  expect(api.sandbox.warnings).toEqual([
    'The sandbox never sends these events of the manifest: assistant_thread_started, team_join.',
  ]);
  expect((await api.sandbox.control.overview(MAYA)).warnings).toEqual(api.sandbox.warnings);
  await using users = await openApi({
    manifest: { ...testManifest, settings: { event_subscriptions: subscribed } },
  });
  expect(users.sandbox.warnings).toMatchObject([expect.stringContaining('message.channels')]);
});

test('a manifest whose events are all sent is opened without a warning', async () => {
  await using api = await openApi();
  expect(api.sandbox.warnings).toEqual([]);
});
