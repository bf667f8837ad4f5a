import { expect, test } from 'vitest';
import { builders } from '../../../../test/harness/builders.ts';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { importing } from '../../../../test/harness/import.ts';
import { jobGround } from '../../../../test/harness/jobs.ts';
import { openReceiver, signed, sourceOf } from '../../../../test/harness/webhooks.ts';
import type { WorkHandler } from '../../../core/declare/work.ts';
import type { Engine } from '../../../core/runtime/context.ts';
import { contributionsOf } from '../../../core/runtime/contributions.ts';
import { writes } from '../../../db/scope.ts';
import { keepDrain } from '../../../jobs/drain/drain.ts';
import { features } from '../../index.ts';
import { importLocations } from '../../locations/importing/locations.ts';
import { importProducts } from '../../stock/importing/products.ts';
import { getSource } from '../card/get.ts';
import { pauseSource } from '../editing/pause.ts';
import { mapLocation } from '../editing/places.ts';
import { replayDelivery } from '../editing/replay.ts';
import type { HeardKind } from '../source/model.ts';
import { handlerOf } from './handle.ts';
import type { RefusedStatement, TellsOrders } from './orders.ts';
import { pruneDeliveries } from './prune.ts';

const at = '2026-03-02T08:00:00Z';

const product = ({
  sku = 'MUG-RED',
  price = '12.50',
  title = 'Mug',
  updated = '2026-03-01T10:00:00+01:00',
} = {}) => `{
  "id": 9007199254740993, "title": "${title}", "vendor": "Potters", "product_type": "Kitchen", "status": "active",
  "updated_at": "${updated}", "body_html": "<p>long</p>",
  "variants": [
    {"id": 71, "title": "Red", "sku": "${sku}", "barcode": "4006381333931", "price": "${price}",
     "inventory_item_id": 9007199254740995, "inventory_quantity": 99},
    {"id": 72, "title": "Default Title", "sku": "", "barcode": null, "price": "0.00", "inventory_item_id": 82, "inventory_quantity": 3}
  ]}`;
const level = (available: number | null, updated = '2026-03-02T08:30:00+01:00', location = 655_441_491) =>
  `{"inventory_item_id": 9007199254740995, "location_id": ${location}, "available": ${available}, "updated_at": "${updated}"}`;

async function given(kind: HeardKind = 'shopify', tellOrders: TellsOrders | null = null) {
  const { ground: own, workspace, clock } = await jobGround({}, at);
  // As the feature has it, with another teller of orders.
  const ground = tellOrders ? { ...own, engine: withWork(own.engine, handlerOf(tellOrders)) } : own;
  const ctx = await newContext({ at, workspace });
  const { prisma } = await testDatabase();
  const source = await sourceOf(ctx, kind);
  const receiver = await openReceiver(ctx, clock);
  const where = { workspaceId: workspace.id };
  const drain = async () => await keepDrain(ground, prisma).drain(workspace.id);
  let sent = 0;
  return {
    ctx: () => ({ ...ctx, now: clock.now() }),
    clock,
    source,
    prisma,
    where,
    drain,
    hamburg: async () =>
      await builders(prisma, workspace, clock.now()).location({ code: 'HAM', name: 'Hamburg' }),
    /** Received, and not handled yet. */
    async receives(topic: string, body: string) {
      sent += 1;
      const headers = signed(kind, body, { topic, id: `delivery ${sent}`, at: clock.now() });
      expect(await receiver.post(source.path, body, headers)).toMatchObject({ status: 200 });
    },
    states: async () => {
      const rows = await prisma.webhookDelivery.findMany({
        where,
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`));
    },
    works: async () => await prisma.work.findMany({ where: { ...where, kind: 'sources.handle' } }),
    levels: async () =>
      (await prisma.level.findMany({ where, orderBy: { bucket: 'asc' } })).map(
        ({ bucket, quantity }) => `${bucket} ${quantity}`,
      ),
    skus: async () => await prisma.sku.findMany({ where, orderBy: { code: 'asc' } }),
  };
}

test('a product becomes a SKU for each variant, with ids that a number could not hold', async () => {
  const { receives, drain, states, skus, prisma, where, source } = await given();
  await receives('products/update', product());
  await drain();
  expect(await states()).toEqual(['done']);
  expect(await skus()).toMatchObject([
    {
      code: 'MUG-RED',
      title: 'Mug – Red',
      barcode: '4006381333931',
      priceMinor: 1_250n,
      currency: 'USD',
      supplier: 'Potters',
      category: 'Kitchen',
      listed: true,
    },
    { code: 'variant 72', title: 'Mug', priceMinor: null },
  ]);
  const refs = await prisma.externalRef.findMany({
    where,
    orderBy: [{ kind: 'asc' }, { externalId: 'asc' }],
  });
  expect(
    refs.map(({ kind, externalId, source: whose }) => `${kind} ${externalId} ${whose === source.id}`),
  ).toEqual(['inventory_item 82 true', 'inventory_item 9007199254740995 true', 'sku 71 true', 'sku 72 true']);
  // Its stock is a sum without a location, and no level.
  expect(await prisma.level.count({ where })).toBe(0);
  const [audited] = await prisma.auditEntry.findMany({
    where: { ...where, operation: 'stock.tell-products' },
    orderBy: { id: 'asc' },
  });
  expect(audited).toMatchObject({
    actorKind: 'connector',
    actorId: source.id,
    after: { code: 'MUG-RED', price: 'US$12.50' },
  });
});

test('a level waits for its product, then for its location, and is done by itself', async () => {
  const { receives, drain, states, levels, works, hamburg, source, ctx } = await given();
  await receives('inventory_levels/update', level(6));
  await drain();
  expect(await states()).toEqual(['parked: sku 9007199254740995']);
  await receives('products/create', product());
  await drain();
  expect(await states()).toEqual(['parked: location 655441491', 'done']);
  await hamburg();
  await mapLocation.call(ctx(), { id: source.id, external: '655441491', location: 'HAM' });
  await drain();
  expect(await states()).toEqual(['done', 'done']);
  expect(await levels()).toEqual(['available 6']);
  expect(await works()).toEqual([]);
});

test('levels count by their own time, in whatever order they come', async () => {
  const { receives, drain, levels, hamburg, source, ctx, states } = await given();
  await hamburg();
  await mapLocation.call(ctx(), { id: source.id, external: '655441491', location: 'HAM' });
  await receives('products/create', product());
  await receives('inventory_levels/update', level(4, '2026-03-02T08:40:00+01:00'));
  await drain();
  await receives('inventory_levels/update', level(9, '2026-03-02T08:20:00+01:00'));
  await receives('inventory_levels/update', level(null));
  await receives('inventory_levels/update', level(1, '2026-03-02T10:00:00+01:00'));
  await drain();
  expect(await levels()).toEqual(['available 4']);
  expect(await states()).toEqual([
    'done',
    'done',
    'done',
    'ignored: Shopify does not track its stock',
    'failed: its time, 2026-03-02T09:00:00.000Z, is in the future',
  ]);
});

test('an older word about a product changes nothing, and one known by its code keeps it', async () => {
  const { receives, drain, skus, ctx, prisma, where, states } = await given();
  await importing(ctx(), 'products FILE', 'code,title,supplier\nmug-red,Old mug,Acme', 'p.csv', [
    importProducts,
  ]);
  await receives('products/update', product({ title: 'New mug', updated: '2026-03-02T09:00:00+01:00' }));
  await drain();
  await receives('products/update', product({ title: 'Older mug' }));
  // Renamed over there: what it is called there finds it.
  await receives(
    'products/update',
    product({ sku: 'MUG-ROT', title: 'Newest mug', updated: '2026-03-02T09:00:01+01:00' }),
  );
  await drain();
  expect(await states()).toEqual(['done', 'done', 'done']);
  expect((await skus()).map(({ code, title }) => `${code} ${title}`)).toEqual([
    'mug-red Newest mug – Red',
    'variant 72 Newest mug',
  ]);
  expect(await prisma.externalRef.count({ where })).toBe(4);
});

test('what cannot be read has failed and says why, and never stops what came with it', async () => {
  const { receives, drain, states, works, skus } = await given();
  await receives('products/update', '{"id": 5, "title": "x"}');
  await receives('products/update', product({ price: '12.505' }));
  await receives('inventory_levels/update', product());
  await receives('orders/create', '{"id": 5}');
  await receives('orders/create', 'null');
  await receives('customers/create', '{"id": 5, "email": "someone@example.com"}');
  await receives('products/create', product());
  await drain();
  expect(await states()).toEqual([
    'failed: its body is not what its topic says: updated_at cannot be read',
    'failed: the price of variant 71 is no amount of USD',
    'failed: its body is not what its topic says: inventory_item_id cannot be read',
    'failed: its body is not what its topic says: name cannot be read',
    'failed: its body is not what its topic says: all of it cannot be read',
    'ignored: nothing is made of customers/create',
    'done',
  ]);
  expect([await works(), (await skus()).length]).toEqual([[], 2]);
});

test('a level by our own codes waits for the SKU and the location that bear them', async () => {
  const { receives, drain, states, levels, ctx } = await given('generic');
  const body =
    '{"topic": "level", "level": {"sku": "tea-9", "location": "HAM", "available": 12, "as_of": "2026-03-02T07:59:00Z"}}';
  await receives('', body);
  await drain();
  expect(await states()).toEqual(['parked: sku tea-9']);
  await importing(ctx(), 'products FILE', 'code\nTEA-9', 'p.csv', [importProducts]);
  await drain();
  expect(await states()).toEqual(['parked: location HAM']);
  await importing(ctx(), 'locations FILE', 'code,name\nHAM,Hamburg', 'l.csv', [importLocations]);
  await drain();
  expect([await states(), await levels()]).toEqual([['done'], ['available 12']]);
});

test('a level by a name that is no code of ours goes on as soon as the name is mapped', async () => {
  const { receives, drain, states, levels, hamburg, source, ctx } = await given('generic');
  await importing(ctx(), 'products FILE', 'code\nTEA-9', 'p.csv', [importProducts]);
  await receives(
    '',
    '{"topic": "level", "level": {"sku": "TEA-9", "location": "W-77", "available": 12, "as_of": "2026-03-02T07:59:00Z"}}',
  );
  await drain();
  expect(await states()).toEqual(['parked: location W-77']);
  await hamburg();
  await mapLocation.call(ctx(), { id: source.id, external: 'W-77', location: 'HAM' });
  await drain();
  expect([await states(), await levels()]).toEqual([['done'], ['available 12']]);
});

test('an order of signed JSON leaves from where it says: by our code, or by a name that is mapped', async () => {
  const { receives, drain, states, hamburg, source, ctx, prisma, where } = await given('generic');
  const ham = await hamburg();
  const body = (id: string, location: string) =>
    `{"topic": "order", "order": {"id": "${id}", "number": "${id}", "updated_at": "2026-03-02T07:30:00Z", "placed_at": "2026-03-02T07:00:00Z",
      "location": "${location}", "ship_by": "2026-03-02T15:00:00Z", "lines": []}}`;
  await receives('', body('1', 'ham'));
  await receives('', body('2', 'W-77'));
  await drain();
  const places = async () =>
    (await prisma.order.findMany({ where, orderBy: { number: 'asc' } })).map((one) => one.locationId);
  expect([await states(), await places()]).toEqual([
    ['done', 'done'],
    [ham, null],
  ]);
  await mapLocation.call(ctx(), { id: source.id, external: 'W-77', location: 'HAM' });
  await drain();
  expect(await places()).toEqual([ham, ham]);
  expect(await prisma.order.findFirst({ where })).toMatchObject({
    shipBy: new Date('2026-03-02T15:00:00Z'),
    shipBySource: 'channel',
  });
});

test('a product of WooCommerce is one SKU; its title has no entities', async () => {
  const { receives, drain, skus, states } = await given('woocommerce');
  const woo = (more: string) =>
    `{"id": 23, "name": "Tea &amp; milk &ndash; <b>small</b>", "sku": "TEA-1", "price": 3, "status": "publish", "date_modified": "2026-03-02T01:00:00", "date_modified_gmt": "2026-03-02T00:00:00"${more}}`;
  await receives('product.updated', woo(''));
  await receives('product.updated', woo(', "type": "variable"'));
  await drain();
  expect(await states()).toEqual(['done', 'ignored: its variations tell themselves']);
  expect(await skus()).toMatchObject([{ code: 'TEA-1', title: 'Tea & milk – small', priceMinor: 300n }]);
});

test('what comes while a source is paused is kept, and handled when it goes on', async () => {
  const { receives, drain, states, works, source, ctx } = await given();
  await pauseSource.call(ctx(), { id: source.id, paused: true });
  await receives('products/update', product());
  await drain();
  expect([await states(), await works()]).toEqual([['stored'], []]);
  await pauseSource.call(ctx(), { id: source.id, paused: false });
  await pauseSource.call(ctx(), { id: source.id, paused: false });
  await drain();
  expect(await states()).toEqual(['done']);
});

test('a delivery is handled again from its bytes, once, whether it was parked or failed', async () => {
  const { receives, drain, states, works, ctx, prisma, where } = await given();
  await receives('inventory_levels/update', level(6));
  await drain();
  const [one] = await prisma.webhookDelivery.findMany({ where });
  const id = one?.id ?? '';
  await replayDelivery.call(ctx(), { id });
  expect(await states()).toEqual(['stored']);
  expect(await works()).toMatchObject([{ state: 'waiting', missing: null }]);
  await drain();
  expect(await states()).toEqual(['parked: sku 9007199254740995']);
  expect(await works()).toHaveLength(1);
});

test('bodies are emptied a month after they came, whatever became of them; what they lacked stays', async () => {
  const { receives, drain, ctx, clock, prisma, where, states, works, source } = await given();
  const asSystem = () => ({
    ...ctx(),
    actor: { kind: 'system', id: 't', name: 't', timeZone: 'UTC' } as const,
  });
  const dayMs = 24 * 3_600_000;
  await receives('inventory_levels/update', level(6));
  await receives('products/update', '{}');
  await receives('customers/create', '{"id": 5}');
  await drain();
  await pauseSource.call(ctx(), { id: source.id, paused: true });
  await receives('products/update', product());
  const before = await states();
  clock.forward(29 * dayMs);
  expect(await pruneDeliveries.call(asSystem(), {})).toBe(false);
  expect(await states()).toEqual(before);
  clock.forward(2 * dayMs);
  await pruneDeliveries.call(asSystem(), {});
  const rows = await prisma.webhookDelivery.findMany({ where, orderBy: { id: 'asc' } });
  expect(rows.map(({ body }) => body)).toEqual([null, null, null, null]);
  const after = await states();
  expect(after).toEqual([
    'failed: sku 9007199254740995 did not come within 30 days',
    before[1],
    before[2],
    'failed: it was not handled within 30 days',
  ]);
  // Neither its work nor the end of the pause brings one back.
  await pauseSource.call(ctx(), { id: source.id, paused: false });
  await drain();
  expect([await states(), await works()]).toEqual([after, []]);
  for (const { id } of rows)
    await expect(replayDelivery.call(ctx(), { id })).rejects.toMatchObject({
      message:
        'What that delivery said is no longer kept: that is for 30 days. So it cannot be handled again.',
      next: 'Its source can send it again.',
    });
  // Nobody can do anything about them any more: they are no longer counted among what somebody has to look after.
  const card = await getSource.call(ctx(), { id: source.id });
  expect([card.counts, card.waiting]).toMatchObject([{ stored: 0, parked: 0, failed: 0 }, []]);
});

test('what tidies up looks at what has a body, in its own index', async () => {
  const { receives, prisma, ctx } = await given();
  await receives('customers/create', '{"id": 5}');
  const plan = await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return await tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT id FROM webhook_delivery
      WHERE workspace_id = ${ctx().workspace.id}::uuid AND body IS NOT NULL AND received_at < ${new Date(at)}
      ORDER BY received_at LIMIT 2000 FOR UPDATE SKIP LOCKED`;
  });
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).toContain('Index Scan using webhook_delivery_body_idx');
  expect(text).not.toContain('Sort');
});

test('products and levels are heard of, so that a source that falls silent is noticed', async () => {
  const { receives, drain, hamburg, source, ctx, prisma, where } = await given();
  const place = await hamburg();
  await mapLocation.call(ctx(), { id: source.id, external: '655441491', location: 'HAM' });
  await receives('products/create', product());
  await receives('inventory_levels/update', level(6));
  await drain();
  const feeds = await prisma.feed.findMany({
    where: { ...where, source: 'shopify' },
    orderBy: { kind: 'asc' },
  });
  expect(feeds).toMatchObject([
    { kind: 'levels', source: 'shopify', location: place, coversUntil: null },
    { kind: 'products', source: 'shopify', location: '', coversUntil: new Date(at) },
  ]);
});

/** The features with another handler of deliveries. */
function withWork(engine: Engine, handler: WorkHandler): Engine {
  const others = features.map((one) => (one.name === 'sources' ? { ...one, work: [handler] } : one));
  return { ...engine, contributions: contributionsOf(others) };
}

const order = (id: number, name = '#7') => `{
  "id": ${id}, "name": "${name}", "created_at": "2026-03-02T08:00:00+01:00", "updated_at": "2026-03-02T08:30:00+01:00", "test": false,
  "currency": "USD", "total_price": "5.00", "line_items": []}`;

test('an order is told by its source, whatever comes first; what tells of one that nobody knows waits for it', async () => {
  const { receives, drain, states, works, prisma, where } = await given();
  await receives(
    'fulfillment_events/create',
    '{"id": 1, "order_id": 5, "fulfillment_id": 3, "status": "delivered", "happened_at": "2026-03-02T07:00:00Z", "updated_at": "2026-03-02T07:00:00Z"}',
  );
  await drain();
  expect(await states()).toEqual(['parked: order 5']);
  await receives('orders/create', order(5));
  await drain();
  await drain();
  expect(await states()).toEqual(['done', 'done']);
  expect(await works()).toEqual([]);
  expect(await prisma.order.findMany({ where })).toMatchObject([{ number: '#7', channel: 'shopify' }]);
});

test('an order whose SKU and location come after it is what it would be had it come last', async () => {
  const { receives, drain, prisma, where, source, ctx, hamburg } = await given();
  const sold = order(5).replace(
    '"line_items": []',
    `"location_id": 655441491, "line_items": [
      {"id": 1, "sku": "MUG-RED", "variant_id": 71, "title": "Mug", "quantity": 2, "price": "12.50", "requires_shipping": true},
      {"id": 2, "sku": "", "variant_id": 72, "title": "Other", "quantity": 3, "price": "1.00", "requires_shipping": true}]`,
  );
  await receives('orders/create', sold);
  await receives('orders/updated', sold.replace('08:30:00', '08:31:00'));
  await drain();
  const waiting = async () =>
    (
      await prisma.work.findMany({
        where: { ...where, kind: 'orders.fold-again' },
        orderBy: { missing: 'asc' },
      })
    ).map(({ missing }) => missing);
  expect(await waiting()).toEqual([`location ${source.id} 655441491`, `sku ${source.id} 72`, 'sku MUG-RED']);
  const place = await hamburg();
  await mapLocation.call(ctx(), { id: source.id, external: '655441491', location: 'HAM' });
  await receives('products/create', product());
  await drain();
  expect(await waiting()).toEqual([]);
  expect(await prisma.order.findMany({ where })).toMatchObject([{ locationId: place }]);
  const skus = new Map((await prisma.sku.findMany({ where })).map(({ id, code }) => [id, code]));
  const lines = await prisma.orderLine.findMany({ where, orderBy: { ordinal: 'asc' } });
  expect(lines.map(({ skuId }) => skus.get(skuId ?? ''))).toEqual(['MUG-RED', 'variant 72']);
  const days = await prisma.skuDay.findMany({ where, orderBy: { ordered: 'asc' } });
  expect(days.map(({ skuId, ordered }) => `${skus.get(skuId)} ${ordered}`)).toEqual([
    'MUG-RED 2',
    'variant 72 3',
  ]);
});

const pieces = (more: string) =>
  `{"id": 1, "title": "Mug", "price": "1.00", "requires_shipping": true, ${more}}`;
const sold = (lines: string, more = '') =>
  order(5).replace('"line_items": []', `${more}"line_items": [${lines}]`);
const ofLine = (more: string) => sold(pieces(more));
const usual = '"sku": "MUG-RED", "quantity": 1';

test.each([
  ['a number of 101 characters', order(5, 'N'.repeat(101)), 'name is too large'],
  ['a code of 201', ofLine(`"sku": "${'S'.repeat(201)}", "quantity": 1`), 'line_items.0.sku is too large'],
  ['1,000,001 pieces', ofLine('"sku": "M", "quantity": 1000001'), 'line_items.0.quantity is too large'],
  ['5,001 lines', sold(Array.from({ length: 5_001 }, () => pieces(usual)).join()), 'line_items is too large'],
  ['the year 9999', order(5).replace('2026-03-02T08:30', '9999-03-02T08:30'), 'updated_at cannot be read'],
  ['the year 0', order(5).replace('2026-03-02T08:00', '0000-03-02T08:00'), 'created_at cannot be read'],
])('%s fails by itself, and others go on', async (_, body, why) => {
  const { receives, drain, states, works } = await given();
  await receives('orders/create', body);
  await receives('orders/create', order(6, '#6'));
  await drain();
  expect(await states()).toEqual([`failed: its body is not what its topic says: ${why}`, 'done']);
  expect(await works()).toEqual([]);
});

test('what the database cannot hold fails at once and by itself', async () => {
  const { receives, drain, states, works } = await given('shopify', async (ctx, statements) => {
    if (statements.some(({ order: one }) => one.external?.externalId === '5'))
      await writes(ctx.tx).$executeRaw`SELECT ${'3000000000'}::text::int`;
    return { refused: [] };
  });
  for (const id of [4, 5, 6]) await receives('orders/create', order(id));
  await drain();
  expect(await states()).toEqual([
    'done',
    'failed: it says something that is too long or too large to be kept',
    'done',
  ]);
  expect(await works()).toEqual([]);
});

test('texts are cleaned, and cut between characters', async () => {
  const { receives, drain, states, prisma, where } = await given();
  const title = `a\\u0000b\\u202e\\ud83dc${'x'.repeat(495)}😀`;
  await receives(
    'orders/create',
    ofLine(`${usual}, "title": "${title}"`).replace(
      '"line_items"',
      `"shipping_lines": [{"code": "${'s'.repeat(99)}😀"}], "refunds": [{"id": 9, "order_id": 5,
        "created_at": "2026-03-02T08:20:00+01:00", "note": "${'n'.repeat(199)}😀", "transactions": [], "refund_line_items": []}],
        "line_items"`,
    ),
  );
  await receives('orders/create', order(6, '#6\\u0000'));
  await drain();
  expect(await states()).toEqual(['done', 'done']);
  expect(await prisma.orderLine.findMany({ where })).toMatchObject([
    { title: `ab\uFFFDc${'x'.repeat(495)}` },
  ]);
  expect(await prisma.order.findMany({ where, orderBy: { number: 'asc' } })).toMatchObject([
    { number: '#6' },
    { number: '#7', service: 's'.repeat(99) },
  ]);
  expect(await prisma.refund.findMany({ where })).toMatchObject([{ note: 'n'.repeat(199) }]);
});

test('what is to have happened in the future fails, as it does for levels; five minutes are the clocks', async () => {
  const { receives, drain, states } = await given();
  // It is 09:00 there.
  await receives('orders/create', order(5).replace('08:30:00', '09:05:01'));
  await receives('orders/create', order(6, '#6').replace('08:00:00', '10:00:00'));
  await receives(
    'orders/create',
    order(7, '#8').replace('"test"', '"cancelled_at": "2026-03-03T08:00:00Z", "test"'),
  );
  await receives('orders/create', order(8, '#9').replace('08:30:00', '09:05:00'));
  await drain();
  expect(await states()).toEqual([
    'failed: its time, 2026-03-02T08:05:01.000Z, is in the future',
    'failed: its time, 2026-03-02T09:00:00.000Z, is in the future',
    'failed: its time, 2026-03-03T08:00:00.000Z, is in the future',
    'done',
  ]);
});

test('orders are told once for a batch, in the name of their source; each delivery ends as its statements do', async () => {
  const calls: { actor: string; ids: (string | undefined)[] }[] = [];
  const known = new Set(['5', '6']);
  const { receives, drain, states, works, source, prisma, where } = await given(
    'shopify',
    async (ctx, statements) => {
      calls.push({ actor: ctx.actor.id, ids: statements.map(({ order: one }) => one.external?.externalId) });
      return {
        refused: statements.flatMap(({ order: one, deliveryId }): RefusedStatement[] => {
          const id = one.external?.externalId ?? '';
          if (id === '6')
            return [{ deliveryId, reason: 'is about number 7, which is order 5 already', missing: null }];
          return known.has(id)
            ? []
            : [{ deliveryId, reason: 'is about an order that nobody told yet', missing: `order x ${id}` }];
        }),
      };
    },
  );
  await receives('orders/create', order(5));
  await receives('orders/create', order(6));
  await receives(
    'fulfillment_events/create',
    '{"id": 1, "order_id": 9007199254740995, "fulfillment_id": 3, "status": "delivered", "happened_at": "2026-03-02T07:00:00Z", "updated_at": "2026-03-02T07:00:00Z"}',
  );
  await drain();
  expect(calls).toEqual([{ actor: source.id, ids: ['5', '6', '9007199254740995'] }]);
  expect(await states()).toEqual([
    'done',
    'failed: it is about number 7, which is order 5 already',
    'parked: order 9007199254740995',
  ]);
  expect(await works()).toMatchObject([{ state: 'parked', missing: 'order x 9007199254740995' }]);
  expect(await prisma.feed.findMany({ where: { ...where, kind: 'orders' } })).toMatchObject([
    { source: 'shopify', location: '' },
  ]);
});
