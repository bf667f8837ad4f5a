import type { Scope } from '../../../core/runtime/database.ts';
import { type Kpi, lastingFact } from '../../../core/tokens/fact.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { Days } from '../days/model.ts';
import { isOfLasting } from '../keeping/rules.ts';

/** Where the row after a row begins. */
export interface RowPlace {
  readonly day: string;
  readonly subject: string;
  readonly part: string;
}

/** A fact behind a figure: all of a figure's rows add up to it. */
export interface FactRow extends RowPlace {
  readonly label: string;
  /** Why it does not count; null: it does. */
  readonly leftOut: string | null;
  readonly currency: string;
  readonly n: string;
  readonly d: string | null;
  /** By the dimensions of its family, in their order. */
  readonly values: readonly string[];
}

export interface Span {
  readonly begin: Date;
  readonly end: Date;
}

/** The rows behind a KPI after a place, by day: those that add anything to it, and those that are left out of it as a whole. */
export async function rowsAfter(
  scope: Scope,
  {
    kpi,
    generation,
    days,
    span,
    after,
  }: {
    readonly kpi: Kpi;
    readonly generation: number;
    readonly days: Days;
    /** When these days begin, and when they end, or now. */
    readonly span: Span;
    readonly after: RowPlace | null;
  },
  most: number,
): Promise<readonly FactRow[]> {
  if (isOfLasting(kpi)) return await lastingRowsAfter(scope, { kpi, generation, span, after }, most);
  const { measure, anchor, facts } = kpi;
  const day = Prisma.sql`f.${declared(anchor.column)}`;
  const n =
    measure.kind === 'distinct'
      ? Prisma.sql`(f.${declared(measure.among)} <> 0)::int`
      : Prisma.sql`f.${declared(measure.of)}`;
  const d =
    measure.kind === 'share'
      ? Prisma.sql`f.${declared(measure.among)}`
      : measure.kind === 'spread' && measure.times
        ? Prisma.sql`f.${declared(measure.times)}`
        : Prisma.sql`NULL::int`;
  const adds =
    measure.kind === 'share'
      ? Prisma.sql`(${n} <> 0 OR ${d} <> 0)`
      : measure.kind === 'spread'
        ? Prisma.sql`${n} IS NOT NULL`
        : Prisma.sql`${n} <> 0`;
  const values = Prisma.join(facts.dimensions.map(({ name }) => Prisma.sql`f.${declared(name)}`));
  const from = after ?? { day: days.from, subject: '', part: '' };
  return await reads(scope).$queryRaw<FactRow[]>`
    SELECT ${day}::text AS day, f.subject, f.part, f.label, f.left_out AS "leftOut", f.currency, ${n}::text AS n, ${d}::text AS d,
      ARRAY[${values}]::text[] AS values
    FROM ${declared(facts.table)} f
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.generation = ${generation}::int
      AND ${day} >= ${from.day}::date AND ${day} < ${days.to}::date AND ${adds}
      AND (${day}, f.subject, f.part) > (${from.day}::date, ${from.subject}::text, ${from.part}::text)
    ORDER BY ${day}, f.subject, f.part LIMIT ${most}::int`;
}

/**
 * What went on at the end of a span, or for a share of time at any moment in it, by the day on which it began: a row adds what
 * it lasted within the span, in milliseconds.
 */
async function lastingRowsAfter(
  scope: Scope,
  {
    kpi: { measure, facts },
    generation,
    span: { begin, end },
    after,
  }: {
    readonly kpi: Kpi;
    readonly generation: number;
    readonly span: Span;
    readonly after: RowPlace | null;
  },
  most: number,
): Promise<readonly FactRow[]> {
  const [since, until] = [
    Prisma.sql`f.${declared(lastingFact.since)}`,
    Prisma.sql`f.${declared(lastingFact.until)}`,
  ];
  const day = Prisma.sql`f.${declared(lastingFact.sinceDay)}`;
  const lasted = Prisma.sql`(extract(epoch FROM least(${until}, ${end}::timestamptz) - greatest(${since}, ${begin}::timestamptz))
    * 1000)::bigint`;
  const isThere =
    measure.kind === 'lasting'
      ? Prisma.sql`(${until} IS NULL OR ${until} > ${begin}::timestamptz)`
      : Prisma.sql`(${until} IS NULL OR ${until} >= ${end}::timestamptz)`;
  const own = Prisma.sql`f.${declared(measure.of)}`;
  const [n, d, adds] =
    measure.kind === 'lasting'
      ? [
          Prisma.sql`${own} * ${lasted}`,
          Prisma.sql`f.${declared(measure.among)} * ${lasted}`,
          Prisma.sql`(${own} <> 0 OR f.${declared(measure.among)} <> 0)`,
        ]
      : [own, Prisma.sql`NULL::int`, Prisma.sql`${own} <> 0`];
  const values = Prisma.join(facts.dimensions.map(({ name }) => Prisma.sql`f.${declared(name)}`));
  const from = after ?? { day: '0001-01-01', subject: '', part: '' };
  return await reads(scope).$queryRaw<FactRow[]>`
    SELECT ${day}::text AS day, f.subject, f.part, f.label, f.left_out AS "leftOut", f.currency, (${n})::text AS n, (${d})::text AS d,
      ARRAY[${values}]::text[] AS values
    FROM ${declared(facts.table)} f
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.generation = ${generation}::int AND f.left_out IS NULL
      AND ${since} < ${end}::timestamptz AND ${isThere} AND ${adds}
      AND (${day}, f.subject, f.part) > (${from.day}::date, ${from.subject}::text, ${from.part}::text)
    ORDER BY ${day}, f.subject, f.part LIMIT ${most}::int`;
}
