import { Refusal } from '../../../core/runtime/refusal.ts';
import type { FigureAsked } from '../figure/shapes.ts';
import { readLine } from './asked.ts';

/** The figure in a line that a button carried beside something else. */
export function demandLine(line: string): FigureAsked {
  const asked = readLine(line);
  if (!asked)
    throw new Refusal('invalid', 'That button is of another release.', { next: 'Ask for the figure again.' });
  return asked;
}
