// When clocks show a time, by hand: the rules of the three zones in 2026, apart from what the bot works with.

/** From a moment on a zone is so many minutes before UTC. */
type Offsets = readonly (readonly [from: string, minutes: number])[];

const zones = {
  'Europe/Berlin': [
    ['2026-01-01T00:00Z', 60],
    ['2026-03-29T01:00Z', 120],
    ['2026-10-25T01:00Z', 60],
  ],
  'America/New_York': [
    ['2026-01-01T00:00Z', -300],
    ['2026-03-08T07:00Z', -240],
    ['2026-11-01T06:00Z', -300],
  ],
  // Half an hour.
  'Australia/Lord_Howe': [
    ['2026-01-01T00:00Z', 660],
    ['2026-04-04T15:00Z', 630],
    ['2026-10-03T15:30Z', 660],
  ],
} satisfies Record<string, Offsets>;
export type Zone = keyof typeof zones;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The first moment at which clocks show it; the moment of the jump if they never do. */
export function momentOf(zone: Zone, wall: string): Date {
  const offsets = zones[zone].map(([from, minutes]) => ({ from: Date.parse(from), minutes }));
  const shown = Date.parse(`${wall}Z`);
  const within = offsets
    .map(({ from, minutes }, i) => ({
      at: shown - minutes * minuteMs,
      from,
      until: offsets[i + 1]?.from ?? Infinity,
    }))
    .filter(({ at, from, until }) => at >= from && at < until)
    .map(({ at }) => at);
  const jump = offsets.find(({ from, minutes }, i) => {
    const before = offsets[i - 1]?.minutes ?? minutes;
    return shown >= from + before * minuteMs && shown < from + minutes * minuteMs;
  });
  const found = within.length > 0 ? Math.min(...within) : jump?.from;
  if (found === undefined) throw new Error(`${wall} is not in 2026 in ${zone}.`);
  return new Date(found);
}

export interface Times {
  readonly zone: Zone;
  /** HH:MM */
  readonly at: readonly string[];
  /** Whether it is posted on a day: its date, and its weekday, 0 being Sunday. */
  readonly on: (date: number, weekday: number) => boolean;
}

/** Each moment in (after, until], in order. */
export function momentsOf({ zone, at, on }: Times, after: Date, until: Date): readonly Date[] {
  const found: Date[] = [];
  for (let day = after.getTime() - 2 * dayMs; day <= until.getTime() + 2 * dayMs; day += dayMs) {
    const date = new Date(day);
    if (!on(date.getUTCDate(), date.getUTCDay())) continue;
    for (const time of at) found.push(momentOf(zone, `${date.toISOString().slice(0, 10)}T${time}`));
  }
  return found
    .filter((moment) => moment > after && moment <= until)
    .toSorted((a, b) => a.getTime() - b.getTime());
}
