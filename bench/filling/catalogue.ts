import { code, type Ground, id, title } from './values.ts';

/** Locations, SKUs with aliases, levels in two to four of four locations, and two ledger legs each. */
export function catalogue({ workspace, now, skus }: Ground): readonly string[] {
  const entries = skus / 10;
  const entry = `1 + ((n - 1) + (n - 1) / ${skus} * 7) % ${entries}`;
  return [
    `INSERT INTO location (workspace_id, id, code, name, kind, time_zone, position, stale_after_minutes)
     SELECT ${workspace}, ${id('location', 'n')}, 'L' || n, (ARRAY['Hamburg', 'Rotterdam', 'Leeds', 'Lyon'])[n], 'warehouse', 'Europe/Berlin', n, 1440
     FROM generate_series(1, 4) n`,
    `INSERT INTO feed (workspace_id, id, number, kind, source, location, created_at, last_heard_at, covers_until, written_at)
     SELECT ${workspace}, ${id('feed', 'n')}, n, CASE WHEN n > 4 THEN 'orders' ELSE 'levels' END, 'bench',
       CASE WHEN n > 4 THEN '' ELSE (${id('location', 'n')})::text END, ${now}, ${now}, ${now} - interval '5 minutes', ${now}
     FROM generate_series(1, 5) n`,
    `INSERT INTO counter (workspace_id, series, value) VALUES (${workspace}, 'feed', 5)`,
    `INSERT INTO sku (workspace_id, id, code, code_key, title, barcode, category, supplier, currency, reorder_point, listed, source, updated_at)
     SELECT ${workspace}, ${id('sku', 'n')}, ${code('n')}, ${code('n')}, ${title('n')},
       (4000000000000 + n)::text, 'Home', 'Supplier ' || n % 40, 'EUR', n % 30, true, 'bench', ${now}
     FROM generate_series(1, ${skus}) n`,
    `INSERT INTO sku_alias (workspace_id, channel, alias_key, sku_id, alias)
     SELECT ${workspace}, 'amazon', 'AMZ-' || n, ${id('sku', 'n')}, 'AMZ-' || n FROM generate_series(10, ${skus}, 10) n`,
    `INSERT INTO level (workspace_id, sku_id, location_id, bucket, quantity, data_fault, expected_on, counted_at, updated_at)
     SELECT ${workspace}, ${id('sku', 'n')}, ${id('location', 'l')}, bucket,
       CASE bucket WHEN 'available' THEN 20 + (n * 7 + l * 13) % 1400 ELSE 1 + (n + l) % 60 END, false,
       CASE WHEN bucket = 'incoming' THEN (${now} + interval '9 days')::date END,
       CASE WHEN bucket = 'available' THEN ${now} - interval '20 days' END, ${now}
     FROM generate_series(1, ${skus}) n CROSS JOIN LATERAL generate_series(1, 2 + n % 3) l
       CROSS JOIN unnest(ARRAY['available', 'committed', 'incoming']) bucket
     WHERE bucket = 'available' OR (bucket = 'committed' AND l = 1) OR (bucket = 'incoming' AND l = 2 AND n % 2 = 0)`,
    `INSERT INTO ledger_entry (workspace_id, id, cause, actor_kind, actor_id, occurred_at, recorded_at)
     SELECT ${workspace}, ${id('entry', 'n')}, CASE WHEN n % 2 = 0 THEN 'receipt' ELSE 'adjustment' END, 'system', 'bench',
       ${now} - n % 40 * interval '1 day', ${now}
     FROM generate_series(1, ${entries}) n`,
    `INSERT INTO ledger_leg (workspace_id, entry_id, ordinal, sku_id, location_id, bucket, quantity, occurred_at)
     SELECT ${workspace}, ${id('entry', entry)}, (n - 1) / ${entries} + 1, ${id('sku', `1 + n % ${skus}`)},
       ${id('location', '1 + n % 2')}, 'available', 1 + n % 50, ${now} - (${entry}) % 40 * interval '1 day'
     FROM generate_series(1, ${skus * 2}) n`,
  ];
}

/** The words of the titles, which a trigger keeps that does not run while the shop is filled. */
export const titleWords = `
  INSERT INTO sku_word (workspace_id, word)
  SELECT DISTINCT s.workspace_id, w.word FROM sku s CROSS JOIN LATERAL sku_words(s.title) AS w (word) WHERE w.word !~ '[0-9]'`;
