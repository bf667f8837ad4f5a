import { addDays } from '../../../core/time/weekdays.ts';
import type { Days } from '../days/model.ts';
import { daysBefore } from '../days/period.ts';
import type { Moved } from '../moved/rules.ts';

/**
 * What the days of a message are held against: up to a week the same days of the week before, since a Sunday says nothing
 * of a Monday; else as many days before.
 */
export function heldAgainst(days: Days): Days | null {
  const isShort = days.to <= addDays(days.from, 7);
  return isShort ? { from: addDays(days.from, -7), to: addDays(days.to, -7) } : daysBefore(days);
}

/** The parts that moved the whole in the direction in which it went, each by a quarter of its change or more. */
export function moversOf(moved: { readonly change: bigint; readonly parts: readonly Moved[] }) {
  const { change, parts } = moved;
  if (change === 0n) return [];
  const by = ({ performance, mix }: Moved) => (change < 0n ? -(performance + mix) : performance + mix);
  const size = change < 0n ? -change : change;
  return parts.filter((part) => by(part) > 0n && by(part) * 4n >= size);
}
