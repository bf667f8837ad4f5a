import type { Tx } from '../../../core/runtime/database.ts';
import type { DeliveryInHand } from '../deliveries/model.ts';
import { noteHappened } from '../deliveries/store.ts';
import type { Meaning } from '../meaning/meaning.ts';
import { isHeard } from '../source/model.ts';
import { addLags } from './lag-store.ts';
import { toldBy } from './told.ts';

/**
 * Counts how late deliveries came, each when it is read for the first time: what waits for something unknown came when it came.
 * Returns the subjects whose facts are others now.
 */
export async function countLags(
  tx: Tx,
  meant: readonly { readonly delivery: DeliveryInHand; readonly meaning: Meaning }[],
): Promise<readonly string[]> {
  const told = new Map(
    meant.flatMap(({ delivery: { id, kind }, meaning }) => {
      // What was in a file may have waited for somebody.
      const one = isHeard(kind) ? toldBy(meaning) : null;
      return one ? [[id, { id, ...one }] as const] : [];
    }),
  );
  if (told.size === 0) return [];
  const fresh = await noteHappened(tx, [...told.values()]);
  return await addLags(
    tx,
    fresh.flatMap(({ id, sourceId, receivedAt }) => {
      const one = told.get(id);
      return one ? [{ sourceId, receivedAt, kind: one.kind, happenedAt: one.at }] : [];
    }),
  );
}
