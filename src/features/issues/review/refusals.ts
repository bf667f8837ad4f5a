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

/** Why no review can be written; null: it can. */
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

/** Who saves over words they have not seen is refused. `seen`: the version that they began with; 0 for none. */
export function whyNotSave(review: Review | null, seen: number): SaveNo | null {
  return review && review.version !== seen ? 'was saved since' : null;
}
