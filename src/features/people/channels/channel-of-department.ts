import type { Scope } from '../../../core/runtime/database.ts';
import { channelOf } from './model.ts';
import { listChannels } from './store.ts';

/** Where a department's issues are posted; null when nobody has chosen a channel. */
export async function channelOfDepartment(scope: Scope, department: string): Promise<string | null> {
  return channelOf(await listChannels(scope), department);
}
