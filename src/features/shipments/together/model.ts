import type { Show } from '../parcels/model.ts';

/** One issue about the parcels of a list. */
export interface Together {
  /** Null: each of them stands in an open one already. */
  readonly issue: { readonly id: string; readonly number: number; readonly title: string } | null;
  /** Those that stand in an open issue already, by id, and in which. */
  readonly before: ReadonlyMap<string, string>;
}

/** What a button carries for the parcels of a list: see `parcels/model.ts`. */
export function togetherCode(list: string): string {
  return `i${list.slice(-8)}`;
}

/** Of one finding a parcel stands in one open issue. */
export const mattersOfRaising = (show: Show) => `shipments.raised ${show} `;
export const matterOfRaising = (show: Show, list: string) => `${mattersOfRaising(show)}${list}`;
