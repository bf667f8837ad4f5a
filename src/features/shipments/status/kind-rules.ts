import { backDays, collectHours, type ExceptionKind } from './exception-model.ts';
import { lossOf } from './loss-rules.ts';
import type { Reason, Status } from './model.ts';

const hourMs = 3_600_000;

interface Troubled {
  readonly direction: string;
  readonly status: Status;
  readonly reason: Reason | null;
  readonly endedAt: Date | null;
  readonly returnedAt: Date | null;
  /** A carrier's scans after an end that one of us told; null: none. */
  readonly doubt: { readonly since: Date } | null;
  readonly scannedAt: Date | null;
  readonly scanDueAt: Date | null;
}

/**
 * What is wrong with a parcel, so that its card gives the step that its list gives; null: nothing. `kind` and `mayBeWrong` in
 * `parcels/clauses-store.ts` are the same rule for lists.
 */
export function kindOf(shipment: Troubled, now: Date): ExceptionKind | null {
  const { direction, status, endedAt, returnedAt, doubt, scannedAt, scanDueAt } = shipment;
  if (direction === 'inbound') return null;
  const since = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const isRecent = (at: Date) => at > since(backDays * 24);
  if (endedAt) {
    const isBack = returnedAt !== null && isRecent(returnedAt);
    if (!isBack && !(doubt && isRecent(doubt.since))) return null;
    return doubt ? 'doubted' : 'back';
  }
  if (lossOf(shipment)) return 'lost';
  switch (status) {
    case 'return_to_sender':
      return 'turned back';
    case 'delivery_failed':
      return 'failed';
    case 'on_hold':
      return 'held';
    case 'delayed':
      return 'delayed';
    case 'ready_for_pickup':
      if (scannedAt && scannedAt <= since(collectHours)) return 'to collect';
  }
  if (!scanDueAt || scanDueAt > now) return null;
  return status === 'pending' ? 'unscanned' : 'silent';
}
