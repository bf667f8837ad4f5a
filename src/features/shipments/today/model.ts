import type { Exceptions } from '../exceptions/model.ts';
import type { LateParcels } from '../late/model.ts';

/** What of parcels needs somebody now. */
export interface Today {
  readonly late: LateParcels;
  readonly exceptions: Exceptions;
  /** Strikes and storms that are declared now, by name. */
  readonly disruptions: readonly string[];
  /** Codes of carriers that wait for a meaning; 0 for whoever may not see them. */
  readonly codes: number;
  /** The reader's own open issues about parcels, the late first. */
  readonly issues: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly isLate: boolean;
  }[];
}
