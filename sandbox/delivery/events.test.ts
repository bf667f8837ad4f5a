import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { heardEvents } from '../test/events.ts';
import { ADA, BOT, DAILY, LENA, MAYA, manifestWith } from '../test/manifest.ts';
import { EVENTS } from './events.ts';

const base = manifestWith({
  scopes: ['links:read', 'mpim:write', 'mpim:history', 'reactions:read'],
  events: EVENTS,
});
const manifest = { ...base, features: { ...base.features, unfurl_domains: ['shop.test'] } };
const KIND: Record<string, string> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

/** The name in the manifest's subscription to an event. */
function subscription(event: Json): string {
  return event.type === 'message' ? (KIND[String(event.channel_type)] ?? '') : String(event.type);
}

test('every event can be caused', async () => {
  await using api = await openApi({ manifest });
  const slack = api.sandbox.control;
  for (const is_private of [false, true]) {
    const channel = await slack.createChannel(MAYA, is_private ? 'quiet' : 'loud', { is_private });
    await slack.changeChannel(channel, { join: [BOT, LENA] });
    await slack.say(MAYA, channel, `<@${BOT}> see https://shop.test/1`, {
      files: [{ name: 'a.csv', content: 'a' }],
    });
    await slack.changeChannel(channel, { name: is_private ? 'quieter' : 'louder', leave: [LENA] });
    await slack.changeChannel(channel, { is_archived: true });
    await slack.changeChannel(channel, { is_archived: false });
    await slack.changeChannel(channel, { leave: [BOT] });
    await slack.changeChannel(channel, { join: [BOT] });
    await slack.deleteChannel(channel);
  }
  await slack.openHome(MAYA);
  await slack.say(MAYA, await slack.openDm(MAYA), 'hello');
  const { channel: group } = await api.call('conversations.open', { users: `${MAYA},${LENA}` });
  await slack.say(MAYA, String((group as Json).id), 'hello, both');
  const message = { channel: DAILY, ts: (await slack.say(MAYA, DAILY, 'look')).ts };
  await slack.react(LENA, message, 'eyes');
  await slack.react(LENA, message, 'eyes', { remove: true });
  await slack.changeMember(ADA, { deleted: true });
  await slack.uninstall();
  const heard = (await heardEvents(slack)).map(subscription);
  expect([...new Set(heard)].sort()).toEqual([...EVENTS].sort());
});

test('an app receives only the events it subscribed to', async () => {
  await using api = await openApi({
    manifest: { ...base, settings: { interactivity: { is_enabled: true } } },
  });
  await api.sandbox.control.say(MAYA, DAILY, `<@${BOT}> hello`);
  await api.sandbox.control.uninstall();
  expect(await heardEvents(api.sandbox.control)).toEqual([]);
});

test('an event needs a scope too; without it the app hears nothing, and a problem is recorded', async () => {
  await using api = await openApi({ manifest: manifestWith({ events: ['reaction_added'] }) });
  const slack = api.sandbox.control;
  const { ts } = await slack.say(MAYA, DAILY, 'look');
  await slack.react(LENA, { channel: DAILY, ts }, 'eyes');
  expect(await heardEvents(slack)).toEqual([]);
  expect(await slack.problems()).toMatchObject([
    { kind: 'missing_scope', where: 'the event reaction_added', detail: 'needed reactions:read' },
  ]);
});
