import { createHash } from 'node:crypto';
import type { Collection } from '../collection/model.ts';

/** A short text that differs once anything about the collection has changed: what a form was opened over. */
export function markOf({ weekdays, cutOff, pickUp, lateMarginMin, validFrom, validTo }: Collection): string {
  const text = JSON.stringify([weekdays, cutOff, pickUp, lateMarginMin, validFrom, validTo]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
