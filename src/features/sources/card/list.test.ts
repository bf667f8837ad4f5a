import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../../test/harness/database.ts';
import { sourceOf } from '../../../../test/harness/webhooks.ts';
import { deliveriesPage } from './list.ts';
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
