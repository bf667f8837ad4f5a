import type { Sentences } from '../../../cases/refusals.ts';
import { moment } from '../../../core/time/reader.ts';
import { type Issue, isOpen } from '../issue/model.ts';
import { isReviewed, type Review } from './rules.ts';

type Judged = Pick<Issue, 'number' | 'severity' | 'state'>;

export type ReviewNo = 'is not done' | 'needs no review';

export const reviewSentences: Sentences<ReviewNo, Judged> = {
  'is not done': ({ number }) => `Issue ${number} is not done yet: a review looks back.`,
  'needs no review': ({ number, severity }) =>
    `Issue ${number} is ${severity}: reviews are for critical and high ones.`,
};

/** Why an issue cannot be reviewed; null: it can. */
export function whyNotReview({ severity, state }: Pick<Judged, 'severity' | 'state'>): ReviewNo | null {
  if (isOpen(state)) return 'is not done';
  return isReviewed(severity) ? null : 'needs no review';
}

export type SaveNo = 'was saved since';

export const saveSentences: Sentences<SaveNo, Review> = {
  'was saved since': ({ writtenBy, writtenAt }, { timeZone, now }) => ({
    says: `${writtenBy?.name ?? 'Somebody'} saved a review at ${moment(writtenAt, now, timeZone)}, after you began.`,
    next: 'Keep what you wrote, and press Review again.',
  }),
};

/** Refuses to overwrite a version that the writer has not seen. `seen`: the version they began with; 0: none. */
export function whyNotSave(review: Review | null, seen: number): SaveNo | null {
  return review && review.version !== seen ? 'was saved since' : null;
}
