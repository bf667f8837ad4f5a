import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { dropRefs, refsOfKind, setRefs } from '../../../db/refs/refs.ts';

/** What a source calls one of our locations. */
export interface MappedPlace {
  readonly externalId: string;
  /** Ours. */
  readonly locationId: string;
}

const kind = 'location';

export async function mappedPlaces(scope: Scope, source: string): Promise<readonly MappedPlace[]> {
  const rows = await refsOfKind(scope, { source, kind });
  return rows.map(({ externalId, id }) => ({ externalId, locationId: id }));
}

export async function mapPlace(
  tx: Tx,
  source: string,
  { externalId, locationId }: MappedPlace,
): Promise<void> {
  await setRefs(tx, [{ source, kind, externalId, id: locationId }]);
}

export async function unmapPlace(tx: Tx, source: string, externalId: string): Promise<void> {
  await dropRefs(tx, [{ source, kind, externalId }]);
}
