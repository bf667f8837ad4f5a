import { expect, test } from 'vitest';
import { databaseBefore } from '../../../../test/harness/before-migration.ts';

const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const workspace = id(1);

/** Orders as an older release stored them, by what is asked of each. */
const orders = {
  plain: { placed_at: '2026-03-01T10:00:00Z' },
  delivered: {
    placed_at: '2026-03-01T10:00:00Z',
    paid_at: '2026-03-01T10:05:00Z',
    handed_over_at: '2026-03-02T15:00:00Z',
    delivered_at: '2026-03-04T09:00:00Z',
    stage: 'delivered',
    ship_by: '2026-03-02T15:00:00Z',
    ship_to_country: 'Côte d’Ivoire',
  },
  held: { placed_at: '2026-03-01T10:00:00Z', on_hold: true, ship_to_country: 'UK' },
  // Midnight in Berlin: a day. Noon: a moment.
  promised: {
    placed_at: '2026-03-01T10:00:00Z',
    promised_by: '2026-03-27T23:00:00Z',
    promised_by_revised: '2026-04-01T10:00:00Z',
    ship_to_country: 'Unspecified',
  },
  credit: { placed_at: '2026-03-01T10:00:00Z', kind: 'credit' },
  service: { placed_at: '2026-03-01T10:00:00Z', ship_to_country: 'DE' },
} as const;
type Name = keyof typeof orders;
const names = Object.keys(orders) as readonly Name[];
const idOf = (name: Name) => id(100 + names.indexOf(name));

/** Order, place, its source's id, kind, ordered, shipped, cancelled, refunded, price. */
const lines = [
  ['delivered', 1, '1001', 'goods', 3, 3, 0, 0, 1_000],
  ['delivered', 2, "'1001", 'goods', 1, 1, 0, 0, 500],
  ['plain', 1, null, 'goods', 2, 0, 0, 0, 1_450],
  ['plain', 4, 'n:1', 'service', 1, 0, 0, 0, 500],
  ['held', 1, null, 'goods', 5, 0, 2, 0, 100],
  ['promised', 1, null, 'goods', 1, 0, 0, 0, 100],
  ['credit', 1, null, 'goods', 0, 0, 0, 4, 100],
  ['service', 1, null, 'service', 1, 0, 0, 0, 700],
] as const;

async function upgraded() {
  const { client, upgrade } = await databaseBefore('20261127040124_order_statements');
  await client.query(
    `INSERT INTO workspace (id, slack_team_id, name, time_zone, currency, created_at) VALUES ($1, 'T1', 'One', 'Europe/Berlin', 'EUR', '2026-01-01')`,
    [workspace],
  );
  for (const name of names) {
    const columns = { kind: 'sale', stage: 'placed', on_hold: false, ...orders[name] };
    const named = Object.keys(columns);
    await client.query(
      `INSERT INTO "order" (workspace_id, id, number, number_key, channel, currency, source, updated_at, ${named.join(', ')})
       VALUES ($1, $2, $3, $3, 'shopify', 'EUR', 'import', '2026-05-01T00:00:00Z', ${named.map((_, n) => `$${n + 4}`).join(', ')})`,
      [workspace, idOf(name), name, ...Object.values(columns)],
    );
  }
  const insertLine = async ([name, ...line]: readonly [Name, ...unknown[]]) =>
    await client.query(
      `INSERT INTO order_line (workspace_id, order_id, ordinal, source_line, kind, ordered, shipped, cancelled, refunded, unit_price_minor,
         code, title, allocated, picked, placed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'MUG-01', 'A mug', 0, 0, '2026-03-01T10:00:00Z')`,
      [workspace, idOf(name), ...line],
    );
  for (const line of lines) await insertLine(line);
  await upgrade();
  const rows = async (sql: string) =>
    (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row));
  return { client, rows, insertLine };
}

test('what an older release stored is what would be told of it; a replica of that release still writes', async () => {
  const { rows, insertLine } = await upgraded();
  const ofOrder = `JOIN "order" o ON o.id = x.order_id`;
  expect(
    await rows(`SELECT o.number, x.line_key, x.original_quantity, x.due_quantity, x.labelled, x.delivered, x.open, x.requires_shipping, x.counted
      FROM order_line x ${ofOrder} ORDER BY o.number, x.ordinal`),
  ).toEqual([
    ['credit', 'n:1', 4, 4, 0, 0, 0, true, true],
    ['delivered', '1001', 3, 3, 3, 3, 0, true, true],
    // Two spellings of one id stay two lines.
    ['delivered', "'1001", 1, 1, 1, 1, 0, true, true],
    ['held', 'n:1', 5, 5, 0, 0, 3, true, true],
    ['plain', 'n:1', 2, 2, 0, 0, 2, true, true],
    ['plain', 's:n:1', 1, 1, 0, 0, 0, false, true],
    ['promised', 'n:1', 1, 1, 0, 0, 1, true, true],
    ['service', 'n:1', 1, 1, 0, 0, 0, false, true],
  ]);
  expect(
    await rows(`SELECT number, value_minor::int, open_minor::int, digital, ship_country, ship_by_source, promise_source, fold_version
      FROM "order" ORDER BY number`),
  ).toEqual([
    ['credit', 0, 0, false, null, 'none', null, 0],
    ['delivered', 3_500, 0, false, 'CI', 'channel', null, 0],
    ['held', 300, 300, false, 'GB', 'none', null, 0],
    ['plain', 2_900, 2_900, false, null, 'none', null, 0],
    ['promised', 100, 100, false, null, 'none', 'channel', 0],
    ['service', 0, 0, true, 'DE', 'none', null, 0],
  ]);
  const at = (text: string) => new Date(text);
  expect(
    await rows(
      `SELECT o.number, x.source, x.what, x.event_key, x.at FROM order_milestone x ${ofOrder} ORDER BY 1, x.at`,
    ),
  ).toEqual([
    ['delivered', 'file migrated', 'paid', 'migrated', at('2026-03-01T10:05:00Z')],
    ['delivered', 'file migrated', 'handed_over', 'migrated', at('2026-03-02T15:00:00Z')],
    ['delivered', 'file migrated', 'delivered', 'migrated', at('2026-03-04T09:00:00Z')],
  ]);
  const statements = await rows(
    `SELECT o.number, x.source, x.facet, x.version_at, x.said FROM order_statement x ${ofOrder} ORDER BY 1`,
  );
  expect(statements).toEqual(
    names
      .toSorted()
      .map((name) => [
        name,
        'file migrated',
        'order',
        at(name === 'delivered' ? '2026-03-04T09:00:00Z' : '2026-03-01T10:00:00Z'),
        null,
      ]),
  );
  expect(
    await rows(`SELECT o.number, x."from", x.until, x.reason, x.by FROM order_hold x ${ofOrder}`),
  ).toEqual([['held', at('2026-03-01T10:00:00Z'), null, 'not given', 'import']]);

  // A promise at midnight was a day, and is kept until that day has ended.
  expect(
    await rows(
      `SELECT ordinal, kind, "on"::text, at, zone, until, told_at, source FROM order_promise ORDER BY ordinal`,
    ),
  ).toEqual([
    // The clocks change in that night.
    [
      1,
      'date',
      '2026-03-28',
      null,
      'Europe/Berlin',
      new Date('2026-03-28T23:00:00Z'),
      new Date('2026-03-01T10:00:00Z'),
      'channel',
    ],
    [
      2,
      'instant',
      null,
      new Date('2026-04-01T10:00:00Z'),
      'Europe/Berlin',
      new Date('2026-04-01T10:00:00Z'),
      new Date('2026-05-01T00:00:00Z'),
      'channel',
    ],
  ]);
  expect(
    await rows(`SELECT promised_by, promised_by_revised FROM "order" WHERE number = 'promised'`),
  ).toEqual([[new Date('2026-03-28T23:00:00Z'), new Date('2026-04-01T10:00:00Z')]]);
  expect(await rows(`SELECT operation, after FROM audit_entry`)).toEqual([
    ['orders.promised-days', { 'promises that are a day now': 1 }],
  ]);

  await insertLine(['plain', 7, null, 'goods', 2, 0, 0, 0, 100]);
  await insertLine(['plain', 8, '77', 'goods', 0, 0, 0, 3, 100]);
  expect(
    await rows(
      `SELECT line_key, original_quantity, due_quantity FROM order_line WHERE ordinal > 4 ORDER BY ordinal`,
    ),
  ).toEqual([
    ['n:7', 2, 2],
    ['77', 3, 3],
  ]);
});
