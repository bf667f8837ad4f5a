import type { Scope } from '../../core/runtime/database.ts';
import { findZone } from './zone-store.ts';

/** The time zone a location works in; null when no location has this code. */
export async function zoneOfLocation(scope: Scope, code: string): Promise<string | null> {
  return await findZone(scope, code);
}
