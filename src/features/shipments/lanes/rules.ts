import type { LaneKey, RisingLane, Sums } from './model.ts';

const dayMs = 86_400_000;
/** What came into trouble within this time. */
export const windowMs = dayMs;
/** Days that tell what is usual. */
export const usualDays = 28;
/** Fewer are no burst, however few there are on the lane. */
export const fewest = 10;
const timesUsual = 3;
/** Three times a tenth is a little more than three tenths, to a machine. */
const rounding = 1e-9;
/** A lane on which nothing ever went wrong has bad luck too. */
const least = 0.01;

/** Whether so many parcels of a lane came into trouble that something is wrong with the lane. */
export function isBurst({ troubled, open, usual }: Pick<RisingLane, 'troubled' | 'open' | 'usual'>): boolean {
  return troubled >= fewest && troubled / open >= timesUsual * Math.max(usual, least) - rounding;
}

/** Since when trouble has gone on without a day's pause. `before`: when it came before that, the latest first. */
export function beganAt(since: Date, before: readonly Date[]): Date {
  const pause = before.findIndex((at, n) => (before[n - 1] ?? since).getTime() - at.getTime() > windowMs);
  return before.slice(0, pause < 0 ? undefined : pause).at(-1) ?? since;
}

/** What an issue's matter is called. */
export const matterOfBurst = (id: string) => `shipments.lane ${id}`;

export function laneKeyOf({ carrier, lane }: LaneKey): string {
  return `${carrier}\n${lane}`;
}

interface Shown extends Pick<Sums, 'parcels' | 'open'> {
  readonly exposed?: number;
}

/** Whether its card would show something else. */
export function isMoved(shown: Shown, now: Shown): boolean {
  return shown.parcels !== now.parcels || shown.open !== now.open || shown.exposed !== now.exposed;
}

/** What the button of a list carries for a disruption ("d") or a burst ("b"): the part of its id that is chance. */
export const disruptionCode = (id: string) => `d${id.slice(-8)}`;
export const burstCode = (id: string) => `b${id.slice(-8)}`;
