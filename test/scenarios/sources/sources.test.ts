import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';
import { signed } from '../../harness/webhooks.ts';

const at = '2026-03-02T08:00:00Z';
const secret = 'shpss_0123456789';

/** Adds a source by its form; its address. */
async function adds(shop: Shop, values: Readonly<Record<string, string>> = {}) {
  await shop.ada.says('/ops source');
  await shop.ada.presses(await shop.ada.sees('No system outside'), 'Add a source');
  expect(
    await shop.ada.sends('Add a source', {
      kind: 'shopify',
      name: 'Shop DE',
      secret,
      currency: 'EUR',
      ...values,
    }),
  ).toEqual({});
  const made = await shop.ada.sees('may send from now on');
  return /\/webhooks\/([\w-]{22})/.exec(made.text)?.[1] ?? '';
}

async function sends(shop: Shop, path: string, topic: string, body: string, id: string, key = secret) {
  const headers = signed('shopify', body, { topic, id, key });
  const url = `http://127.0.0.1:${shop.app.healthPort}/webhooks/${path}`;
  return (await fetch(url, { method: 'POST', body, headers })).status;
}

const product = `{"id": 1, "title": "Mug", "status": "active", "updated_at": "2026-03-01T10:00:00Z",
  "variants": [{"id": 2, "title": "Default Title", "sku": "MUG-01", "price": "12.50", "inventory_item_id": 3}]}`;
const level = `{"inventory_item_id": 3, "location_id": 655441491, "available": 6, "updated_at": "2026-03-02T07:55:00Z"}`;

test('a shop is added, mapped, and tells the stock that people look up', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  await shop.ada.says('/ops source');
  const none = await shop.ada.sees('No system outside tells us anything by itself yet');
  expect(none.text).toContain('enter the address that I show over there');
  await shop.ada.presses(none, 'Add a source');
  expect(
    await shop.ada.sends('Add a source', { kind: 'shopify', name: ' ', secret: 'short', currency: 'E1' }),
  ).toEqual({
    name: 'Give it a name, such as Shop DE.',
    secret: 'At least 8 characters: whoever guesses it writes in its name.',
    currency: 'Write a currency like EUR.',
  });
  const path = await adds(shop);
  expect(path).not.toBe('');
  expect(await sends(shop, path, 'inventory_levels/update', level, '1')).toBe(200);
  expect(await sends(shop, path, 'products/create', product, '2')).toBe(200);
  await shop.app.catchUp();
  await shop.ada.says('/ops source Shop DE');
  const card = await shop.ada.sees('Shop DE: last heard');
  expect(card.text).toContain('1 delivery waits for location 655441491');
  // The address is not shown again.
  expect(card.text).not.toContain(path);
  await shop.ada.presses(card, 'Map a location');
  expect(await shop.ada.seesForm('Map a location')).toContain('655441491');
  expect(await shop.ada.sends('Map a location', { external: '655441491', location: 'HAM' })).toEqual({});
  await shop.ada.sees('Locations: 655441491 is Hamburg');
  await shop.app.catchUp();
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('6 available');
  await shop.ada.says('/ops source');
  await shop.ada.sees('1 source, nothing waits');
  // The same name again is refused at its field.
  await shop.ada.presses(await shop.ada.sees('1 source, nothing waits'), 'Add a source');
  expect(await shop.ada.sends('Add a source', { kind: 'generic', name: 'shop de', secret })).toEqual({
    name: 'Shopify Shop DE is called so already.',
  });
});

test('what failed is listed with its reason, replayed, and had as a file', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  const path = await adds(shop);
  await sends(shop, path, 'products/create', '{"id": 1}', '1');
  await shop.app.catchUp();
  await shop.lena.says('/ops source');
  const list = await shop.lena.sees('1 source, 1 to look after');
  expect(list.offers).not.toContain('Add a source');
  await shop.lena.presses(list, 'Deliveries');
  const deliveries = await shop.lena.sees('1 delivery to look after');
  expect(deliveries.text).toContain('its body is not what its topic says: title cannot be read');
  await shop.lena.presses(deliveries, 'Replay');
  await shop.lena.sees('not handled yet');
  await shop.app.catchUp();
  await shop.lena.presses(await shop.lena.sees('not handled yet'), 'As CSV');
  await shop.lena.sees('I am writing deliveries to a CSV file');
  await shop.lena.chooses(await shop.lena.sees('not handled yet'), 'Which deliveries', 'All');
  await shop.lena.sees('handled 2 times');
});

test('a field that cannot be read stands as it is written over there, and the form says who shares a channel', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  const path = await adds(shop);
  await sends(shop, path, 'inventory_levels/update', '{"inventory_item_id": {}}', '1');
  await shop.app.catchUp();
  await shop.lena.says('/ops source');
  await shop.lena.presses(await shop.lena.sees('1 source, 1 to look after'), 'Deliveries');
  const deliveries = await shop.lena.sees('1 delivery to look after');
  expect(JSON.stringify(deliveries)).toContain('`inventory_item_id` cannot be read');
  await shop.ada.says('/ops source');
  await shop.ada.presses(await shop.ada.sees('1 source, 1 to look after'), 'Add a source');
  expect(JSON.stringify(await shop.ada.seesForm('Add a source'))).toContain(
    'give a second shop a channel of its own',
  );
});

test('what is not signed is counted, and nothing else of it is kept', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  const path = await adds(shop);
  expect(await sends(shop, path, 'products/create', product, '1', 'another secret')).toBe(404);
  expect(await sends(shop, 'A'.repeat(22), 'products/create', product, '1')).toBe(404);
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  await shop.ada.says('/ops source');
  const list = await shop.ada.sees('refused in 24 h: 1 wrong signature');
  expect(list.text).toContain('1 request to addresses that nobody has in 24 h');
  await shop.ada.presses(list, 'Refused');
  const refused = await shop.ada.sees('2 webhooks refused in 24 h');
  expect(refused.text).toContain('nobody’s address');
  await shop.ada.chooses(refused, 'Since when', 'In 30 days');
  await shop.ada.presses(await shop.ada.sees('2 webhooks refused in 30 days'), 'As CSV');
  await shop.ada.sees('I am writing refused webhooks to a CSV file');
  await shop.ada.says('/ops health');
  await shop.ada.sees('Shop DE: refused in 24 h: 1 wrong signature');
  expect(await shop.db.prisma.webhookDelivery.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
});

test('a paused source says what it holds back, for how long, and how it goes on', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  const path = await adds(shop);
  await shop.ada.says('/ops source 1');
  await shop.ada.picksMore(await shop.ada.sees('Shop DE: nothing heard yet'), 'Pause');
  await shop.ada.sees('Shop DE: paused');
  for (const id of ['1', '2'])
    expect(await sends(shop, path, 'products/create', `{"id": ${id}}`, id)).toBe(200);
  await shop.ada.says('/ops source 1');
  const card = await shop.ada.sees('Shop DE: paused, 2 deliveries kept, each for 30 days');
  expect(card.text).toContain('last heard 09:00 CET');
  await shop.ada.presses(card, 'Deliveries');
  const list = await shop.ada.sees('2 deliveries to look after');
  expect(list.text).toContain(
    'Shop DE is paused: what is not handled yet waits until somebody lets it go on.',
  );
  await shop.ada.says('/ops health');
  await shop.ada.sees('Shop DE: paused, 2 deliveries kept, each for 30 days. /ops source shows them.');
});

test('a sender that still signs with the old secret is named as such once that has ended', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  const path = await adds(shop);
  expect(await sends(shop, path, 'products/create', product, '1')).toBe(200);
  await shop.ada.says('/ops source 1');
  await shop.ada.picksMore(await shop.ada.sees('Shop DE: last heard'), 'Replace the secret');
  const next = { secret: 'the next secret', overlap: 'hour' };
  expect(await shop.ada.sends('Replace the secret', next)).toEqual({});
  await shop.ada.sees('two secrets until 10:00 CET');
  expect(await sends(shop, path, 'products/create', product, '2')).toBe(200);
  shop.clock.forward(61 * 60_000);
  // Whether or not what the receiver remembers of the source is from before.
  expect(await sends(shop, path, 'products/create', product, '3')).toBe(404);
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect(await sends(shop, path, 'products/create', product, '4', 'the next secret')).toBe(200);
  await shop.ada.says('/ops source 1');
  const card = await shop.ada.sees(
    'The secret before this one ended 10:00 CET: enter the new one over there',
  );
  expect(card.text).toContain('refused in 24 h: 1 wrong signature');
  await shop.ada.says('/ops source');
  const list = await shop.ada.sees('1 source, 1 to look after');
  expect(list.text).not.toContain('addresses that nobody has');
});

test('a source is tested, paused, given another secret and removed', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  const path = await adds(shop);
  await shop.ada.says('/ops source 1');
  const card = await shop.ada.sees('Shop DE: nothing heard yet');
  await shop.ada.presses(card, 'Test');
  await shop.ada.sees('Shop DE works here: a test with its secret was checked, stored and answered');
  await shop.ada.picksMore(await shop.ada.sees('Shop DE: nothing heard yet'), 'Pause');
  await shop.ada.sees('Shop DE: paused, 1 delivery kept');
  await shop.ada.presses(await shop.ada.sees('Shop DE: paused'), 'Go on');
  await shop.app.catchUp();
  await shop.ada.says('/ops source 1');
  const again = await shop.ada.sees('Shop DE: last heard');
  await shop.ada.picksMore(again, 'Replace the secret');
  expect(await shop.ada.sends('Replace the secret', { secret: 'the next secret', overlap: 'day' })).toEqual(
    {},
  );
  await shop.ada.sees('two secrets until');
  await shop.ada.picksMore(await shop.ada.sees('two secrets until'), 'Edit');
  expect(
    await shop.ada.sends('Edit the source', {
      name: 'Shop EU',
      channel: 'eu',
      currency: 'EUR',
      paths: 'order.x = y',
    }),
  ).toHaveProperty('paths');
  expect(
    await shop.ada.sends('Edit the source', { name: 'Shop EU', channel: 'eu', currency: 'EUR', paths: '' }),
  ).toEqual({});
  const edited = await shop.ada.sees('Shop EU: last heard');
  await shop.ada.picksMore(edited, 'Remove');
  expect(await shop.ada.sends('Remove the source', {})).toEqual({});
  await shop.ada.sees('Shop EU is removed');
  expect(await sends(shop, path, 'products/create', product, '9')).toBe(404);
  await shop.ada.says('/ops source Shop EU');
  await shop.ada.sees('There is no such source');
});

test('who may not see sources is told whom to ask, and a lead may not change them', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  await adds(shop);
  await shop.maya.says('/ops source');
  await shop.maya.sees('You may not see which systems send webhooks');
  await shop.lena.says('/ops source 1');
  const card = await shop.lena.sees('Shop DE: nothing heard yet');
  expect(card.offers).toEqual(expect.arrayContaining(['Deliveries']));
  for (const hidden of ['Map a location', 'Test']) expect(card.offers).not.toContain(hidden);
  await shop.lena.says('/ops source add');
  await shop.lena.sees('You may not change which systems send webhooks');
});

test('over HTTP, webhooks arrive beside Slack’s requests', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 }, mode: 'http' });
  const path = await adds(shop);
  expect(await sends(shop, path, 'products/create', product, '1')).toBe(200);
  await shop.ada.says('/ops setup');
  await shop.ada.sees('Shop DE last heard');
});

const order = (more = '', current = 2) => `{"id": 11, "name": "#1042", "created_at": "2026-03-02T07:57:00Z",
  "updated_at": "2026-03-02T07:5${more ? 9 : 8}:00Z", "financial_status": "paid", "test": false, "currency": "EUR", "total_price": "25.00",
  "location_id": 655441491, "line_items": [{"id": 21, "sku": "MUG-01", "variant_id": 2, "title": "Mug", "quantity": 2,
  "current_quantity": ${current}, "price": "12.50", "requires_shipping": true}]${more}}`;

test('an order that the shop tells takes its pieces from the stock that people look up, and its cancel gives them back', async () => {
  await using shop = await openShop({ at, stock: { 'TEA-01': 4 } });
  const path = await adds(shop);
  await sends(shop, path, 'inventory_levels/update', level, '1');
  await sends(shop, path, 'products/create', product, '2');
  await shop.app.catchUp();
  await shop.ada.says('/ops source Shop DE');
  await shop.ada.presses(await shop.ada.sees('Shop DE: last heard'), 'Map a location');
  await shop.ada.sends('Map a location', { external: '655441491', location: 'HAM' });
  await shop.app.catchUp();
  await shop.maya.says('/stock watch MUG-01');
  await shop.maya.sees('6 available', 'dm');

  expect(await sends(shop, path, 'orders/create', order(), '3')).toBe(200);
  await shop.app.catchUp();
  await shop.maya.says('/stock MUG-01');
  const taken = await shop.maya.sees('4 available');
  expect(taken.text).toContain('2 committed');
  expect(taken.text).toContain('allocation −2, Hamburg');
  await shop.maya.sees('4 available', 'dm');

  const cancel = ', "cancelled_at": "2026-03-02T07:59:00Z", "cancel_reason": "customer"';
  expect(await sends(shop, path, 'orders/cancelled', order(cancel, 0), '4')).toBe(200);
  await shop.app.catchUp();
  await shop.maya.says('/stock MUG-01');
  const back = await shop.maya.sees('6 available');
  expect(back.text).not.toContain('2 committed');
  expect(back.text).toContain('release +2, Hamburg');
});
