import { expect, test } from 'vitest';
import type { Json } from '../state/types.ts';
import { openApi } from '../test/api.ts';
import { DAILY, LENA, MAYA, manifestWith } from '../test/manifest.ts';

const base = manifestWith({ scopes: ['links:read', 'links:write'], events: ['link_shared'] });
const manifest = { ...base, features: { ...base.features, unfurl_domains: ['shop.test'] } };
const LINK = 'https://shop.test/orders/1001?from=chat';

const order = (more: Json = {}): Json => ({
  entity_type: 'slack#/entities/item',
  external_ref: { id: '1001', type: 'order' },
  url: 'https://shop.test/orders/1001',
  entity_payload: {
    attributes: { title: { text: 'Order 1001' }, product_name: 'Shop', display_type: 'Order' },
    fields: { status: { value: 'packed' } },
    custom_fields: [{ key: 'parcels', label: 'Parcels', type: 'integer', value: 2 }],
    display_order: ['parcels'],
    actions: { primary_actions: [{ text: 'Track', action_id: 'track' }] },
  },
  ...more,
});

async function post(metadata: unknown) {
  await using api = await openApi({ manifest });
  return await api.call('chat.postMessage', { channel: DAILY, text: 'An order', metadata: metadata as Json });
}

test('a message takes Work Objects, alone or beside an event', async () => {
  expect(await post({ entities: [order()] })).toMatchObject({ ok: true });
  expect(
    await post({ entities: [order()], event_type: 'order_packed', event_payload: { id: '1001' } }),
  ).toMatchObject({ ok: true });
});

// [mistake, entity, position]
test.each<[string, Json, string]>([
  ['without a reference', order({ external_ref: undefined }), ''],
  ['without an address', order({ url: undefined }), ''],
  ['of a kind that Slack does not have', order({ entity_type: 'order' }), '/entity_type'],
  ['without attributes', order({ entity_payload: {} }), '/entity_payload'],
  [
    'without a title',
    order({ entity_payload: { attributes: { title: {} } } }),
    '/entity_payload/attributes/title',
  ],
  [
    'with an icon that nobody can read',
    order({
      entity_payload: { attributes: { title: { text: 'x' }, product_icon: { url: 'https://x.test' } } },
    }),
    '/entity_payload/attributes/product_icon',
  ],
  [
    'with a field without a key',
    order({
      entity_payload: {
        attributes: { title: { text: 'x' } },
        custom_fields: [{ label: 'x', type: 'string' }],
      },
    }),
    '/entity_payload/custom_fields/0',
  ],
])('a Work Object %s is refused', async (_what, entity, where) => {
  const refusal = await post({ entities: [entity] });
  expect(refusal.error).toBe('invalid_metadata_format');
  expect((refusal.response_metadata as { messages: string[] }).messages[0]).toContain(
    `[json-pointer:/metadata/entities/0${where}]`,
  );
});

test('metadata of neither kind is refused', async () => {
  for (const metadata of [{}, { entities: [] }, { event_type: 'x', entities: [order()] }, 'x'])
    expect(await post(metadata)).toMatchObject({ error: 'invalid_metadata_format' });
});

test('a link can be unfurled as a Work Object, which names the link as it was posted', async () => {
  await using api = await openApi({ manifest });
  const { ts } = await api.sandbox.control.say(MAYA, DAILY, `see ${LINK}`);
  const unfurl = async (entity: Json) =>
    (await api.call('chat.unfurl', { channel: DAILY, ts, metadata: { entities: [entity] } })).error ?? 'ok';
  expect(await unfurl(order())).toBe('invalid_metadata_format');
  expect(await unfurl(order({ app_unfurl_url: 'https://shop.test/2' }))).toBe('cannot_unfurl_message');
  expect(await unfurl(order({ app_unfurl_url: LINK }))).toBe('ok');
  expect((await api.sandbox.control.messages(LENA, DAILY))[0]?.attachments).toMatchObject([
    { title: 'Order 1001', title_link: 'https://shop.test/orders/1001', from_url: LINK, is_app_unfurl: true },
  ]);
});
