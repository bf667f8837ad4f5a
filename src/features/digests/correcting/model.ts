import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';

/** Posts of earlier days stay as they are. */
export const correctedDays = 35;

/** A figure of a post that may be corrected. */
export interface Standing {
  readonly editionId: string;
  readonly composedAt: Date;
  readonly tolerance: number;
  readonly told: PostedFigure;
  /** As the post says it: as it was corrected last, or as it was told. */
  readonly stands: PostedFigure;
}

/** The last post of a page. */
export interface Place {
  readonly composedAt: Date;
  readonly id: string;
}

/** A figure that was corrected. */
export interface Restatement {
  readonly editionId: string;
  readonly ordinal: number;
  readonly at: Date;
  /** As the post said it: "94.1 %", "no data". */
  readonly before: string;
  readonly after: string;
}

/** A correction of a figure, for its digest's history. */
export interface Correction extends Pick<Restatement, 'at' | 'before' | 'after'> {
  readonly figure: PostedFigure;
}

/** A figure that was corrected on a day: as it was before the first time, and as it stands. */
export interface NotedFigure {
  readonly figure: PostedFigure;
  /** False: it was only being counted for the first time. */
  readonly isLate: boolean;
  readonly before: string;
  /** "941 of 1,000"; null: there is nothing behind it, or it is not known any more. */
  readonly behindBefore: string | null;
  readonly after: string;
}
