import type { Scope } from '../../core/database.ts';
import { channelOf } from './channel-rules.ts';
import { listChannels } from './channel-store.ts';

/** Where a department's issues are posted; null when nobody has chosen a channel. */
export async function channelOfDepartment(scope: Scope, department: string): Promise<string | null> {
  return channelOf(await listChannels(scope), department);
}
