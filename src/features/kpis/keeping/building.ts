import type { Counted, Generation } from './model.ts';

/** Releases stand beside one another for less than this. */
const rollOutMs = 3_600_000;

/**
 * Whether what is read was made by another version, and nobody builds the next. What was built lately may be that of a newer
 * release, which an older one beside it must not undo; what another release began long ago nobody ends any more.
 */
export function isOutdated(
  { version, building, buildingVersion, startedAt, builtAt }: Generation,
  ours: string,
  now: Date,
): boolean {
  const isLongAgo = (at: Date | null) => at === null || now.getTime() - at.getTime() > rollOutMs;
  if (building !== null) return buildingVersion !== ours && isLongAgo(startedAt);
  return version !== ours && isLongAgo(builtAt);
}

/** Begins to build. What is abandoned for it is swept when it is read. */
export function begun(
  stored: Generation | undefined,
  { family, version }: Pick<Counted, 'family' | 'version'>,
  now: Date,
): Generation {
  const last = Math.max(stored?.generation ?? 0, stored?.building ?? 0);
  return {
    family,
    generation: stored?.generation ?? 0,
    version: stored?.version ?? '',
    builtAt: stored?.builtAt ?? null,
    sweeping: stored?.sweeping ?? false,
    sweptTo: stored?.sweptTo ?? null,
    building: last + 1,
    buildingVersion: version,
    walkedTo: null,
    walked: 0,
    summing: null,
    summedTo: null,
    startedAt: now,
  };
}

/** After the facts of some subjects are made; without any left, days are summed next. */
export function walkedOn(
  at: Generation,
  walked: readonly string[],
  { days }: Counted,
  now: Date,
): Generation {
  const last = walked.at(-1);
  if (last !== undefined) return { ...at, walkedTo: last, walked: at.walked + walked.length };
  const first = days[0];
  return first ? { ...at, summing: first.key, summedTo: null } : switched(at, now);
}

/** After the days before one are summed; null: all of that column. With the last column it is what is read. */
export function summedOn(at: Generation, to: string | null, { days }: Counted, now: Date): Generation {
  if (to !== null) return { ...at, summedTo: new Date(to) };
  const next = days[days.findIndex(({ key }) => key === at.summing) + 1];
  return next ? { ...at, summing: next.key, summedTo: null } : switched(at, now);
}

function switched(at: Generation, now: Date): Generation {
  return {
    ...at,
    generation: at.building ?? at.generation,
    version: at.buildingVersion ?? '',
    building: null,
    buildingVersion: null,
    walkedTo: null,
    summing: null,
    summedTo: null,
    builtAt: now,
    sweeping: true,
    sweptTo: null,
  };
}
