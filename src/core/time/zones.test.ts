import { expect, test } from 'vitest';
import { nextSlots } from './slots.ts';

const minuteMs = 60_000;
const dayMs = 1_440 * minuteMs;

/** How far clocks of a zone are ahead of UTC, in milliseconds, by Intl alone. */
function clockOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0', seconds = '0'] =
      /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name) ?? [];
    const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
    return sign === '-' ? -ahead : ahead;
  };
}

interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function changesOf(timeZone: string, from: string, until: string): readonly Change[] {
  const clock = clockOf(timeZone);
  const changes: Change[] = [];
  // No zone changes its clocks twice within ten days.
  for (let start = Date.parse(from); start < Date.parse(until); start += 10 * dayMs) {
    let [low, high] = [start, start + 10 * dayMs];
    const [before, after] = [clock(low), clock(high)];
    if (before === after) continue;
    while (high - low > 1_000) {
      const middle = (low + high) / 2_000;
      if (clock(Math.floor(middle) * 1_000) === before) low = Math.floor(middle) * 1_000;
      else high = Math.ceil(middle) * 1_000;
    }
    changes.push({ at: high, before, after });
  }
  return changes;
}

/** The rule: the first moment at which clocks show the time; for a time that they skip, the moment of the jump. */
function momentOf({ at, before, after }: Change, wall: number): number {
  if (wall - before < at) return wall - before;
  return Math.max(wall - after, at);
}

/** Daily at these local times, from two days before the change to two days behind it, by the rule. */
function expected(change: Change, timeOfDay: number): readonly number[] {
  const today = Math.floor((change.at + change.before) / dayMs) * dayMs;
  const moments = [-2, -1, 0, 1, 2].map((days) => momentOf(change, today + days * dayMs + timeOfDay));
  return [...new Set(moments)].sort((a, b) => a - b);
}

/** Times of day at and around what is skipped or repeated, and others. */
function timesAround({ at, before, after }: Change): readonly number[] {
  const [first, end] = [at + Math.min(before, after), at + Math.max(before, after)];
  const near = [first - minuteMs, first, (first + end) / 2, end - minuteMs, end].map(
    (wall) => Math.floor((((wall % dayMs) + dayMs) % dayMs) / minuteMs) * minuteMs,
  );
  return [...new Set([...near, 0, dayMs / 2, dayMs - 30 * minuteMs])];
}

const shown = (moments: readonly number[]) => moments.map((at) => new Date(at).toISOString());

/** What differs from the rule, as text. */
function faults(timeZone: string, change: Change): readonly string[] {
  return timesAround(change).flatMap((timeOfDay) => {
    const [hour, minute] = [Math.floor(timeOfDay / 3_600_000), (timeOfDay / minuteMs) % 60];
    const cron = `${minute} ${hour} * * *`;
    const moments = expected(change, timeOfDay);
    const from = new Date((moments[0] ?? 0) - 1_000);
    const slots = nextSlots({ cron, timeZone }, from, moments.length).map((slot) => slot.getTime());
    return slots.join() === moments.join()
      ? []
      : [`${timeZone} ${cron}: ${shown(slots)}, not ${shown(moments)}`];
  });
}

test('in every zone, from 2026 to 2036, a daily time runs once for each date, a skipped one as clocks jump', () => {
  // Most zones share their changes with others.
  const distinct = new Map<string, { readonly zone: string; readonly changes: readonly Change[] }>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const changes = changesOf(zone, '2026-01-01T00:00Z', '2036-12-31T00:00Z');
    if (changes.length > 0) distinct.set(JSON.stringify(changes), { zone, changes });
  }
  expect(distinct.size).toBeGreaterThan(20);
  expect(
    [...distinct.values()].flatMap(({ zone, changes }) => changes.flatMap((one) => faults(zone, one))),
  ).toEqual([]);
});

test.each([
  // The International Date Line moved: 30 December 2011 did not exist.
  ['Pacific/Apia', '2011-12-01T00:00Z', '2012-01-31T00:00Z', 1],
  ['Pacific/Fakaofo', '2011-12-01T00:00Z', '2012-01-31T00:00Z', 1],
  ['America/Sao_Paulo', '2010-01-01T00:00Z', '2019-12-31T00:00Z', 19],
  ['Asia/Beirut', '2015-01-01T00:00Z', '2025-12-31T00:00Z', 22],
  ['Africa/Cairo', '2008-01-01T00:00Z', '2025-12-31T00:00Z', 16],
  ['Asia/Pyongyang', '2015-01-01T00:00Z', '2018-12-31T00:00Z', 2],
  ['America/Caracas', '2007-01-01T00:00Z', '2016-12-31T00:00Z', 2],
  ['Asia/Amman', '2010-01-01T00:00Z', '2022-12-31T00:00Z', 20],
  ['Asia/Gaza', '2008-01-01T00:00Z', '2020-12-31T00:00Z', 20],
  ['Antarctica/Troll', '2010-01-01T00:00Z', '2020-12-31T00:00Z', 20],
])('%s from %s to %s', (zone, from, until, fewest) => {
  const changes = changesOf(zone, from, until);
  expect(changes.length).toBeGreaterThanOrEqual(fewest);
  expect(changes.flatMap((change) => faults(zone, change))).toEqual([]);
});

test('a weekly time on a skipped date runs as the next begins, and a distance skips it', () => {
  const slots = (cron: string, timeZone: string, after: string, n: number) =>
    shown(nextSlots({ cron, timeZone }, new Date(after), n).map((slot) => slot.getTime()));
  // Friday 30 December 2011 did not exist in Apia: Thursday ended at 10:00Z.
  expect(slots('0 9 * * 5', 'Pacific/Apia', '2011-12-24T00:00Z', 2)).toEqual([
    '2011-12-30T10:00:00.000Z',
    '2012-01-05T19:00:00.000Z',
  ]);
  // Nuuk skips the last hour of Saturday 28 March 2026.
  expect(slots('30 23 * * 6', 'America/Nuuk', '2026-03-27T12:00Z', 2)).toEqual([
    '2026-03-29T01:00:00.000Z',
    '2026-04-05T00:30:00.000Z',
  ]);
  expect(slots('30 * * * *', 'America/Nuuk', '2026-03-29T00:00Z', 2)).toEqual([
    '2026-03-29T00:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
  ]);
});
