import { daysAgainst } from '../days/against.ts';
import type { Days } from '../days/model.ts';
import type { Moved } from '../moved/rules.ts';

/**
 * What the days of a message are held against: up to a week the same days of the week before, since a Sunday says nothing
 * of a Monday; else as many days before. Null: there are none, or not of all of them data: fewer days are held against nothing here.
 * `since`: the first day of which anything was ever told.
 */
export function heldAgainst(days: Days, today: string, since: string | null): Days | null {
  const before = daysAgainst(days, 'last week', today);
  return before && (since === null || since <= before.from) ? before : null;
}

/** The parts that moved the whole in the direction in which it went, each by a quarter of its change or more. */
export function moversOf(moved: { readonly change: bigint; readonly parts: readonly Moved[] }) {
  const { change, parts } = moved;
  if (change === 0n) return [];
  const by = ({ performance, mix }: Moved) => (change < 0n ? -(performance + mix) : performance + mix);
  const size = change < 0n ? -change : change;
  return parts.filter((part) => by(part) > 0n && by(part) * 4n >= size);
}
