import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

/** A Monday at 08:00 in Berlin. */
const at = '2026-03-02T07:00:00Z';

async function tickAt(shop: Shop, moment: string): Promise<void> {
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

test('the owner of a digest hears of each post that is in doubt, and of a failure after it once', async () => {
  // It may not look whether a post is there.
  await using shop = await openShop({ at });
  shop.expectComplaint(/missing_scope|is_archived|is_inactive/);
  await shop.lena.says('/ops heartbeat <#C0OPSDAILY|ops-daily> daily 08:30');
  const told = async () =>
    (await shop.lena.seesAll('dm')).filter((text) => /Slack’s answer was lost|archived/.test(text));
  for (const [n, day] of ['02', '03'].entries()) {
    await shop.sandbox.control.fault({ method: 'chat.postMessage', kind: 'drop' });
    await tickAt(shop, `2026-03-${day}T07:30:00Z`);
    // Its sender waits a second or two before it goes on.
    await expect.poll(async () => (await told()).length).toBe(n + 1);
  }
  expect((await told()).every((text) => text.includes('Slack’s answer was lost'))).toBe(true);

  await shop.sandbox.control.changeChannel('C0OPSDAILY', { is_archived: true });
  for (const day of ['04', '05', '06']) {
    await tickAt(shop, `2026-03-${day}T07:30:00Z`);
    await tickAt(shop, `2026-03-${day}T07:32:00Z`);
  }
  expect((await told()).slice(2)).toEqual([expect.stringContaining('archived')]);
});
