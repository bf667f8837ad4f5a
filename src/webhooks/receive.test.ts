import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testClock } from '../../test/harness/clock.ts';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { openReceiver, secret, signed, sourceOf } from '../../test/harness/webhooks.ts';
import { removeSource, replaceSecret } from '../features/sources/editing/save.ts';
import type { HeardKind } from '../features/sources/source/model.ts';

const at = '2026-03-02T08:00:00Z';
const body = '{"id": 9007199254740993, "total": 195.67, "note": "Größe"}';

async function given(kind: HeardKind = 'shopify') {
  const ctx = await newContext({ at });
  const clock = testClock(at);
  const source = await sourceOf(ctx, kind);
  const receiver = await openReceiver(ctx, clock);
  const { prisma } = await testDatabase();
  const where = { workspaceId: ctx.workspace.id };
  return {
    ctx,
    clock,
    source,
    receiver,
    post: async (text: string | Uint8Array, headers: Record<string, string>, path = source.path) =>
      await receiver.post(path, text, headers),
    deliveries: async () => await prisma.webhookDelivery.findMany({ where, orderBy: { id: 'asc' } }),
    works: async () => await prisma.work.findMany({ where, orderBy: { id: 'asc' } }),
    /** What was counted, without what was counted before. */
    async refusals() {
      await receiver.stop();
      const rows = await prisma.webhookRefusal.findMany({ where, orderBy: { reason: 'asc' } });
      return rows.map(
        ({ source: whose, reason, count }) => `${whose === '' ? 'nobody' : 'source'} ${reason} ${count}`,
      );
    },
  };
}

const good = { status: 200, text: '' };
const nothing = { status: 404, text: '' };

test.each(['shopify', 'woocommerce', 'generic'] as const)(
  'what %s signs is kept byte for byte, with the work of handling it, and answered once it is committed',
  async (kind) => {
    const { post, deliveries, works, source, clock } = await given(kind);
    const text = kind === 'generic' ? `{"topic": "order", "order": ${body}}` : body;
    const headers = signed(kind, text, {
      at: clock.now(),
      topic: kind === 'shopify' ? 'orders/updated' : 'order.updated',
    });
    expect(await post(text, headers)).toEqual(good);
    const [one] = await deliveries();
    expect(Buffer.from(one?.body ?? []).toString()).toBe(text);
    expect(one).toMatchObject({ sourceId: source.id, subjectKey: 'order 9007199254740993', state: 'stored' });
    expect(await works()).toMatchObject([
      { kind: 'sources.handle', subject: `${source.id} order 9007199254740993`, data: { delivery: one?.id } },
    ]);
  },
);

test('a delivery that comes again is acknowledged and changes nothing', async () => {
  const { post, deliveries, works } = await given();
  const headers = signed('shopify', body, { id: 'b54557e4' });
  expect(await post(body, headers)).toEqual(good);
  expect(await post(body, headers)).toEqual(good);
  expect([(await deliveries()).length, (await works()).length]).toEqual([1, 1]);
});

test('without an id, the same bytes are the same delivery', async () => {
  const { post, deliveries } = await given('woocommerce');
  const headers = signed('woocommerce', body, { topic: 'order.updated' });
  await post(body, headers);
  await post(body, headers);
  const other = `${body} `;
  await post(other, signed('woocommerce', other, { topic: 'order.updated' }));
  expect((await deliveries()).map(({ sha256 }) => sha256.length)).toEqual([64, 64]);
});

test.each(['shopify', 'woocommerce', 'generic'] as const)(
  'two bodies of %s under one id of a delivery are both kept, and each once',
  async (kind) => {
    const { post, deliveries, works, clock } = await given(kind);
    const bodies = ['1', '2'].map(
      (id) => `{"topic": "order", "delivery": "a1", "id": ${id}, "order": {"id": ${id}}}`,
    );
    for (const text of [...bodies, ...bodies])
      expect(
        await post(text, signed(kind, text, { topic: 'orders/updated', id: 'a1', at: clock.now() })),
      ).toEqual(good);
    expect((await deliveries()).map((one) => Buffer.from(one.body ?? []).toString())).toEqual(bodies);
    expect(await works()).toHaveLength(2);
  },
);

test('one byte changed, wherever, is refused, and only a count is kept', async () => {
  const { post, deliveries, refusals } = await given();
  const bytes = Buffer.from(body);
  const headers = signed('shopify', bytes);
  for (let i = 0; i < bytes.length; i += 1) {
    const changed = Buffer.from(bytes);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(await post(changed, headers)).toEqual(nothing);
  }
  expect(await deliveries()).toEqual([]);
  expect(await refusals()).toEqual([`source wrong signature ${bytes.length}`]);
});

test.each([
  ['no signature', { 'x-shopify-hmac-sha256': '' }],
  ['a signature of another length', { 'x-shopify-hmac-sha256': 'AAAA' }],
  ['a signature that is no base64', { 'x-shopify-hmac-sha256': '%'.repeat(44) }],
  ['a signature with another secret', signed('shopify', body, { key: 'another secret' })],
])('%s is refused', async (_, headers) => {
  const { post, refusals } = await given();
  expect(await post(body, { ...signed('shopify', body), ...headers })).toEqual(nothing);
  expect(await refusals()).toEqual(['source wrong signature 1']);
});

test('an unknown address answers as a known one does, whatever comes to it', async () => {
  const { receiver, source, refusals } = await given();
  const wrong = signed('shopify', body, { key: 'another secret' });
  const cases: readonly (readonly [string, Record<string, string>])[] = [
    [body, wrong],
    [body, { ...wrong, 'content-type': 'text/plain' }],
    ['{', signed('shopify', '{', { key: 'another secret' })],
  ];
  for (const [text, headers] of cases)
    for (const path of [source.path, 'A'.repeat(22), 'x', 'x/y', ''])
      expect(await receiver.post(path, text, headers)).toEqual(nothing);
  expect(await refusals()).toEqual([
    'nobody unknown address 12',
    'source wrong content type 1',
    'source wrong signature 2',
  ]);
});

test.each([
  ['is not JSON', '{"id": 1', 'not JSON'],
  ['has a number that JSON does not know', '{"id": 01}', 'not JSON'],
  ['is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'not JSON'],
  ['is empty', '', 'not JSON'],
  ['nests lists for ever', `{"id": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'nested too deep'],
  ['nests objects for ever', `${'{"id":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'nested too deep'],
])('a signed body that %s is refused', async (_, text, why) => {
  const { post, refusals, deliveries } = await given();
  expect(await post(text, signed('shopify', text))).toEqual(nothing);
  expect(await deliveries()).toEqual([]);
  expect(await refusals()).toEqual([`source ${why} 1`]);
});

test('another content type is refused unread, and a missing topic too', async () => {
  const { post, refusals } = await given();
  expect(await post(body, { ...signed('shopify', body), 'content-type': 'text/xml' })).toEqual(nothing);
  expect(await post(body, { ...signed('shopify', body), 'x-shopify-topic': '' })).toEqual(nothing);
  expect(await refusals()).toEqual(['source no topic 1', 'source wrong content type 1']);
});

test('the greeting of a new WooCommerce webhook is answered, and nothing is stored', async () => {
  const { post, refusals, deliveries } = await given('woocommerce');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await post('webhook_id=17', form)).toEqual(good);
  expect(await post('webhook_id=17&more=1', form)).toEqual(nothing);
  expect(await deliveries()).toEqual([]);
  expect(await refusals()).toEqual(['source ping 1', 'source wrong content type 1']);
});

test('a time that is signed must be of these five minutes', async () => {
  const { post, refusals, clock } = await given('generic');
  const text = '{"topic": "order"}';
  const from = (seconds: number) =>
    signed('generic', text, { at: new Date(clock.now().getTime() + seconds * 1_000) });
  expect(await post(text, from(-300))).toEqual(good);
  expect(await post(text, from(-301))).toEqual(nothing);
  expect(await post(text, from(301))).toEqual(nothing);
  const bare = signed('generic', text, { at: clock.now() });
  const signature = bare['x-signature'] ?? '';
  expect(
    await post(text, { ...bare, 'x-signature': `t=${clock.now().getTime()},${signature.split(',')[1]}` }),
  ).toEqual(nothing);
  expect(await refusals()).toEqual(['source too old 2', 'source wrong signature 1']);
});

test('while a secret is replaced both sign, and then only the new one', async () => {
  const { ctx, post, source, clock } = await given();
  const other = 'the next secret';
  await replaceSecret.call(ctx, { id: source.id, secret: other, overlap: 'hour' });
  expect(await post(body, signed('shopify', body, { id: '1' }))).toEqual(good);
  expect(await post(body, signed('shopify', body, { id: '2', key: other }))).toEqual(good);
  clock.forward(3_600_000);
  expect(await post(body, signed('shopify', body, { id: '3' }))).toEqual(nothing);
  expect(await post(body, signed('shopify', body, { id: '4', key: other }))).toEqual(good);
});

test('a source that is removed is refused at once, though its secret is still remembered', async () => {
  const { ctx, post, source, deliveries } = await given();
  expect(await post(body, signed('shopify', body, { id: '1' }))).toEqual(good);
  await removeSource.call(ctx, { id: source.id });
  expect(await post(body, signed('shopify', body, { id: '2' }))).toEqual(nothing);
  expect(await deliveries()).toHaveLength(1);
});

test('what a person cannot open is kept back by 503, so that its sender tries again', async () => {
  const { ctx, post, refusals } = await given();
  const { prisma } = await testDatabase();
  await prisma.sealedSecret.updateMany({ where: { workspaceId: ctx.workspace.id }, data: { keyId: 'lost' } });
  expect(await post(body, signed('shopify', body))).toEqual({ status: 503, text: '' });
  expect(await refusals()).toEqual(['source no key for its secret 1']);
});

/** Sends by hand what no client sends; resolves with what came back once the line is closed, and how much went out. */
async function raw(port: number, head: string, chunk: () => string | null, everyMs = 0) {
  const socket = connect(port, '127.0.0.1');
  let back = '';
  let sent = 0;
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('data', (data) => (back += data)).on('error', () => {});
  socket.write(head);
  for (let next = chunk(); next !== null && !socket.destroyed; next = chunk()) {
    await new Promise<void>((resolve) => socket.write(next ?? '', () => resolve()));
    sent += next.length;
    await wait(everyMs);
  }
  await closed;
  return { back, sent };
}

const headTo = (path: string, more: string) =>
  `POST /webhooks/${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${more}\r\n\r\n`;

test('10 MB are refused by their length, before any of them came', async () => {
  const { receiver, source, refusals } = await given();
  const answers = new Set<string>();
  for (const path of [source.path, 'A'.repeat(22)])
    answers.add((await raw(receiver.port, headTo(path, 'content-length: 10485760'), () => null)).back);
  expect([...answers].map((back) => back.replace(/^date: .*\r\n/im, ''))).toEqual([
    expect.stringMatching(/^HTTP\/1\.1 404 Not Found\r\n/),
  ]);
  expect(await refusals()).toEqual(['source too large 1', 'nobody unknown address 1']);
});

test('10 MB whose length is not said are cut off after the first', async () => {
  const { receiver, source, refusals } = await given();
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  let n = 0;
  const { sent } = await raw(receiver.port, headTo(source.path, 'transfer-encoding: chunked'), () =>
    n++ < 160 ? chunk : null,
  );
  expect(sent).toBeLessThan(9_000_000);
  expect(await refusals()).toEqual(['source too large 1']);
});

test('who sends slowly is cut off', { timeout: 20_000 }, async () => {
  const { receiver, source, refusals } = await given();
  const head = headTo(source.path, 'content-length: 1000');
  const began = performance.now();
  let n = 0;
  const { back } = await raw(receiver.port, head, () => (n++ < 100 ? '{' : null), 200);
  expect(performance.now() - began).toBeLessThan(13_000);
  expect(back).toMatch(/^HTTP\/1\.1 404 /);
  expect(await refusals()).toEqual(['source too slow 1']);
});

test('who hangs up half way leaves a count', async () => {
  const { receiver, source, refusals } = await given();
  const head = `${headTo(source.path, 'content-length: 1000')}{`;
  const socket = connect(receiver.port, '127.0.0.1');
  socket.write(head);
  await wait(100);
  socket.destroy();
  await wait(100);
  expect(await refusals()).toEqual(['source hung up 1']);
});

test('the secret and the address stand in no audit row', async () => {
  const { ctx, source } = await given();
  await replaceSecret.call(ctx, { id: source.id, secret: 'the next secret', overlap: 'none' });
  const { prisma } = await testDatabase();
  const rows = await prisma.auditEntry.findMany({
    where: { workspaceId: ctx.workspace.id },
    orderBy: { id: 'asc' },
  });
  expect(rows).toHaveLength(2);
  for (const hidden of [secret, 'the next secret', source.path])
    expect(JSON.stringify(rows)).not.toContain(hidden);
});
