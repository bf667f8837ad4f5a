import { hashOf } from '../../../core/text/content-hash.ts';
import { type FactShape, type Kpi, lastingFact } from '../../../core/tokens/fact.ts';
import type { Added, Counted, CountedTable, DaysOf, Generation, KeptDays } from './model.ts';

/** Raised when generations are built otherwise: a release before must not go on with what this one began. */
const builtBy = 2;

/** Tells apart what days are summed by, and whose days they are: with another one they are summed anew. */
export function versionOf(
  tables: readonly { readonly table: FactShape; readonly kpis: readonly Kpi[] }[],
  timeZone: string,
): string {
  return hashOf([
    builtBy,
    timeZone,
    ...tables.map(({ table: { table, version, dimensions }, kpis }) => ({
      table,
      version,
      dimensions: dimensions.map(({ name }) => name),
      kpis: kpis.map(({ key, measure, anchor, excluded = {}, version }) => ({
        key,
        version,
        measure,
        anchor: anchor.column,
        excluded,
      })),
    })),
  ]);
}

/** Whether a KPI is of facts that last, so that what its days hold is no figure of them. */
export function isOfLasting({ measure }: Kpi): boolean {
  return measure.kind === 'standing' || measure.kind === 'lasting';
}

/**
 * The series of days that a KPI keeps, each with the column that it sums: one, and of shares of time a second one of all that
 * time.
 */
export function seriesOf({
  key,
  measure,
}: Kpi): readonly { readonly key: string; readonly column: string }[] {
  const own = { key, column: measure.of };
  return measure.kind === 'lasting' ? [own, { key: `${key}/among`, column: measure.among }] : [own];
}

/** The columns that hold the days which facts add to. */
function dayColumnsOf(kpi: Kpi): readonly string[] {
  return isOfLasting(kpi) ? [lastingFact.sinceDay, lastingFact.untilDay] : [kpi.anchor.column];
}

/** All days that are summed from some tables of facts, in an order that is the same for one version of them. */
export function daysOf(tables: readonly CountedTable[]): readonly DaysOf[] {
  return tables.flatMap(({ table, kpis }) =>
    [...new Set(kpis.flatMap(dayColumnsOf))].map((day) => ({
      key: `${table.table} ${day}`,
      table,
      day,
      kpis: kpis.filter((kpi) => dayColumnsOf(kpi).includes(day)),
    })),
  );
}

/** The days of a generation whose sums are kept: of one that is being built, those that have been summed. */
export function keptDays({ days }: Counted, at: Generation, generation: number): readonly KeptDays[] {
  if (generation !== at.building) return days.map((of) => ({ of, before: null }));
  const place = days.findIndex(({ key }) => key === at.summing);
  const whole = days.slice(0, Math.max(0, place)).map((of) => ({ of, before: null }));
  const now = days[place];
  if (!now || at.summedTo === null) return whole;
  return [...whole, { of: now, before: at.summedTo.toISOString().slice(0, 10) }];
}

/** What has to be added to days that held what facts added before, so that they hold what they add after. */
export function differenceOf(before: readonly Added[], after: readonly Added[]): readonly Added[] {
  const sums = new Map<string, Added>();
  const take = (one: Added, sign: bigint) => {
    const key = [one.kpi, one.dimension, one.value, one.day, one.currency, one.excluded].join('\n');
    const sum = sums.get(key) ?? { ...one, n: 0n, d: 0n };
    sums.set(key, { ...sum, n: sum.n + sign * one.n, d: sum.d + sign * one.d });
  };
  for (const one of after) take(one, 1n);
  for (const one of before) take(one, -1n);
  return [...sums.values()].filter(({ n, d }) => n !== 0n || d !== 0n);
}
