import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

/** A Friday, 10:00 in Hamburg. */
export const at = '2026-11-27T09:00:00Z';

const header = 'po,line,supplier,sku,location,ordered,promised_on,delivered_on,cancelled,mode,value,currency';

/** A file as the command line would load it, and what it sets going. */
async function loads(shop: Shop, command: string, text: string) {
  const ctx = await newContext({ workspace: shop.workspace, at: shop.clock.now().toISOString() });
  const report = await importing(ctx, command, text);
  await shop.app.catchUp();
  await shop.app.idle();
  return report;
}

/** Purchase orders: "4711,1,Acme,MUG-01,HAM,40,2026-12-03,,,Ocean,580.00,EUR". */
export async function buys(shop: Shop, ...rows: readonly string[]) {
  return await loads(shop, 'purchases FILE --source erp', [header, ...rows].join('\n'));
}

export async function states(shop: Shop, ...rows: readonly string[]) {
  return await loads(
    shop,
    'levels FILE',
    ['sku,location,available,incoming,incoming_on', ...rows].join('\n'),
  );
}

export async function sells(shop: Shop, ...rows: readonly string[]) {
  return await loads(shop, 'products FILE', ['code,title,price,aliases', ...rows].join('\n'));
}

export async function openBuying(stock: Readonly<Record<string, number>> = { 'MUG-01': 24 }) {
  return await openShop({ at, stock });
}
