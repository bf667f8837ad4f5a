import { z } from 'zod';
import { isUsualYear } from '../../../core/time/usual-year.ts';

// Pieces of the bodies of all kinds of source, as `exactJson` reads them: numbers are text.

/** The most pieces of one line, and the most lines: more is a mistake of the sender. */
const mostPieces = 1_000_000;
export const mostLines = 5_000;

export const id = z.string().min(1).max(40);
export const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(z.int().max(mostPieces));
/** Signed: a level may be oversold. */
export const level = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number);
const date = z.date().refine(isUsualYear);
/** With an offset. */
export const time = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .pipe(date);
/** Without one: it is UTC. */
export const utcTime = z.iso
  .datetime({ local: true })
  .transform((text) => new Date(`${text.replace(/Z$/, '')}Z`))
  .pipe(date);
export const amount = z.string().max(40);
/** Of an order, as people call it. */
export const number = z.string().min(1).max(100);
export const sku = z.string().max(200);
/** Longer ones are cut. */
export const longestTitle = 500;
