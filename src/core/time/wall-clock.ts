const dayMs = 86_400_000;
// Every offset and every change of clocks since 1970 falls on a quarter of an hour.
const stepMs = 15 * 60_000;

/**
 * The instant at which clocks of the zone show this. `wall`: the date and time as milliseconds of UTC, as `Date.UTC`
 * gives them. A local time that happens twice is its first; one that a change of clocks skips moves forward by the gap.
 */
export function instantAt(zone: string, wall: number): Date {
  const before = offsetOf(zone, wall - dayMs);
  const first = wall - before;
  if (offsetOf(zone, first) === before) return new Date(first);
  const second = wall - offsetOf(zone, wall + dayMs);
  return new Date(wall - offsetOf(zone, second) === second ? second : first);
}

/** What clocks of the zone show then, as milliseconds of UTC. */
export function wallAt(zone: string, at: Date): number {
  return at.getTime() + offsetOf(zone, at.getTime());
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** Milliseconds the zone is ahead of UTC, remembered: a file holds many times of few days. */
function offsetOf(zone: string, at: number): number {
  const step = Math.floor(at / stepMs);
  const key = `${zone} ${step}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(step * stepMs).find((part) => part.type === 'timeZoneName')?.value;
  const found = readOffset(name?.replace('GMT', '') || 'Z');
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(key, found);
  return found;
}

/** "Z", "+01:00" and "-0330" in milliseconds. */
export function readOffset(offset: string): number {
  if (offset === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
