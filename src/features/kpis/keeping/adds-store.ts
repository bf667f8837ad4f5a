import { type FactShape, type Kpi, lastingFact } from '../../../core/tokens/fact.ts';
import { declared } from '../../../db/declared/name.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { isOfLasting, seriesOf } from './rules.ts';

/** What a fact `f` adds to its day in one column of days. */
export interface Add {
  readonly kpi: string;
  readonly n: Prisma.Sql;
  /** Null: it adds nothing to what n is of. */
  readonly d: Prisma.Sql | null;
  readonly currency: Prisma.Sql;
  readonly why: Prisma.Sql;
}

const empty = Prisma.sql`''::text`;

/** What KPIs are added to by the facts of a day, in one column of days. */
export function addsOf(kpis: readonly Kpi[], day: string): readonly Add[] {
  return kpis.flatMap((kpi) => (isOfLasting(kpi) ? turnsOf(kpi, day) : figureOf(kpi)));
}

/** The values that a fact is counted for, as rows of (dimension, value): all together, and one for each dimension. */
export function splitsOf({ dimensions }: FactShape): Prisma.Sql {
  return Prisma.join([
    Prisma.sql`('', '')`,
    ...keptDimensions({ dimensions }).map((name) => Prisma.sql`(${name}::text, f.${declared(name)})`),
  ]);
}

/** The dimensions that sums are kept for. */
export function keptDimensions({ dimensions }: Pick<FactShape, 'dimensions'>): readonly string[] {
  return dimensions.flatMap(({ name, isLarge }) => (isLarge ? [] : [name]));
}

/**
 * Of a KPI of facts that last: that one begins, or that it ends. With the moments of both, how long all have lasted at any time
 * is a sum: see `figure/running-store.ts`.
 */
function turnsOf(kpi: Kpi, day: string): readonly Add[] {
  const [sign, moment] =
    day === lastingFact.sinceDay ? [1, declared(lastingFact.since)] : [-1, declared(lastingFact.until)];
  const ms = Prisma.sql`(extract(epoch FROM f.${moment}) * 1000)::bigint`;
  return seriesOf(kpi).map(({ key, column }) => {
    const of = Prisma.sql`f.${declared(column)}::bigint`;
    const offset = Prisma.sql`${-sign}::int * ${of} * ${ms}`;
    return {
      kpi: key,
      n: Prisma.sql`${sign}::int * ${of}`,
      d: kpi.measure.kind === 'lasting' ? offset : null,
      currency: empty,
      why: empty,
    };
  });
}

/** Of one KPI: its figure, and what is left out of it by reason. A row that is left out as a whole adds to nothing else. */
function figureOf({ key, measure, excluded = {} }: Kpi): readonly Add[] {
  const counts = Prisma.sql`(f.left_out IS NULL)::int`;
  // One row may stand for many of the same length.
  const times =
    measure.kind === 'spread' && measure.times
      ? Prisma.sql` * f.${declared(measure.times)}::bigint`
      : Prisma.empty;
  // Different words are counted where they are asked for: days know that there are any.
  const of =
    measure.kind === 'distinct'
      ? Prisma.sql`(f.${declared(measure.among)} <> 0)::int::bigint`
      : Prisma.sql`coalesce(f.${declared(measure.of)}, 0)::bigint${times}`;
  const d =
    measure.kind === 'share'
      ? Prisma.sql`f.${declared(measure.among)}::bigint`
      : measure.kind === 'spread'
        ? Prisma.sql`(f.${declared(measure.of)} IS NOT NULL)::int::bigint${times}`
        : null;
  const isMoney = measure.kind === 'sum' && measure.unit === 'money';
  const isAny = d === null ? Prisma.sql`${of} <> 0` : Prisma.sql`(${of} <> 0 OR ${d} <> 0)`;
  return [
    {
      kpi: key,
      n: Prisma.sql`${counts} * ${of}`,
      d: d && Prisma.sql`${counts} * ${d}`,
      currency: isMoney ? Prisma.sql`f.currency` : empty,
      why: empty,
    },
    {
      kpi: key,
      n: Prisma.sql`(f.left_out IS NOT NULL AND ${isAny})::int::bigint`,
      d: null,
      currency: empty,
      why: Prisma.sql`coalesce(f.left_out, '')`,
    },
    ...Object.entries(excluded).map(([why, column]) => ({
      kpi: key,
      n: Prisma.sql`${counts} * f.${declared(column)}::bigint`,
      d: null,
      currency: empty,
      why: Prisma.sql`${why}::text`,
    })),
  ];
}
