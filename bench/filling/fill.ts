import pg from 'pg';
import { fewCases, manyCases, people, touchedEvery } from './cases.ts';
import { catalogue, titleWords } from './catalogue.ts';
import { history } from './history.ts';
import { evenOrders, keptDays, zipfOrderCount, zipfOrders } from './orders.ts';
import { type Ground, skuOfRank } from './values.ts';

/** How much a large shop has besides its catalogue. */
export interface LargeShop {
  /** Lines of the best seller in four weeks. */
  readonly bestSeller: number;
  readonly issues: number;
  readonly links: number;
  readonly touched: number;
  readonly approvals: number;
  readonly messages: number;
  readonly audit: number;
}

/** `share`: of the whole, for a quick look. */
export function largeShop(skus: number, share = 1): LargeShop {
  const some = (n: number) => Math.max(10, Math.round(n * share));
  return {
    bestSeller: some(200_000),
    issues: some(20_000),
    links: some(50_000),
    touched: Math.min(some(5_000), skus),
    approvals: some(5_000),
    messages: some(1_000_000),
    audit: some(5_000_000),
  };
}

/** A SKU that sells as much as one does on average: three lines in 60 days. It has as many issues as the best seller. */
export function averageSku(skus: number, { touched }: LargeShop): number {
  const every = touchedEvery(skus, touched);
  const rank = 1 + every * Math.round(skus / Math.log(skus) / every);
  return skuOfRank(rank, skus);
}

export interface Filling {
  readonly workspaceId: string;
  readonly now: Date;
  readonly skus: number;
  readonly channels: readonly string[];
  /** Absent: a quiet shop, with few issues, and orders that are the same for each SKU. */
  readonly large?: LargeShop;
}

/**
 * Fills a workspace of a migrated database, and updates the planner's statistics. The same every time; the values are our
 * own, never a person's. The indexes are made afterwards: that takes half the time.
 */
export async function fill(connection: pg.ClientConfig, filling: Filling): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    // The generated rows are consistent; checking every foreign key would take most of the time.
    await client.query('SET session_replication_role = replica');
    if (filling.large) await client.query(`SET maintenance_work_mem = '256MB'`);
    const indexes = await client.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE 'CREATE INDEX %'`,
    );
    for (const { name } of indexes.rows) await client.query(`DROP INDEX "${name}"`);
    for (const statement of statements(filling)) await client.query(statement);
    for (const statement of [keptDays, titleWords]) await client.query(statement);
    for (const { definition } of indexes.rows) await client.query(definition);
    await client.query('SET session_replication_role = DEFAULT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

function statements({ workspaceId, now, skus, channels, large }: Filling): readonly string[] {
  const ground: Ground = {
    workspace: `'${workspaceId}'::uuid`,
    now: `'${now.toISOString()}'::timestamptz`,
    skus,
    channels,
  };
  const base = [...catalogue(ground), ...people(ground)];
  if (!large) return [...base, ...evenOrders(ground), ...fewCases(ground)];
  const orders = zipfOrderCount(skus, large.bestSeller);
  return [
    ...base,
    ...zipfOrders(ground, large.bestSeller),
    ...manyCases(ground, { ...large, orders }),
    ...history(ground, large),
  ];
}
