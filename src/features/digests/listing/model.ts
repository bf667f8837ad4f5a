import type { SlotOutcome } from '../../../core/tokens/schedule.ts';
import type { Correction } from '../correcting/model.ts';
import type { Digest } from '../digest/model.ts';
import type { Edition } from '../edition/model.ts';

/** What became of one moment of a digest. */
export type Outcome = SlotOutcome;

/** A digest in the list. */
export interface Listed {
  readonly digest: Digest;
  /** Its next moments, at most three; none while it is paused without an end. */
  readonly next: readonly Date[];
  /** Null: none has come yet. */
  readonly last: Outcome | null;
  readonly mayKeep: boolean;
}

export interface History {
  readonly digest: Digest;
  readonly outcomes: readonly Outcome[];
  /** What was corrected lately in what it posted, the newest first. */
  readonly corrections: readonly Correction[];
  /** What was posted by hand. */
  readonly extras: readonly Pick<Edition, 'askedAt' | 'askedBy'>[];
}
