import type { Scope } from '../../core/runtime/database.ts';
import type { Colleague } from './rules.ts';
import { listColleagues } from './store.ts';

/** Everybody who is here and has a role, by name; with one Slack account each, the one they used last. */
export async function colleagues(scope: Scope): Promise<readonly Colleague[]> {
  return await listColleagues(scope);
}
