import type { Scope } from '../../../core/runtime/database.ts';
import { type AskedAbout, listAskedAbout } from './asked-about-store.ts';

/** What was asked about subjects and waits, runs or was done, the latest first; what was undone is left out. */
export async function askedAbout(
  scope: Scope,
  subjects: readonly string[],
  kinds: readonly string[],
): Promise<readonly AskedAbout[]> {
  return subjects.length === 0 ? [] : await listAskedAbout(scope, subjects, kinds);
}
