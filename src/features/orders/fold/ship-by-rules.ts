import type { Span } from './hold-rules.ts';
import type { CutOff } from './input-model.ts';
import type { ShipBy } from './model.ts';

/**
 * When an order must have gone. The channel's word counts as it stands; else the first cut-off after it was paid, and the
 * time that it was held until then added. Held for now: none. `spans`: apart from each other, the earliest first.
 */
export function shipByOf({
  told,
  paidAt,
  spans,
  next,
}: {
  readonly told: Date | null;
  readonly paidAt: Date | null;
  readonly spans: readonly Span[];
  readonly next: (at: Date) => CutOff | null;
}): ShipBy {
  if (told) return { shipBy: told, shipBySource: 'channel', shipDay: null };
  const none = { shipBy: null, shipBySource: 'none', shipDay: null } as const;
  if (!paidAt) return none;
  let ready = paidAt.getTime();
  let cutOff = next(paidAt);
  for (const { from, until } of spans) {
    // A hold that begins when it should have gone already moves nothing.
    if (!cutOff || from >= cutOff.cutOffAt) break;
    if (until === null) return none;
    ready += Math.max(until.getTime() - Math.max(from.getTime(), paidAt.getTime()), 0);
    cutOff = next(new Date(ready));
  }
  if (!cutOff) return none;
  return { shipBy: cutOff.cutOffAt, shipBySource: 'rule', shipDay: cutOff.day };
}
