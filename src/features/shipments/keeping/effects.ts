import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../../core/runtime/change.ts';
import type { FactChange } from '../../../core/tokens/fact.ts';
import type { Json } from '../../../core/tokens/json.ts';
import type { QueuedWork } from '../../../core/tokens/work.ts';
import { shipmentFacts } from '../facts-model.ts';
import { namedIn } from '../telling/naming.ts';
import { foldWithOrders, tellOrdersOf } from './order-work.ts';
import type { SeriesPlan } from './plan.ts';
import type { Told } from './tell.ts';

/** What telling brings along: the audit log, and work that others have of it. */
export function effectsOf({ plans, changed, added, moved: series }: Told): {
  readonly changes: readonly Change[];
  readonly work: readonly QueuedWork[];
  readonly facts: readonly FactChange[];
} {
  const moved = new Set(changed);
  const news = plans.filter(
    ({ fresh, shipments }) => fresh.length > 0 || shipments.some((one) => moved.has(one)),
  );
  // What an order learns goes by more than the rows show: who is told again what is known changes nothing.
  const scanned = news.flatMap(({ shipments }) =>
    shipments.filter(isOfOrder).map(({ after }) => after.seriesId),
  );
  return {
    changes: changed.map(changeOf),
    facts: shipmentFacts.changed(series),
    work: [
      ...foldWithOrders(added, namedIn(plans.flatMap(({ words }) => words))),
      ...[...new Set(scanned)].map((id) => tellOrdersOf.on(id, {})),
    ],
  };
}

function isOfOrder({ before, after }: SeriesPlan['shipments'][number]): boolean {
  return after.orderId !== null || (before !== null && before.orderId !== null);
}

/** What of a shipment is another now, for the audit log. */
function changeOf({ before, after }: SeriesPlan['shipments'][number]): Change {
  const subject = { kind: 'shipment', id: after.id };
  const { tracking, status } = after;
  if (!before) return { subject, before: null, after: { tracking, status } };
  const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
    (field) => !isDeepStrictEqual(after[field], before[field]),
  );
  const values = (row: typeof after) => Object.fromEntries(fields.map((field) => [field, plain(row[field])]));
  return { subject, before: values(before), after: values(after) };
}

function plain(value: Date | bigint | Json): Json {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Date ? value.toISOString() : value;
}
