import type pg from 'pg';
import { asSystem } from '../../src/core/runtime/system.ts';
import { factFamilies, foldFacts } from '../../src/features/index.ts';
import { newContext } from '../harness/database.ts';
import { beginMissingFacts } from '../harness/facts.ts';
import type { Shop } from '../harness/shop.ts';

const subjectsAtOnce = 5_000;

/** Two years of what a source told, sixty lengths a day. */
async function fillLags(pool: pg.Pool, workspaceId: string, now: Date): Promise<void> {
  const source = '01961b1c-0000-7000-8000-0000000000ff';
  await pool.query(
    `INSERT INTO webhook_source (workspace_id, id, number, name, kind, path, secret_id, channel, settings, state, created_at)
     VALUES ($1::uuid, $2::uuid, 900, 'ERP', 'generic', 'nobody-sends-anything-', $2::uuid, 'erp',
       '{"currency": "EUR", "paths": {}}', 'on', $3::timestamptz)`,
    [workspaceId, source, now.toISOString()],
  );
  await pool.query(
    `INSERT INTO feed_lag (workspace_id, subject, kind, quarter, seconds, source_id, count)
     SELECT $1::uuid, $2::text || ' ' || day::date, 'orders', day + interval '8 hours', seconds, $2::uuid, 40
     FROM generate_series($3::date - 720, $3::date - 1, interval '1 day') day, generate_series(1, 60) seconds`,
    [workspaceId, source, now.toISOString()],
  );
}

/** All of the large shop is counted, so that its figures are read from as many facts as it has. */
export async function countFacts(shop: Shop, pool: pg.Pool): Promise<void> {
  const now = shop.clock.now();
  await fillLags(pool, shop.workspace.id, now);
  const ctx = await newContext({ workspace: shop.workspace, at: now.toISOString() });
  await beginMissingFacts(ctx);
  for (const family of factFamilies(ctx.engine))
    while ((await foldFacts.call(asSystem(ctx, 'facts'), { family, most: subjectsAtOnce })) > 0);
  await pool.query('ANALYZE');
}
