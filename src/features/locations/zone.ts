import type { Scope } from '../../core/runtime/database.ts';
import { findZone } from './zone-store.ts';

/** On whose clock a location works; null: there is none with this code. */
export async function zoneOfLocation(scope: Scope, code: string): Promise<string | null> {
  return await findZone(scope, code);
}
