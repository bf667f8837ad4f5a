import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import type { EditionFigure } from './model.ts';

/** Whether it has a value that may be shown. */
export function isSaid({ shown, silent, isCounting }: PostedFigure): boolean {
  return shown !== null && silent === null && !isCounting;
}

/** What a post says of a figure: "94.1 %", "no data", "being counted". */
export function printedOf(figure: PostedFigure): string {
  if (figure.isCounting) return 'being counted';
  return isSaid(figure) ? (figure.shown ?? '') : 'no data';
}

/** Whether a post says something else of it than at first: a figure that is back at what was told is as it was posted. */
export function isCorrected({ told, corrected }: EditionFigure): boolean {
  return corrected !== null && printedOf(corrected) !== printedOf(told);
}
