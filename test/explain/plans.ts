import type pg from 'pg';
import type { Statement } from './recording.ts';

/** A node of a plan, as `EXPLAIN (FORMAT JSON)` tells it; the last four only after it ran. */
interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Node[];
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
}

interface Plan {
  readonly Plan: Node;
  readonly JIT?: object;
}

/** The tables that plans are judged by. */
export interface BigTables {
  readonly names: ReadonlySet<string>;
  /** As many of their rows may be looked at. */
  readonly mostRows: number;
}

/** Those with more than `big` rows by the planner's own count. */
export async function bigTables(
  pool: pg.Pool,
  { big, mostRows }: { readonly big: number; readonly mostRows: number },
): Promise<BigTables> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > $1`,
    [big],
  );
  return { names: new Set(rows.map(({ name }) => name)), mostRows };
}

/** What is wrong with how a statement is carried out, in words; of each fault the place in the plan. */
export async function faultsOf(
  client: pg.PoolClient,
  statement: Statement,
  { names, mostRows }: BigTables,
): Promise<ReadonlyMap<string, string>> {
  const byBitmap = statement.text.includes('/* by bitmap */') ? 'off' : 'on';
  await client.query(`SET enable_seqscan = ${byBitmap}; SET enable_indexscan = ${byBitmap}`);
  const plans = [await explained(client, statement), ...(await keptPlan(client, statement))];
  const ran = await run(client, statement);
  const onBig = (node: Node) => names.has(node['Relation Name'] ?? '');
  return new Map([
    ...plans.flatMap(({ Plan, JIT }): (readonly [string, string])[] => [
      ...(JIT ? [['is compiled (JIT)', 'the whole plan'] as const] : []),
      ...nodesOf(Plan)
        .filter((node) => node['Node Type'] === 'Seq Scan' && onBig(node))
        .map((node) => [`reads ${node['Relation Name']} from end to end`, placeOf(node)] as const),
    ]),
    ...(ran ? nodesOf(ran.Plan) : [])
      .filter((node) => onBig(node) && rowsRead(node) > mostRows)
      .map(
        (node) => [`looks at more than ${mostRows} rows of ${node['Relation Name']}`, placeOf(node)] as const,
      ),
  ]);
}

const placeOf = (node: Node) =>
  [node['Node Type'], node['Index Name'], node['Index Cond'], node.Filter]
    .filter(Boolean)
    .join(', ')
    .slice(0, 400);

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const rowsRead = (node: Node) =>
  ((node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)) *
  (node['Actual Loops'] ?? 0);

/** The plan for its values. */
async function explained(client: pg.PoolClient, { text, values }: Statement): Promise<Plan> {
  return await planOf(client, `EXPLAIN (FORMAT JSON) ${text}`, values);
}

/** The plan that the server keeps for all values, if it does. */
async function keptPlan(
  client: pg.PoolClient,
  { text, values, prepared }: Statement,
): Promise<readonly Plan[]> {
  if (!prepared) return [];
  await client.query(`PREPARE explained AS ${text}`);
  await client.query('SET plan_cache_mode = force_generic_plan');
  try {
    // It does not depend on what it is given.
    const given = values.length > 0 ? `(${values.map(() => 'NULL').join(', ')})` : '';
    return [await planOf(client, `EXPLAIN (FORMAT JSON) EXECUTE explained${given}`, [])];
  } finally {
    await client.query('RESET plan_cache_mode');
    await client.query('DEALLOCATE explained');
  }
}

/** The plan with what it really read. Null for a statement that changes something. */
async function run(client: pg.PoolClient, { text, values }: Statement): Promise<Plan | null> {
  if (!/^\s*(\/\*.*?\*\/\s*)?SELECT\b/.test(text)) return null;
  return await planOf(client, `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, values);
}

async function planOf(client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<Plan> {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [Plan] }>(text, [...values]);
  const [row] = rows;
  if (!row) throw new Error(`PostgreSQL does not explain: ${text}`);
  return row['QUERY PLAN'][0];
}
