import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../../core/runtime/change.ts';
import type { Json } from '../../../core/tokens/json.ts';
import type { QueuedWork } from '../../../core/tokens/work.ts';
import { foldWithOrders } from './order-work.ts';
import type { SeriesPlan } from './plan.ts';
import type { Told } from './tell.ts';

/** What telling brings along: the audit log, and work that others have of it. */
export function effectsOf({ changed, added }: Told): {
  readonly changes: readonly Change[];
  readonly work: readonly QueuedWork[];
} {
  return { changes: changed.map(changeOf), work: foldWithOrders(added) };
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
