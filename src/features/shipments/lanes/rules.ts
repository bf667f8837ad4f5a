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

/** What an issue's matter is called. */
export const matterOfBurst = (id: string) => `shipments.lane ${id}`;

export function laneKeyOf({ carrier, lane }: LaneKey): string {
  return `${carrier}\n${lane}`;
}

/** Whether its card would show something else. */
export function isMoved(shown: Pick<Sums, 'parcels' | 'open'>, now: Sums): boolean {
  return shown.parcels !== now.parcels || shown.open !== now.open;
}
