import type { Scope } from '../../../core/runtime/database.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import { isOfLasting } from '../keeping/rules.ts';
import { measuredOf } from './measured-store.ts';
import type { FactRow, RowPlace, RowsWanted } from './model.ts';

/** The rows behind a KPI after a place, by day: those that add anything to it, and those that are left out of it. */
export async function rowsAfter(
  scope: Scope,
  wanted: RowsWanted & { readonly after: RowPlace | null },
  most: number,
): Promise<readonly FactRow[]> {
  const { kpi, days, after } = wanted;
  const { day } = measuredOf(kpi, days, wanted.span);
  const first = isOfLasting(kpi) ? '0001-01-01' : days.from;
  const from = after ?? { day: first, subject: '', part: '' };
  return await reads(scope).$queryRaw<FactRow[]>`
    SELECT ${columnsOf(wanted)} FROM ${declared(kpi.facts.table)} f
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND ${isOf(wanted)} AND ${day} >= ${from.day}::date
      AND (${day}, f.subject, f.part) > (${from.day}::date, ${from.subject}::text, ${from.part}::text)
    ORDER BY ${day}, f.subject, f.part LIMIT ${most}::int`;
}

/**
 * The same for whoever looks at a few of them: what counts against the figure first, the largest before the smaller and the
 * latest before the earlier; what is left out comes last. Of what lasts the latest first, without what is fine.
 */
export async function worstRows(
  scope: Scope,
  wanted: RowsWanted,
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<readonly FactRow[]> {
  const { kpi, days, span } = wanted;
  const { day, n, d, adds } = measuredOf(kpi, days, span);
  // What lasts is looked at by the day on which it began: of years few go on, and an index knows them by their days.
  if (isOfLasting(kpi))
    return await reads(scope).$queryRaw<FactRow[]>`
      SELECT ${columnsOf(wanted)} FROM ${declared(kpi.facts.table)} f
      WHERE f.workspace_id = ${scope.workspaceId}::uuid AND ${isOf(wanted)} AND f.${declared(kpi.measure.of)} <> 0
        AND ${day} < (${span.end}::timestamptz AT TIME ZONE 'UTC')::date + 2
      ORDER BY ${day} DESC, f.subject, f.part OFFSET ${skip}::int LIMIT ${most}::int`;
  const size = kpi.measure.kind === 'share' && kpi.good === 'up' ? Prisma.sql`${d} - ${n}` : n;
  return await reads(scope).$queryRaw<FactRow[]>`
    SELECT ${columnsOf(wanted)} FROM ${declared(kpi.facts.table)} f
    WHERE f.workspace_id = ${scope.workspaceId}::uuid AND ${isOf(wanted)}
    ORDER BY ${adds} DESC, ${size} DESC NULLS LAST, ${day} DESC, f.subject, f.part
    OFFSET ${skip}::int LIMIT ${most}::int`;
}

function columnsOf({ kpi, days, span }: RowsWanted): Prisma.Sql {
  const { day, n, d, adds, why } = measuredOf(kpi, days, span);
  const values = Prisma.join(kpi.facts.dimensions.map(({ name }) => Prisma.sql`f.${declared(name)}`));
  return Prisma.sql`${day}::text AS day, f.subject, f.part, f.label, f.ref, ${adds} AS counts, ${why} AS why, f.currency,
    (${n})::text AS n, (${d})::text AS d, ARRAY[${values}]::text[] AS values`;
}

const isOf = ({ kpi, generation, days, span, cut }: RowsWanted) => Prisma.sql`
  f.generation = ${generation}::int AND ${measuredOf(kpi, days, span).isWithin}
  ${cut === null ? Prisma.empty : Prisma.sql`AND f.${declared(cut.dimension)} = ${cut.value}`}`;
