import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop } from '../../harness/shop.ts';

test('within five minutes of being tampered with a level is named to the admins, and the issue ends when it is put right', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  // The first file of levels begins the proofs.
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  const file = `sku,location,damaged,as_of\nMUG-01,HAM,2,${ctx.now.toISOString()}`;
  expect((await importing(ctx, 'levels FILE', file)).faults).toEqual([]);
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute += 1) {
      await shop.passes(60_000);
      await shop.app.catchUp();
    }
    await shop.app.idle();
  };
  await minutes(4);
  const where = { workspaceId: shop.workspace.id };
  expect(await shop.db.prisma.ledgerProof.findFirst({ where })).toMatchObject({ levels: 2, wrong: 0 });
  const level = { ...where, bucket: 'available' };
  await shop.db.prisma.level.updateMany({ where: level, data: { quantity: 41 } });
  await minutes(5);
  const card = await shop.ada.sees(
    'MUG-01 in Hamburg, available: the level is 41, its movements make 10.',
    'dm',
  );
  expect(card.text).toContain('High');
  await minutes(6);
  expect(await shop.db.prisma.issue.count({ where })).toBe(1);
  await shop.db.prisma.level.updateMany({ where: level, data: { quantity: 10 } });
  await minutes(4);
  await shop.ada.sees('Every level is the sum of its movements again.', 'dm');
});
