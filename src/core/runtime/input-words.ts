import type { z } from 'zod';
import { number } from '../text/quantity.ts';

/**
 * What is wrong with an input that says nothing itself, in our words: a library's own never reach a person. What a field
 * says itself goes before.
 */
export function inputWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'too_big') {
    const most = number(Number(issue.maximum));
    if (issue.origin === 'string') return `That is too long: up to ${most} characters.`;
    return issue.origin === 'array'
      ? `Those are too many: up to ${most}.`
      : `That is too much: up to ${most}.`;
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' || issue.origin === 'array') return 'Something is missing.';
    return `That is too little: ${number(Number(issue.minimum))} or more.`;
  }
  return 'That does not fit.';
}
