import type { Scope } from '../../../core/runtime/database.ts';
import type { Series } from './rows-model.ts';
import { eventsOf, wordsOf } from './said-store.ts';
import { shipmentsOf } from './shipment-store.ts';

/** Everything that is stored of these series, as one answer for each group of them. */
export async function readSeries(
  scope: Scope,
  ids: readonly string[],
): Promise<(group: readonly string[]) => Series> {
  const events = bySeries(await eventsOf(scope, ids));
  const words = bySeries(await wordsOf(scope, ids));
  const shipments = bySeries(await shipmentsOf(scope, ids));
  return (group) => ({
    events: group.flatMap((id) => events.get(id) ?? []),
    words: group.flatMap((id) => words.get(id) ?? []),
    shipments: group.flatMap((id) => shipments.get(id) ?? []),
  });
}

function bySeries<Row extends { readonly seriesId: string }>(rows: readonly Row[]) {
  const series = new Map<string, Row[]>();
  for (const row of rows) {
    const own = series.get(row.seriesId);
    if (own) own.push(row);
    else series.set(row.seriesId, [row]);
  }
  return series;
}
