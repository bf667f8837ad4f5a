import type { Heard, ImportOutcome } from '../../../core/declare/import.ts';
import { latest } from '../../../core/time/spans.ts';
import { type ImportRow, instantOf } from '../../../core/tokens/import-row.ts';
import type { StoredOrder } from '../rules.ts';
import { channelOf } from './rules.ts';

/** What an order has behind it; what it is due for says nothing of how far the file reaches. */
const milestones = [
  'placed_at',
  'paid_at',
  'allocated_at',
  'picked_at',
  'packed_at',
  'labelled_at',
  'handed_over_at',
  'delivered_at',
  'returned_at',
  'cancelled_at',
] as const;

/** Each channel is a feed, complete until the last thing that happened to one of its orders. */
export function heardOf(
  rows: readonly ImportRow[],
  { faults }: ImportOutcome,
  moved: readonly StoredOrder[],
): readonly Heard[] {
  const refused = new Set(faults.map(({ line }) => line));
  const covers = new Map<string, Date | null>();
  for (const row of rows) {
    if (refused.has(row.line)) continue;
    const channel = channelOf(row);
    covers.set(channel, latest(covers.get(channel) ?? null, ...milestones.map((one) => instantOf(row, one))));
  }
  return [...covers].map(([source, coversUntil]) => ({
    source,
    coversUntil,
    moments: moved.flatMap((order) => (order.channel === source ? (lastOf(order) ?? []) : [])),
  }));
}

function lastOf(order: StoredOrder): Date | null {
  const { placedAt, paidAt, allocatedAt, pickedAt, packedAt, labelledAt } = order;
  const { handedOverAt, deliveredAt, returnedAt, cancelledAt } = order;
  const moments = [placedAt, paidAt, allocatedAt, pickedAt, packedAt, labelledAt];
  return latest(...moments, handedOverAt, deliveredAt, returnedAt, cancelledAt);
}
