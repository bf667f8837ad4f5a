import type { OrderStatement } from './model.ts';

/** What a statement says, without who says it, of what and when. */
export type Said = Omit<OrderStatement, 'source' | 'facet' | 'versionAt' | 'deliveryId'>;

const moments = new Set(['placedAt', 'shipBy', 'at', 'toldAt']);
const amounts = new Set(['totalMinor', 'unitPriceMinor', 'amountMinor']);

/** As JSON: moments by ISO 8601, and amounts as text, since a number would lose their last digits. */
export function jsonOf({
  order,
  header,
  lines,
  milestones,
  fulfilments,
  holds,
  promises,
  takenBack,
  refunds,
}: OrderStatement): string {
  const said: Said = {
    order,
    header,
    lines,
    milestones,
    fulfilments,
    holds,
    promises,
    takenBack,
    refunds,
  };
  return JSON.stringify(said, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
}

/** What `jsonOf` wrote. */
export function saidFrom(json: string): Said {
  return JSON.parse(json, (key, value) => {
    if (typeof value !== 'string') return value;
    if (moments.has(key)) return new Date(value);
    return amounts.has(key) ? BigInt(value) : value;
  });
}
