import type { Scope } from '../../../core/runtime/database.ts';
import { listChannels } from './store.ts';

/** The channel that was chosen for a purpose, such as approvals; null: none was. */
export async function channelFor(scope: Scope, purpose: string): Promise<string | null> {
  return (await listChannels(scope)).get(purpose) ?? null;
}
