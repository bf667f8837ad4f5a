import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { sourceOf } from '../../../../test/harness/webhooks.ts';
import { readerOf } from '../../../cases/reader.ts';
import { deliveriesPage, wholeDeliveries } from './list.ts';
import { deliveryList } from './list-views.ts';
import { pageSize } from './model.ts';

test('pages show each delivery once, also those of one second, the newest first', async () => {
  const ctx = await newContext();
  const { prisma } = await testDatabase();
  const source = await sourceOf(ctx, 'shopify');
  const other = await sourceOf(ctx, 'woocommerce');
  const rows = Array.from({ length: 30 }, (_, n) => ({
    workspaceId: ctx.workspace.id,
    sourceId: n % 10 === 0 ? other.id : source.id,
    deliveryKey: String(n),
    id: ctx.ids.uuid(ctx.now),
    topic: String(n),
    subjectKey: 'x',
    sha256: '',
    body: Buffer.from('{}'),
    // Ten of one second, then one each.
    receivedAt: new Date(ctx.now.getTime() - (n < 20 ? n : n * 1_000)),
    state: n % 3 === 0 ? 'parked' : 'done',
    attempts: 1,
  }));
  await prisma.webhookDelivery.createMany({ data: rows });
  const all = async (filter: { source: string | null; show: 'waiting' | 'all' }) => {
    const seen: string[] = [];
    let left: number | null = null;
    for (let after: [number, number] | null = null; ; ) {
      const page = await deliveriesPage.call(ctx, { ...filter, after });
      if (left !== null) expect(page.rows.length + page.left).toBe(left);
      seen.push(...page.rows.map(({ topic }) => topic));
      left = page.left;
      if (!page.next) return seen;
      expect(page.rows).toHaveLength(pageSize);
      after = page.next;
    }
  };
  const topics = rows.map(({ topic }) => topic);
  expect(await all({ source: null, show: 'all' })).toEqual(topics);
  expect(await all({ source: null, show: 'waiting' })).toEqual(topics.filter((_, n) => n % 3 === 0));
  expect(await all({ source: other.id, show: 'all' })).toEqual(['0', '10', '20']);
});

test('a file of deliveries says what became of them in the words of the screen', async () => {
  const ctx = await newContext();
  const { prisma } = await testDatabase();
  const { id: sourceId } = await sourceOf(ctx, 'shopify');
  const all = [
    ['stored', null],
    ['parked', 'sku 71'],
    ['failed', 'it is too long'],
    ['done', null],
  ] as const;
  await prisma.webhookDelivery.createMany({
    data: all.map(([state, reason], n) => ({
      ...{ workspaceId: ctx.workspace.id, sourceId, state, reason, deliveryKey: state },
      ...{ id: ctx.ids.uuid(ctx.now), topic: 'x', subjectKey: 'x', sha256: '', attempts: 1 },
      body: Buffer.from('{}'),
      receivedAt: new Date(ctx.now.getTime() - n * 1_000),
    })),
  });
  const rows = [];
  for await (const page of wholeDeliveries.pages(ctx, { source: null, show: 'all' }, 10)) rows.push(...page);
  const [state, why] = ['State', 'Why'].map((title) => wholeDeliveries.columns.indexOf(title));
  expect(rows.map((row) => [row[state ?? 0], row[why ?? 0]])).toEqual([
    ['not handled yet', null],
    ['parked', 'waits for sku 71'],
    ['failed', 'it is too long'],
    ['done', null],
  ]);
  const list = deliveryList(
    await deliveriesPage.call(ctx, { source: null, show: 'all', after: null }),
    true,
    readerOf(ctx),
  );
  for (const [, words] of rows.map((row) => [row[state ?? 0], row[why ?? 0]]))
    if (words) expect(JSON.stringify(list.blocks)).toContain(words);
});
