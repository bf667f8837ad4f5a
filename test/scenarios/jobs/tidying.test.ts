import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

/** A Monday at 08:00 in Berlin. */
const at = '2026-03-02T07:00:00Z';

/** Moves all clocks but the machine's to this minute and waits for its work. */
async function tickAt(shop: Shop, moment: string): Promise<void> {
  // Slack's acknowledgement comes before the work behind it is done.
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

test('the bot tidies up once a night without being asked', async () => {
  await using shop = await openShop({ at });
  await tickAt(shop, '2026-03-03T02:30:00Z');
  await tickAt(shop, '2026-03-03T02:31:00Z');
  const where = { workspaceId: shop.workspace.id };
  const tidying = await shop.db.prisma.schedule.findFirstOrThrow({ where: { ...where, kind: 'jobs.tidy' } });
  const slots = await shop.db.prisma.slot.findMany({ where: { ...where, scheduleId: tidying.id } });
  expect(slots).toMatchObject([{ state: 'done', attempts: 1 }]);
});
