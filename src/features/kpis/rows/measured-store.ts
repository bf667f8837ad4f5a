import { type Kpi, lastingFact } from '../../../core/tokens/fact.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { isOfLasting } from '../keeping/rules.ts';
import type { Span } from './model.ts';

/** What a fact `f` adds to a figure, as SQL. */
interface Measured {
  /** The day that it counts for. */
  readonly day: Prisma.Sql;
  readonly n: Prisma.Sql;
  readonly d: Prisma.Sql;
  /** Whether it adds anything. */
  readonly adds: Prisma.Sql;
  /** The reasons for which it does not, or not as a whole; null: none. */
  readonly why: Prisma.Sql;
  /** Whether it belongs to the days: a condition. */
  readonly isWithin: Prisma.Sql;
}

export function measuredOf(
  kpi: Kpi,
  days: { readonly from: string; readonly to: string },
  span: Span,
): Measured {
  return isOfLasting(kpi) ? lastingOf(kpi, span) : countedOf(kpi, days);
}

function countedOf(
  { measure, anchor, excluded = {} }: Kpi,
  days: { readonly from: string; readonly to: string },
): Measured {
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
  const isAny =
    measure.kind === 'share'
      ? Prisma.sql`(${n} <> 0 OR ${d} <> 0)`
      : measure.kind === 'spread'
        ? Prisma.sql`${n} IS NOT NULL`
        : Prisma.sql`${n} <> 0`;
  const reasons = Object.entries(excluded).map(
    ([why, column]) =>
      Prisma.sql`CASE WHEN f.left_out IS NULL AND f.${declared(column)} <> 0 THEN ${why}::text END`,
  );
  const isExcluded = Object.values(excluded).map((column) => Prisma.sql`OR f.${declared(column)} <> 0`);
  return {
    day,
    n,
    d,
    adds: Prisma.sql`(f.left_out IS NULL AND ${isAny})`,
    why: Prisma.sql`nullif(concat_ws('; ', f.left_out, ${Prisma.join([Prisma.sql`NULL::text`, ...reasons])}), '')`,
    // What is left out as a whole is counted as that where it would add anything.
    isWithin: Prisma.sql`${day} >= ${days.from}::date AND ${day} < ${days.to}::date
      AND (${isAny} ${isExcluded.length === 0 ? Prisma.empty : Prisma.sql`OR (f.left_out IS NULL AND (false ${Prisma.join(isExcluded, ' ')}))`})`,
  };
}

/**
 * What went on at the end of a span, or for a share of time at any moment in it, by the day on which it began: a row adds what
 * it lasted within the span, in milliseconds.
 */
function lastingOf({ measure }: Kpi, { begin, end }: Span): Measured {
  const [since, until] = [
    Prisma.sql`f.${declared(lastingFact.since)}`,
    Prisma.sql`f.${declared(lastingFact.until)}`,
  ];
  const lasted = Prisma.sql`(extract(epoch FROM least(${until}, ${end}::timestamptz) - greatest(${since}, ${begin}::timestamptz))
    * 1000)::bigint`;
  const isThere =
    measure.kind === 'lasting'
      ? Prisma.sql`(${until} IS NULL OR ${until} > ${begin}::timestamptz)`
      : Prisma.sql`(${until} IS NULL OR ${until} >= ${end}::timestamptz)`;
  const own = Prisma.sql`f.${declared(measure.of)}`;
  const isOfTime = measure.kind === 'lasting';
  const among = isOfTime ? Prisma.sql`f.${declared(measure.among)}` : Prisma.sql`0`;
  return {
    day: Prisma.sql`f.${declared(lastingFact.sinceDay)}`,
    n: isOfTime ? Prisma.sql`${own} * ${lasted}` : own,
    d: isOfTime ? Prisma.sql`${among} * ${lasted}` : Prisma.sql`NULL::int`,
    adds: Prisma.sql`(f.left_out IS NULL)`,
    why: Prisma.sql`NULL::text`,
    isWithin: Prisma.sql`f.left_out IS NULL AND ${since} < ${end}::timestamptz AND ${isThere}
      AND (${own} <> 0 OR ${among} <> 0)`,
  };
}
