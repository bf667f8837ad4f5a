import { mayBecome } from '../../../core/tokens/states.ts';
import { lossOf } from '../status/loss-rules.ts';
import { faultOf, type Reason, type Status } from '../status/model.ts';
import { endOf, isCarried, isSettled, statusTable } from '../status/rules.ts';
import type { KeptEvent } from '../telling/kept.ts';
import { type Place, personOf } from '../telling/model.ts';
import type { FoldedEvent, FoldedShipment, Standing } from './model.ts';

type Walked = Pick<
  FoldedShipment,
  | 'status'
  | 'reason'
  | 'fault'
  | 'place'
  | 'scannedAt'
  | 'handedOverAt'
  | 'deliveredAt'
  | 'returnedAt'
  | 'endedAt'
  | 'doubt'
> & {
  readonly events: readonly FoldedEvent[];
  /** Each scan before the end, with the status that it left. */
  readonly scans: readonly { readonly at: Date; readonly status: Status }[];
  /** Carriers have scanned it after an end that one of us told, whether or not a lead has confirmed that since. */
  readonly isContradicted: boolean;
};

/** Where a life of events, in their order, has led. */
export function walked(events: readonly KeptEvent[]): Walked {
  const lift = events.findLastIndex(({ lifts }) => lifts);
  const upheld = upheldBy(events, lift);
  const folded: FoldedEvent[] = [];
  const scans: { at: Date; status: Status }[] = [];
  let status: Status = statusTable.initial;
  let reason: Reason | null = null;
  let place: Place | null = null;
  let handedOverAt: Date | null = null;
  let deliveredAt: Date | null = null;
  let returnedAt: Date | null = null;
  let endedAt: Date | null = null;
  /** Whose word the end is, where no carrier has said so. */
  let endedBy: string | null = null;
  /** Scans of carriers after it, and how many of them a lead has answered: it was so all the same. */
  const after: KeptEvent[] = [];
  let answered = 0;

  const standingOf = (one: KeptEvent, isBeforeLift: boolean): Standing => {
    if (one.lifts) return 'lift';
    if (isBeforeLift && isSettled(one.status) && !upheld.has(one)) return 'lifted';
    // It went on after one of us had ended it: the carrier says when it did end.
    if (endedAt) {
      if (after.length === answered) return 'after the end';
      if (personOf(one.source) !== null) return one.status === endOf(status) ? 'confirmed' : 'after the end';
      return endsSo(status, one, after) ? 'counts' : 'after the end';
    }
    if (one.status === 'unknown') return 'unknown';
    const isBack = status === 'return_to_sender' && one.status === 'delivered';
    return isBack || mayBecome(statusTable, status, one.status) ? 'counts' : 'scan';
  };

  for (const [n, one] of events.entries()) {
    const standing = standingOf(one, n < lift);
    folded.push({ ...one, standing });
    if (standing === 'after the end' && endedBy !== null && personOf(one.source) === null) {
      if (endsSo(status, one, after)) endedBy = null;
      else if (isCarried(one.status)) after.push(one);
    }
    // What is scanned from now on puts the end in doubt anew.
    if (standing === 'confirmed') answered = after.length;
    if (isNoScan(standing)) continue;
    reason =
      one.reason ?? (isOtherTrouble(one, standing, { status, reason, returnedAt }) ? 'none_told' : reason);
    place = one.place ?? place;
    if (isCarried(one.status)) handedOverAt ??= one.at;
    if (standing === 'counts') {
      // What a carrier delivers after it turned back, it delivers to us.
      const isBack = status === 'return_to_sender' && one.status === 'delivered';
      if (isBack) returnedAt = one.at;
      else status = one.status;
      if (status === 'delivered') deliveredAt = one.at;
      if (isBack || status === 'delivered' || status === 'cancelled') {
        endedAt = one.at;
        endedBy = personOf(one.source) === null ? null : one.source;
        after.length = 0;
        answered = 0;
      }
    }
    // What one of us heard on the phone is no scan.
    if (personOf(one.source) === null) scans.push({ at: one.at, status });
  }
  const first = after[answered];
  const last = after.at(-1);
  return {
    status,
    reason,
    fault: reason ? faultOf(reason) : 'none',
    place,
    scannedAt: scans.at(-1)?.at ?? null,
    handedOverAt,
    deliveredAt,
    returnedAt,
    endedAt,
    doubt: first && last && endedBy !== null ? { by: endedBy, since: first.at, scan: last } : null,
    events: folded,
    scans,
    isContradicted: endedBy !== null && after.length > 0,
  };
}

const troubles: readonly Status[] = ['delayed', 'on_hold', 'delivery_failed'];

/**
 * What was lost and is scanned again was found: that it was lost stays why it is late, but is not why it stops again. What
 * turned back stays so, so that its scan alone says that it was found.
 */
function isOtherTrouble(
  one: KeptEvent,
  standing: Standing,
  before: Pick<Walked, 'status' | 'reason' | 'returnedAt'>,
): boolean {
  if (before.reason !== 'carrier_lost' && before.reason !== 'carrier_damaged') return false;
  const isLost = lossOf(before) !== null;
  return isLost ? standing === 'scan' && isCarried(one.status) : troubles.includes(one.status);
}

function isNoScan(standing: Standing): boolean {
  return ['lift', 'lifted', 'after the end', 'confirmed'].includes(standing);
}

/**
 * Whether a carrier's event ends a parcel as it has ended. `after`: what carriers scanned since: what turned back among it is
 * not what its customer got.
 */
function endsSo(status: Status, one: KeptEvent, after: readonly KeptEvent[]): boolean {
  if (one.status !== endOf(status)) return false;
  return status === 'return_to_sender' || !after.some((scan) => scan.status === 'return_to_sender');
}

/**
 * What a lead's word does not take back: where one of us said that it ended and its carrier contradicts that, the lead takes
 * back ours, and the carrier's account stands: that it turned back, and its end.
 */
function upheldBy(events: readonly KeptEvent[], lift: number): ReadonlySet<KeptEvent> {
  if (lift < 0) return new Set();
  const before = walked(events.slice(0, lift));
  if (!before.isContradicted) return new Set();
  const isTold = (n: number) => before.events[n]?.standing !== 'lifted';
  return new Set(events.filter(({ source }, n) => n < lift && isTold(n) && personOf(source) === null));
}
