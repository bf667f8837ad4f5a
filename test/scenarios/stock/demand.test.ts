import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop } from '../../harness/shop.ts';

const hour = 3_600_000;

test('cover goes by whole days: it stays as it is while orders come in today, and counts them tomorrow', async () => {
  await using shop = await openShop({ at: '2026-03-02T08:00:00Z', stock: { 'MUG-01': 140 } });
  const orders = async (...lines: readonly string[]) => {
    const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
    const file = ['number,placed_at,code,quantity', ...lines].join('\n');
    expect((await importing(ctx, 'orders FILE', `${file}\n`)).faults).toEqual([]);
  };
  const looksUp = async () => {
    await shop.maya.says('/stock MUG-01');
    await shop.app.idle();
  };
  await orders('1,2026-02-20T09:00:00Z,MUG-01,40', '2,2026-03-01T22:30:00Z,MUG-01,100');
  await looksUp();
  await orders('3,2026-03-02T07:55:00Z,MUG-01,80');
  await looksUp();
  // 23:30 in Berlin, then 00:30.
  await shop.passes(14.5 * hour);
  await looksUp();
  await shop.passes(hour);
  await looksUp();
  await shop.maya.sees('7 days at 20 a day over the 11 days before today');
  const covers = (await shop.maya.seesAll()).flatMap(
    (text) => /\d+ days at .* over the \d+ days before today/.exec(text)?.[0] ?? [],
  );
  const before = '10 days at 14 a day over the 10 days before today';
  expect(covers).toEqual([before, before, before, '7 days at 20 a day over the 11 days before today']);
});

test('a day that is not the sum of its orders is counted anew at night, the admins read of it, and the next night ends it', async () => {
  await using shop = await openShop({ at: '2026-03-02T08:00:00Z', stock: { 'MUG-01': 140 } });
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  const file =
    'number,placed_at,code,quantity\n1,2026-02-20T09:00:00Z,MUG-01,40\n2,2026-03-01T09:00:00Z,MUG-01,100\n';
  expect((await importing(ctx, 'orders FILE', file)).faults).toEqual([]);
  const where = { workspaceId: shop.workspace.id };
  await shop.db.prisma.skuDay.updateMany({
    where: { ...where, day: new Date('2026-03-01') },
    data: { ordered: 10_000n },
  });
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('at 1,004 a day over the 10 days before today');
  const night = async () => {
    await shop.passes(24 * hour);
    await shop.app.catchUp();
    await shop.app.idle();
  };
  await night();
  await shop.ada.sees('MUG-01 on 1 Mar: ordered 10,000, its lines make 100.', 'dm');
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('Cover: 11 days at 12.7 a day over the 11 days before today');
  await night();
  await shop.ada.sees('Demand by day is the sum of the orders again.', 'dm');
});
