import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { linesOf, sectionIn } from '../../harness/digest.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

// A Monday, 09:00 in Hamburg.
const at = '2026-03-02T08:00:00Z';

const newsOf = async (shop: Shop, since: string | null, { from = '2026-03-01', to = '2026-03-02' } = {}) => {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  return await sectionIn(ctx, 'issues.news', {
    from,
    to,
    since: since ? new Date(since) : null,
  });
};

test('what was raised and resolved since the post before, or since the days it is about', async () => {
  await using shop = await openShop({ at });
  expect(await newsOf(shop, null)).toBeNull();
  await shop.maya.says('/issue new critical warehouse DHL pickup missed');
  await shop.maya.sees('DHL pickup missed');
  await shop.app.catchUp();
  const first = await newsOf(shop, null);
  expect(first).toMatchObject({
    finding: '1 issue raised (1 critical) since Sun 1 Mar 00:00 CET',
    urgency: 'note',
    total: 1,
  });
  expect(linesOf(first)).toEqual(['Raised: Critical · #1 · DHL pickup missed: nobody is on it']);

  await shop.comes('2026-03-02T09:00:00Z');
  await shop.maya.says('/issue new normal warehouse The scale is broken');
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.maya.presses(await shop.maya.sees('nobody is on it'), 'I’m on it');
  await shop.comes('2026-03-02T11:00:00Z');
  const { prisma } = shop.db;
  await prisma.issue.updateMany({
    where: { workspaceId: shop.workspace.id, number: 1 },
    data: { state: 'done', resolvedAt: shop.clock.now() },
  });
  const part = await newsOf(shop, '2026-03-02T08:30:00Z');
  expect(part?.finding).toBe('1 issue raised, 1 resolved since Mon 2 Mar 09:30 CET');
  expect(part?.total).toBe(2);
  expect(linesOf(part)).toEqual([
    'Raised: Normal · #2 · The scale is broken: On it: Maya',
    'Resolved: Critical · #1 · DHL pickup missed, after 3 h',
  ]);
  const later = await newsOf(shop, '2026-03-02T10:00:00Z');
  expect(later?.finding).toBe('1 issue resolved since Mon 2 Mar 11:00 CET');
  expect(await newsOf(shop, '2026-03-02T11:00:01Z')).toBeNull();

  // Of days that are long over only what happened in them.
  expect(await newsOf(shop, null, { from: '2026-02-01', to: '2026-03-01' })).toBeNull();
  await shop.comes('2026-03-04T08:00:00Z');
  const over = await newsOf(shop, null, { from: '2026-03-02', to: '2026-03-03' });
  expect(over?.finding).toBe('2 issues raised (1 critical), 1 resolved in these days');
});
