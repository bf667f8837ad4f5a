import type { ParcelState } from '../telling/said.ts';
import type { ToldLine } from './model.ts';

type Told = Pick<ToldLine, 'told'>;

/** How many of a line there are now. */
export function currentOf({ told }: Told): number {
  return told.at(-1)?.current ?? 0;
}

/** How many there were at the moment, or at first if it was told later. */
export function currentAt({ told }: Told, at: Date): number {
  return (told.findLast((one) => one.at <= at) ?? told[0])?.current ?? 0;
}

interface Parcel {
  readonly state: ParcelState;
}

/** Of the others nothing counts: their pieces are to be sent again. */
export function isLive({ state }: Parcel): boolean {
  return state !== 'failed' && state !== 'cancelled';
}

export function isLabelled(parcel: Parcel): boolean {
  return isLive(parcel) && parcel.state !== 'open';
}

/** Whether it left us. */
export function isHandedOver({ state }: Parcel): boolean {
  return state === 'handed_over' || state === 'delivered' || state === 'returned';
}

interface Part {
  readonly lineKey: string;
  readonly quantity: number;
}

/** The pieces of each line in all of these parts together. */
export function piecesByLine(parts: readonly Part[]): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>();
  for (const { lineKey, quantity } of parts) pieces.set(lineKey, (pieces.get(lineKey) ?? 0) + quantity);
  return pieces;
}
