import { expect } from 'vitest';
import { asSystem } from '../../../src/core/runtime/system.ts';
import { tellOrders } from '../../../src/features/orders/index.ts';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

async function contextOf(shop: Shop) {
  return { ...(await newContext()), workspace: shop.workspace, now: shop.clock.now() };
}

/** A shop on a Monday, 09:00 in Hamburg, with an order of two mugs and a towel at €45.00, as far as `columns` say. */
export async function shopWithOrder(columns = 'paid_at', values = '2026-03-02T07:00:00Z') {
  const shop = await openShop({ at: '2026-03-02T08:00:00Z', stock: { 'MUG-01': 10 } });
  const line = (rest: string) => `1042,shopify,2026-03-02T06:00:00Z,${rest},88,${values}\n`;
  const report = await importing(
    await contextOf(shop),
    'orders FILE',
    `number,channel,placed_at,code,title,quantity,unit_price,customer,${columns}\n${line('MUG-01,Mug,2,20.00')}${line('TOWEL-02,Towel,1,5.00')}`,
  );
  expect(report.faults).toEqual([]);
  return shop;
}

/** The shop says now whether it holds order 1042. */
export async function shopSays(shop: Shop, held: boolean) {
  const ctx = await contextOf(shop);
  const { refused } = await tellOrders.call(asSystem(ctx, 'test'), {
    statements: [
      {
        order: { channel: 'shopify', number: '1042', external: null },
        source: 'shopify',
        versionAt: ctx.now,
        deliveryId: null,
        facet: 'order',
        holds: [{ key: 'risk', held, reason: 'fraud check' }],
      },
    ],
  });
  expect(refused).toEqual([]);
}

/** The card of order 1042, once it says `text`. */
export async function cardSaying(shop: Shop, text: string) {
  await shop.maya.says('/order 1042');
  return await shop.maya.sees(text);
}

/** Maya's list of what can be done about order 1042. */
export async function menuOf(shop: Shop) {
  await shop.maya.presses(await cardSaying(shop, 'Order 1042'), 'Promise, cancel, refund …');
  return await shop.maya.sees('What shall happen to Order 1042?');
}

/** Ends a task, whose title contains `title`. */
export async function endsTask(shop: Shop, task: number, title: string) {
  await shop.maya.says(`/issue ${task}`);
  await shop.maya.presses(await shop.maya.sees(title), 'Done');
  expect(await shop.maya.sends('How did it end?', { code: 'fixed' })).toEqual({});
}

/** All tasks, such as "1 new: Hold order 1042 (address)". */
export async function tasksOf(shop: Shop) {
  const where = { workspaceId: shop.workspace.id, kind: 'task' };
  const all = await shop.db.prisma.issue.findMany({ where, orderBy: { number: 'asc' } });
  return all.map(({ number, state, title }) => `${number} ${state}: ${title}`);
}
