// Reads a file of order lines with csv-parse and writes them with UNNEST, a thousand at a time, without judging anything. With "same" it
// writes the rows that the import leaves: orders, lines, what was said of them, and that they changed. With "two" it writes orders and
// lines only, and of those only what the file says: what one would write first. It looks at the tables as they grow, as the import does:
// before that, PostgreSQL checks each line's order by an index of the whole workspace.
// node --import tsx bench/peers/unnest.ts FILE same|two

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import pg from 'pg';
import { v7 as uuid } from 'uuid';

const [, , file = '', which = 'two'] = process.argv;
const now = '2026-11-27T00:00:00Z';
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const { rows } = await client.query<{ id: string }>('SELECT id FROM workspace LIMIT 1');
const workspace = rows[0]?.id;

interface Line {
  readonly order: string;
  readonly number: string;
  readonly placedAt: string;
  readonly ordinal: number;
  readonly code: string;
  readonly title: string;
  readonly quantity: number;
  readonly minor: number;
}

async function write(lines: readonly Line[]): Promise<void> {
  const orders = lines.filter(({ ordinal }) => ordinal === 1);
  await client.query('BEGIN');
  await (which === 'same' ? writeSame(orders, lines) : writeTwo(orders, lines));
  await client.query('COMMIT');
}

async function writeSame(orders: readonly Line[], lines: readonly Line[]): Promise<void> {
  const worth = new Map<string, number>();
  const said = new Map<string, string>();
  for (const { order, minor, quantity, code, title } of lines) {
    worth.set(order, (worth.get(order) ?? 0) + minor * quantity);
    said.set(order, `${said.get(order) ?? order}\n${code}\n${title}\n${quantity}\n${minor}`);
  }
  const hashes = orders.map((o) =>
    createHash('sha256')
      .update(said.get(o.order) ?? '')
      .digest('hex')
      .slice(0, 32),
  );
  const ids = orders.map((o) => o.order);
  await client.query(
    `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, on_hold, source, updated_at, digital,
       draft, test, fold_version, value_minor, open_minor, said_at, ship_by_source, ship_zone, zone_source)
     SELECT $1::uuid, id, number, number, 'sale', 'import', 'EUR', 'placed', placed_at, false, 'import', $2::timestamptz, false,
       false, false, 1, worth, worth, $2::timestamptz, 'none', 'Europe/Berlin', 'business'
     FROM UNNEST($3::uuid[], $4::text[], $5::timestamptz[], $6::bigint[]) AS o (id, number, placed_at, worth)`,
    [
      workspace,
      now,
      ids,
      orders.map((o) => o.number),
      orders.map((o) => o.placedAt),
      ids.map((id) => worth.get(id)),
    ],
  );
  await client.query(
    `INSERT INTO order_line (workspace_id, order_id, ordinal, line_key, code, title, kind, original_quantity, due_quantity, ordered,
       allocated, picked, labelled, shipped, delivered, cancelled, open, refunded, returned, counted, requires_shipping, unit_price_minor, placed_at)
     SELECT $1::uuid, order_id, ordinal, 'n:' || ordinal, code, title, 'goods', quantity, quantity, quantity,
       0, 0, 0, 0, 0, 0, quantity, 0, 0, true, true, minor, placed_at
     FROM UNNEST($2::uuid[], $3::int[], $4::text[], $5::text[], $6::int[], $7::bigint[], $8::timestamptz[])
       AS l (order_id, ordinal, code, title, quantity, minor, placed_at)`,
    columnsOf(lines),
  );
  await client.query(
    `INSERT INTO order_statement (workspace_id, order_id, source, facet, version_at, hash)
     SELECT $1::uuid, id, 'file file', 'order', $2::timestamptz, hash FROM UNNEST($3::uuid[], $4::text[]) AS s (id, hash)`,
    [workspace, now, ids, hashes],
  );
  await client.query(
    `INSERT INTO fact_change (workspace_id, family, subject, id, noted_at)
     SELECT $1::uuid, 'order', subject, id, $2::timestamptz FROM UNNEST($3::text[], $4::uuid[]) AS f (subject, id)`,
    [workspace, now, ids, ids.map(() => uuid())],
  );
}

function columnsOf(lines: readonly Line[]): unknown[] {
  return [
    workspace,
    lines.map((l) => l.order),
    lines.map((l) => l.ordinal),
    lines.map((l) => l.code),
    lines.map((l) => l.title),
    lines.map((l) => l.quantity),
    lines.map((l) => l.minor),
    lines.map((l) => l.placedAt),
  ];
}

async function writeTwo(orders: readonly Line[], lines: readonly Line[]): Promise<void> {
  await client.query(
    `INSERT INTO "order" (workspace_id, id, number, number_key, kind, channel, currency, stage, placed_at, on_hold, source, updated_at)
     SELECT $1::uuid, id, number, number, 'sale', 'import', 'EUR', 'placed', placed_at, false, 'import', $2::timestamptz
     FROM UNNEST($3::uuid[], $4::text[], $5::timestamptz[]) AS o (id, number, placed_at)`,
    [workspace, now, orders.map((o) => o.order), orders.map((o) => o.number), orders.map((o) => o.placedAt)],
  );
  await client.query(
    `INSERT INTO order_line (workspace_id, order_id, ordinal, line_key, code, title, kind, original_quantity, due_quantity, ordered,
       allocated, picked, shipped, cancelled, open, refunded, unit_price_minor, placed_at)
     SELECT $1::uuid, order_id, ordinal, 'n:' || ordinal, code, title, 'goods', quantity, quantity, quantity, 0, 0, 0, 0, quantity, 0, minor, placed_at
     FROM UNNEST($2::uuid[], $3::int[], $4::text[], $5::text[], $6::int[], $7::bigint[], $8::timestamptz[])
       AS l (order_id, ordinal, code, title, quantity, minor, placed_at)`,
    columnsOf(lines),
  );
}

/** Batches after which the tables are several times their earlier size. */
const growsMuch = [1, 4, 16, 64, 256];
let written = 0;

async function writeNext(lines: readonly Line[]): Promise<void> {
  await write(lines);
  written += 1;
  if (growsMuch.includes(written)) await client.query('ANALYZE "order", order_line');
}

let batch: Line[] = [];
let last = { number: '', order: '', ordinal: 0 };
for await (const row of createReadStream(file).pipe(parse({ columns: true })) as AsyncIterable<
  Record<'number' | 'placed_at' | 'code' | 'title' | 'quantity' | 'unit_price', string>
>) {
  if (batch.length >= 1_000 && row.number !== last.number) {
    await writeNext(batch);
    batch = [];
  }
  last =
    row.number === last.number
      ? { ...last, ordinal: last.ordinal + 1 }
      : { number: row.number, order: uuid(), ordinal: 1 };
  batch.push({
    order: last.order,
    number: row.number,
    placedAt: row.placed_at,
    ordinal: last.ordinal,
    code: row.code,
    title: row.title,
    quantity: Number(row.quantity),
    minor: Math.round(Number(row.unit_price) * 100),
  });
}
if (batch.length > 0) await write(batch);
await client.query('ANALYZE "order", order_line');
await client.end();
