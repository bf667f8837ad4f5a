import type { Scope } from '../../../core/runtime/database.ts';
import { type AskedAbout, listAskedAbout } from './asked-about-store.ts';

/** What was asked about a subject and waits, runs or was done, the latest first; what was undone is left out. */
export async function askedAbout(
  scope: Scope,
  subject: string,
  kinds: readonly string[],
): Promise<readonly AskedAbout[]> {
  return await listAskedAbout(scope, subject, kinds);
}
