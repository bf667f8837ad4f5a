import type { Amounts } from '../parcels/model.ts';
import type { Heard } from '../shipment/model.ts';
import type { ExceptionKind } from '../status/exception-model.ts';
import type { Fault, Reason } from '../status/model.ts';

/** Parcels of which the same is wrong by the same fault. */
export interface ExceptionGroup {
  readonly kind: ExceptionKind;
  readonly fault: Fault;
  /** Those that were told of its parcels, each once. */
  readonly reasons: readonly Reason[];
  readonly parcels: number;
  /** Since when it is so of the oldest: its last scan, or when it came back. */
  readonly since: Date;
  readonly orders: number;
  readonly amounts: Amounts;
}

export interface Exceptions {
  /** The most value first, then the oldest. */
  readonly groups: readonly ExceptionGroup[];
  readonly parcels: number;
  readonly amounts: Amounts;
  /** Parcels on their way. */
  readonly open: number;
  readonly heard: readonly Heard[];
}
