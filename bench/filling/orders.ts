import { code, evenlySince, type Ground, id, ranked, zipfBelowBest } from './values.ts';

/** Lines of each order of several SKUs. */
const linesEach = 5;
/** Fewer than the four weeks in which demand is counted, whether those are hours or whole days. */
const bestSellerDays = 27;

/** How many orders there are besides those of the best seller: three lines for each SKU. */
const ordersOf = (skus: number) => (skus * 3) / linesEach;

/** Three order lines for each SKU over 60 days, scattered over the SKUs. */
export function evenOrders(ground: Ground): readonly string[] {
  const orders = ordersOf(ground.skus);
  return [
    insertOrders(
      ground,
      `SELECT o, ${evenlySince(ground, 'o', orders, 60)} AS placed_at FROM generate_series(1, ${orders}) o`,
    ),
    insertLines(ground, mixedLines(ground, ranked('x', ground.skus))),
  ];
}

/** As many lines, of which the SKU of rank r has one r-th of what the first has; and a best seller far above them. */
export function zipfOrders(ground: Ground, bestSeller: number): readonly string[] {
  const { skus } = ground;
  const orders = ordersOf(skus);
  const best = evenlySince(ground, 'b', bestSeller, bestSellerDays);
  return [
    insertOrders(
      ground,
      `SELECT o, ${evenlySince(ground, 'o', orders, 60)} AS placed_at FROM generate_series(1, ${orders}) o
       UNION ALL SELECT ${orders} + b, ${best} FROM generate_series(1, ${bestSeller}) b`,
    ),
    insertLines(
      ground,
      `${mixedLines(ground, ranked(`(${zipfBelowBest('x', skus)})`, skus))}
       UNION ALL SELECT ${orders} + b, 0, ${ranked('1', skus)}, 1, ${best} FROM generate_series(1, ${bestSeller}) b`,
    ),
  ];
}

/** The number of all orders of `zipfOrders`. */
export const zipfOrderCount = (skus: number, bestSeller: number) => ordersOf(skus) + bestSeller;

/** `sold`: the number of the SKU of the x-th line. */
function mixedLines(ground: Ground, sold: string): string {
  const orders = ordersOf(ground.skus);
  return `SELECT o, k, ${sold} AS sku, 1 + k AS units, ${evenlySince(ground, 'o', orders, 60)} AS placed_at
    FROM generate_series(1, ${orders}::bigint) o CROSS JOIN generate_series(0, ${linesEach - 1}) k,
      LATERAL (SELECT o * ${linesEach} + k AS x) line`;
}

// Stored in order of placement, as a shop writes them: the lines of a SKU lie scattered.
function insertOrders({ workspace, now }: Ground, orders: string): string {
  return `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, on_hold, source, updated_at)
    SELECT ${workspace}, ${id('order', 'o')}, '#' || o, o::text, 'sale', 'web', 'EUR', 'delivered', placed_at, false, 'bench', ${now}
    FROM (${orders}) placed ORDER BY placed_at`;
}

function insertLines({ workspace }: Ground, lines: string): string {
  return `INSERT INTO order_line (workspace_id, order_id, ordinal, line_key, sku_id, code, title, kind, original_quantity, due_quantity, ordered, allocated, picked, labelled, shipped, delivered, cancelled, refunded, unit_price_minor, placed_at)
    SELECT ${workspace}, ${id('order', 'o')}, k, 'n:' || k, ${id('sku', 'sku')}, ${code('sku')}, 'As ordered', 'goods', units, units, units, 0, 0, units, units, units, 0, 0, 900, placed_at
    FROM (${lines}) placed ORDER BY placed_at`;
}

/** What is kept of order lines by day. */
export const keptDays = `
  INSERT INTO sku_day (workspace_id, sku_id, day, ordered, cancelled, shipped)
  SELECT l.workspace_id, l.sku_id, (l.placed_at AT TIME ZONE w.time_zone)::date, sum(l.ordered), sum(l.cancelled), sum(l.shipped)
  FROM order_line l JOIN workspace w ON w.id = l.workspace_id WHERE l.sku_id IS NOT NULL GROUP BY 1, 2, 3`;
