import type { DisruptionKind } from '../disrupted/names.ts';
import type { LaneKey, Sums } from './model.ts';

/** What somebody declared: which parcels raise no alarm of their own, and from when until when. */
export interface Disruption {
  readonly id: string;
  readonly kind: DisruptionKind;
  /** As of a lane; null: of all carriers. */
  readonly carrier: string | null;
  readonly carrierName: string | null;
  /** A location's code or a country; null: from anywhere. */
  readonly origin: string | null;
  /** A country, or one with an area, such as "DE 10"; null: to anywhere. */
  readonly destination: string | null;
  readonly fromAt: Date;
  /** Null: until somebody says that it is over. */
  readonly untilAt: Date | null;
  readonly declaredById: string;
  readonly declaredAt: Date;
  readonly endedAt: Date | null;
  /** As its card shows them. `exposed`: on its lanes, and did not come into trouble inside it. */
  readonly parcels: number;
  readonly open: number;
  readonly exposed: number;
}

/** So long after its end parcels of its time that are told of late join it. */
export const joinedForMs = 30 * 86_400_000;

/** Parcels on their way on its lanes that did not come into trouble inside it, however they stand. */
export interface Beside {
  readonly exposed: number;
  /** Of these: those in trouble before it began. */
  readonly before: number;
  /** Of the others: those late, or going to be, although no scan says since when. */
  readonly late: number;
}

export const nothingBeside: Beside = { exposed: 0, before: 0, late: 0 };

/** What its parcels come to, and those beside them. */
export interface DisruptionStands {
  readonly of: Disruption;
  readonly sums: Sums;
  readonly beside: Beside;
}

export interface StandingDisruption extends Disruption {
  readonly sums: Sums;
  readonly beside: Beside;
  /** Who declared it; null: somebody who has left. */
  readonly declaredBy: string | null;
  readonly issue: { readonly id: string; readonly number: number } | null;
}

/** Whether a lane lies inside. */
export function covers(
  { carrier, origin, destination }: Pick<Disruption, 'carrier' | 'origin' | 'destination'>,
  lane: LaneKey,
): boolean {
  const [from = '', to = ''] = lane.lane.split(' → ');
  return (
    (carrier === null || carrier === lane.carrier) &&
    (origin === null || origin === from) &&
    (destination === null || destination === to || to.startsWith(`${destination} `))
  );
}

export const matterOfDisruption = (id: string) => `shipments.disruption ${id}`;
