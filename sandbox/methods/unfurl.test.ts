import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, GENERAL, LENA, MAYA, manifestWith } from '../test/manifest.ts';

const base = manifestWith({ scopes: ['links:read', 'links:write'], events: ['link_shared'] });
const manifest = { ...base, features: { ...base.features, unfurl_domains: ['shop.test'] } };
const URL = 'https://admin.shop.test/orders/1001';

async function open(said = `see ${URL}`) {
  const api = await openApi({ manifest });
  const { ts } = await api.sandbox.control.say(MAYA, GENERAL, said);
  const sent = (await api.sandbox.control.traffic()).find((t) => t.name === 'link_shared');
  const event = (sent?.request as Json | undefined)?.event as Json | undefined;
  const unfurl = async (more: Json = {}) =>
    (
      await api.call('chat.unfurl', {
        channel: GENERAL,
        ts,
        unfurls: { [URL]: { text: 'Order 1001' } },
        ...more,
      })
    ).error ?? 'ok';
  return { ...api, ts, event, unfurl, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
}

test('a link to the app’s domain is reported wherever it is posted, and gets its card', async () => {
  await using api = await open();
  expect(api.event).toMatchObject({
    channel: GENERAL,
    is_bot_user_member: false,
    user: MAYA,
    message_ts: api.ts,
    links: [{ url: URL, domain: 'shop.test' }],
    source: 'conversations_history',
  });
  const { unfurl_id, source } = api.event ?? {};
  expect(await api.unfurl({ channel: undefined, ts: undefined, unfurl_id, source })).toBe('ok');
  expect(await api.unfurl({ unfurls: { [URL]: { text: 'Order 1001, packed' } } })).toBe('ok');
  const [seen] = await api.sandbox.control.messages(LENA, GENERAL);
  expect(seen?.attachments).toMatchObject([{ text: 'Order 1001, packed', from_url: URL }]);
});

test('other links are not reported, and cannot be unfurled', async () => {
  await using api = await open('see https://elsewhere.test/x');
  expect(api.event).toBeUndefined();
  const unfurls = { 'https://elsewhere.test/x': { text: 'x' } };
  expect(await api.unfurl({ unfurls })).toBe('cannot_unfurl_url');
});

// [name, arguments, error]
test.each<[string, Json, string]>([
  ['a url the message does not have', { unfurls: { 'https://shop.test/2': {} } }, 'cannot_unfurl_message'],
  ['an unknown channel', { channel: 'CNOWHERE' }, 'cannot_find_channel'],
  ['an unknown message', { channel: DAILY }, 'cannot_find_message'],
  ['no channel', { channel: undefined }, 'missing_channel'],
  ['no ts', { ts: undefined }, 'missing_ts'],
  ['no unfurls', { unfurls: undefined }, 'missing_unfurls'],
  ['unfurls that are no map', { unfurls: [] }, 'invalid_unfurls_format'],
  ['unfurls that are no JSON', { unfurls: 'x' }, 'invalid_unfurls_format'],
  [
    'blocks Slack would refuse',
    { unfurls: { [URL]: { blocks: [{ type: 'marquee' }] } } },
    'cannot_parse_attachment',
  ],
  ['an id without its source', { unfurl_id: 'C1-1.1' }, 'missing_source'],
  ['an unknown source', { unfurl_id: 'C1-1.1', source: 'dream' }, 'invalid_source'],
  ['an unknown id', { unfurl_id: 'C1-1.1', source: 'composer' }, 'invalid_unfurl_id'],
])('%s: refused', async (_what, args, error) => {
  await using api = await open();
  expect(await api.unfurl(args)).toBe(error);
});
