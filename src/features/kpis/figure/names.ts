import { factTables } from '../../../core/declare/kpi.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Cut } from './model.ts';

/** What values of a dimension are called, of those that are keys: the others are their own names. */
export async function namesOf(
  { engine, scope }: Pick<QueryContext, 'engine' | 'scope'>,
  { facts }: Kpi,
  dimension: string,
  values: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const table = engine.contributions.of(factTables).find((one) => one.table === facts.table);
  const naming = table?.names?.[dimension];
  return naming && values.length > 0 ? await naming(scope, values) : new Map();
}

/** The same parts with what they are called. */
export async function namedCuts(
  ctx: Pick<QueryContext, 'engine' | 'scope'>,
  kpi: Kpi,
  cuts: readonly Cut[],
): Promise<readonly Cut[]> {
  const names = new Map<string, ReadonlyMap<string, string>>();
  for (const one of new Set(cuts.map(({ dimension }) => dimension))) {
    const values = cuts.flatMap(({ dimension, value }) => (dimension === one ? [value] : []));
    names.set(one, await namesOf(ctx, kpi, one, values));
  }
  return cuts.map((cut) => {
    const name = names.get(cut.dimension)?.get(cut.value);
    return name === undefined ? cut : { ...cut, name };
  });
}

/** The same part, or none, with what it is called. */
export async function namedCut(
  ctx: Pick<QueryContext, 'engine' | 'scope'>,
  kpi: Kpi,
  cut: Cut | null,
): Promise<Cut | null> {
  return cut && ((await namedCuts(ctx, kpi, [cut]))[0] ?? cut);
}
