import type { Tx } from '../../../core/runtime/database.ts';
import { type FactShape, type Kpi, lastingFact } from '../../../core/tokens/fact.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { writes } from '../../../db/scope.ts';
import type { Added } from './model.ts';
import { isOfLasting, seriesOf } from './rules.ts';

interface Row extends Omit<Added, 'n' | 'd'> {
  readonly n: string;
  readonly d: string;
}

/** What these subjects add to days, as their facts stand now. */
export async function addedBy(
  tx: Tx,
  table: FactShape,
  kpis: readonly Kpi[],
  { generation, subjects }: { readonly generation: number; readonly subjects: readonly string[] },
): Promise<readonly Added[]> {
  if (kpis.length === 0) return [];
  const rows = await writes(tx).$queryRaw<Row[]>`
    SELECT a.kpi, s.dimension, s.value, a.day::text AS day, a.currency, a.excluded, sum(a.n)::text AS n, sum(a.d)::text AS d
    FROM ${declared(table.table)} f
    CROSS JOIN LATERAL (VALUES ${Prisma.join(kpis.flatMap((kpi) => (isOfLasting(kpi) ? turnsOf(kpi) : addsOf(kpi))))}) AS a (kpi, day, n, d, currency, excluded)
    CROSS JOIN LATERAL (VALUES ${Prisma.join(splitsOf(table))}) AS s (dimension, value)
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.generation = ${generation}::int
      AND f.subject = ANY(${[...subjects]}::text[]) AND a.day IS NOT NULL AND (a.n <> 0 OR a.d <> 0)
    GROUP BY 1, 2, 3, 4, 5, 6`;
  return rows.map(({ n, d, ...row }) => ({ ...row, n: BigInt(n), d: BigInt(d) }));
}

function splitsOf({ dimensions }: FactShape): readonly Prisma.Sql[] {
  return [
    Prisma.sql`('', '')`,
    ...dimensions.flatMap(({ name, isLarge }) =>
      isLarge ? [] : [Prisma.sql`(${name}::text, f.${declared(name)})`],
    ),
  ];
}

/**
 * Of a KPI of facts that last: that one begins, on that day, and that it ends. With the moments of both, how long all have
 * lasted at any time is a sum: see `figure/running-store.ts`.
 */
function turnsOf(kpi: Kpi): readonly Prisma.Sql[] {
  const turn = (key: string, column: string, sign: 1 | -1, moment: string, day: string) => {
    const of = Prisma.sql`f.${declared(column)}::numeric`;
    const ms = Prisma.sql`(extract(epoch FROM f.${declared(moment)}) * 1000)::bigint`;
    const offset =
      kpi.measure.kind === 'lasting' ? Prisma.sql`${-sign}::int * ${of} * ${ms}` : Prisma.sql`0::numeric`;
    return Prisma.sql`(${key}::text, f.${declared(day)}, ${sign}::int * ${of}, ${offset}, ''::text, ''::text)`;
  };
  return seriesOf(kpi).flatMap(({ key, column }) => [
    turn(key, column, 1, lastingFact.since, lastingFact.sinceDay),
    turn(key, column, -1, lastingFact.until, lastingFact.untilDay),
  ]);
}

/** Of one KPI: its figure, and what is left out of it by reason. A row that is left out as a whole adds to nothing else. */
function addsOf({ key, measure, anchor, excluded = {} }: Kpi): readonly Prisma.Sql[] {
  const day = Prisma.sql`f.${declared(anchor.column)}`;
  const counts = Prisma.sql`(f.left_out IS NULL)::int`;
  const times =
    measure.kind === 'spread' && measure.times
      ? Prisma.sql`f.${declared(measure.times)}::numeric`
      : Prisma.sql`1`;
  // Different words are counted where they are asked for: days know that there are any.
  const of =
    measure.kind === 'distinct'
      ? Prisma.sql`(f.${declared(measure.among)} <> 0)::int::numeric`
      : Prisma.sql`coalesce(f.${declared(measure.of)}, 0)::numeric * ${times}`;
  const d =
    measure.kind === 'share'
      ? Prisma.sql`f.${declared(measure.among)}::numeric`
      : measure.kind === 'spread'
        ? Prisma.sql`(f.${declared(measure.of)} IS NOT NULL)::int::numeric * ${times}`
        : Prisma.sql`0::numeric`;
  const currency =
    measure.kind === 'sum' && measure.unit === 'money' ? Prisma.sql`f.currency` : Prisma.sql`''`;
  const add = (n: Prisma.Sql, among: Prisma.Sql, in_: Prisma.Sql, why: Prisma.Sql) =>
    Prisma.sql`(${key}::text, ${day}, ${n}, ${among}, ${in_}, ${why})`;
  const none = Prisma.sql`0::numeric`;
  const empty = Prisma.sql`''::text`;
  return [
    add(Prisma.sql`${counts} * ${of}`, Prisma.sql`${counts} * ${d}`, Prisma.sql`${currency}::text`, empty),
    add(
      Prisma.sql`CASE WHEN f.left_out IS NOT NULL AND (${of} <> 0 OR ${d} <> 0) THEN 1 ELSE 0 END::numeric`,
      none,
      empty,
      Prisma.sql`coalesce(f.left_out, '')`,
    ),
    ...Object.entries(excluded).map(([why, column]) =>
      add(Prisma.sql`${counts} * f.${declared(column)}::numeric`, none, empty, Prisma.sql`${why}::text`),
    ),
  ];
}

/** Adds to days of a generation, in one order for everybody; a day that holds nothing any more is gone. */
export async function addToDays(tx: Tx, generation: number, added: readonly Added[]): Promise<void> {
  if (added.length === 0) return;
  const [moved] = await writes(tx).$queryRaw<{ emptied: number }[]>`
    WITH moved AS (
      INSERT INTO kpi_day (workspace_id, kpi, generation, dimension, day, value, currency, excluded, n, d)
      SELECT ${tx.workspaceId}::uuid, a.kpi, ${generation}::int, a.dimension, a.day, a.value, a.currency, a.excluded, a.n, a.d
      FROM UNNEST(${added.map((a) => a.kpi)}::text[], ${added.map((a) => a.dimension)}::text[],
        ${added.map((a) => a.day)}::date[], ${added.map((a) => a.value)}::text[], ${added.map((a) => a.currency)}::text[],
        ${added.map((a) => a.excluded)}::text[], ${added.map((a) => String(a.n))}::numeric[],
        ${added.map((a) => String(a.d))}::numeric[]) AS a (kpi, dimension, day, value, currency, excluded, n, d)
      ORDER BY 2, 4, 5, 6, 7, 8
      ON CONFLICT (workspace_id, kpi, generation, dimension, day, value, currency, excluded)
        DO UPDATE SET n = kpi_day.n + EXCLUDED.n, d = kpi_day.d + EXCLUDED.d
      RETURNING n, d
    )
    SELECT count(*)::int AS emptied FROM moved WHERE (n, d) = (0, 0)`;
  if (moved?.emptied === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM kpi_day k USING UNNEST(${added.map((a) => a.kpi)}::text[], ${added.map((a) => a.dimension)}::text[],
      ${added.map((a) => a.day)}::date[], ${added.map((a) => a.value)}::text[], ${added.map((a) => a.currency)}::text[],
      ${added.map((a) => a.excluded)}::text[]) AS a (kpi, dimension, day, value, currency, excluded)
    WHERE k.workspace_id = ${tx.workspaceId}::uuid AND k.generation = ${generation}::int AND k.kpi = a.kpi
      AND k.dimension = a.dimension AND k.day = a.day AND k.value = a.value AND k.currency = a.currency
      AND k.excluded = a.excluded AND (k.n, k.d) = (0, 0)`;
}

/** Deletes some rows of other generations; returns how many. */
export async function sweepSome(
  tx: Tx,
  table: FactShape,
  kpis: readonly Kpi[],
  { keep, most }: { readonly keep: readonly number[]; readonly most: number },
): Promise<number> {
  const facts = await writes(tx).$executeRaw`
    DELETE FROM ${declared(table.table)} WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM ${declared(table.table)} WHERE workspace_id = ${tx.workspaceId}::uuid
        AND generation <> ALL(${[...keep]}::int[]) LIMIT ${most}::int))`;
  if (facts > 0) return facts;
  return await writes(tx).$executeRaw`
    DELETE FROM kpi_day WHERE ctid = ANY(ARRAY(
      SELECT ctid FROM kpi_day WHERE workspace_id = ${tx.workspaceId}::uuid AND kpi = ANY(${kpis.flatMap(seriesOf).map(({ key }) => key)}::text[])
        AND generation <> ALL(${[...keep]}::int[]) LIMIT ${most}::int))`;
}
