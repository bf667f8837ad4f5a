import type { Status } from '../status/model.ts';
import type { Place } from '../telling/model.ts';
import type { Silence } from './model.ts';

const hourMs = 3_600_000;
const labelMs = 24 * hourMs;
const inlandMs = 72 * hourMs;
const abroadMs = 168 * hourMs;

interface Scan {
  readonly at: Date;
  /** What it left the shipment as. */
  readonly status: Status;
}

/** How long nothing may be heard; null: it waits for somebody who is no carrier. */
function patience(status: Status, isAbroad: boolean): number | null {
  if (status === 'pending') return labelMs;
  if (status === 'ready_for_pickup' || status === 'delivered' || status === 'cancelled') return null;
  return isAbroad ? abroadMs : inlandMs;
}

/** When scans were missing, and when the next one will be. A pure answer of the scans: no clock, and nothing is kept. */
export function silencesOf(
  scans: readonly Scan[],
  isAbroad: boolean,
  isOver: boolean,
): { readonly silences: readonly Silence[]; readonly scanDueAt: Date | null } {
  const dueAfter = ({ at, status }: Scan): Date | null => {
    const ms = patience(status, isAbroad);
    return ms === null ? null : new Date(at.getTime() + ms);
  };
  const silences = scans.flatMap((scan, n) => {
    const next = scans[n + 1];
    const dueAt = dueAfter(scan);
    return next && dueAt && next.at > dueAt ? [{ since: scan.at, dueAt, until: next.at }] : [];
  });
  const last = scans.at(-1);
  return { silences, scanDueAt: last && !isOver ? dueAfter(last) : null };
}

/** Whether it crosses a border, as far as its ends and the places of its scans tell. */
export function crossesBorder(places: readonly (Place | null)[]): boolean {
  return new Set(places.flatMap((place) => place?.country ?? [])).size > 1;
}
