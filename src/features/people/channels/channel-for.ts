import type { Scope } from '../../../core/runtime/database.ts';
import { listChannels } from './store.ts';

/** The channel chosen for a purpose, such as approvals; null when none is. */
export async function channelFor(scope: Scope, purpose: string): Promise<string | null> {
  return (await listChannels(scope)).get(purpose) ?? null;
}
