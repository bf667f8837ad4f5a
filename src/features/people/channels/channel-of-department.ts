import type { Scope } from '../../../core/runtime/database.ts';
import { channelOf } from './model.ts';
import { listChannels } from './store.ts';

/** The channel that shows a department's issues; null when none is chosen. */
export async function channelOfDepartment(scope: Scope, department: string): Promise<string | null> {
  return channelOf(await listChannels(scope), department);
}
