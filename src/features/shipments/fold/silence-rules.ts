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
  /** By when it was to be there, as its carrier says, else as was promised; null: nobody says. */
  expected: Date | null,
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
  const dueAt = last && !isOver ? dueAfter(last) : null;
  return { silences, scanDueAt: last && dueAt && expected ? sooner(last.at, dueAt, expected) : dueAt };
}

/** On a long way few scan; but what should be there by now has no more time than at home. */
function sooner(at: Date, dueAt: Date, expected: Date): Date {
  const earliest = Math.max(at.getTime() + inlandMs, expected.getTime());
  return new Date(Math.min(dueAt.getTime(), earliest));
}

/** Whether it crosses a border, as far as its ends and the places of its scans tell. */
export function crossesBorder(places: readonly (Place | null)[]): boolean {
  return new Set(places.flatMap((place) => place?.country ?? [])).size > 1;
}
