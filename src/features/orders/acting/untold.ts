import type { Scope } from '../../../core/runtime/database.ts';
import type { ActRequest } from './model.ts';
import { heldThereSince, refundedSince, saidHeldSince } from './store.ts';

/** What was asked for, and whose task ended with it done. */
interface Done {
  readonly id: string;
  readonly asked: ActRequest;
  /** When the task was raised, and when it ended. */
  readonly ranAt: Date | null;
  readonly endedAt: Date | null;
}

/**
 * The ids of what was done and the shop has not told of: cancellations, since a cancelled order is not asked about,
 * refunds that those told since do not cover, the latest, and releases of a hold that lasts.
 */
export async function untoldOf(
  scope: Scope,
  orderId: string,
  done: readonly Done[],
): Promise<ReadonlySet<string>> {
  const untold = new Set(done.flatMap(({ id, asked }) => (asked.act === 'cancel' ? [id] : [])));
  for (const id of await untoldReleases(scope, orderId, done)) untold.add(id);
  const refunds = done
    .flatMap(({ id, asked, ranAt }) =>
      asked.act === 'refund' && ranAt ? [{ id, ranAt, amount: BigInt(asked.amountMinor) }] : [],
    )
    .toSorted((a, b) => a.ranAt.getTime() - b.ranAt.getTime());
  const [first] = refunds;
  if (!first) return untold;
  let told = await refundedSince(scope, orderId, first.ranAt);
  for (const { id, amount } of refunds) {
    if (told < amount) untold.add(id);
    else told -= amount;
  }
  return untold;
}

/** A release counts until the shop tells its end, or says again that it holds the order. */
async function untoldReleases(
  scope: Scope,
  orderId: string,
  done: readonly Done[],
): Promise<readonly string[]> {
  const last = done.find(({ asked }) => asked.act === 'release');
  if (!last?.ranAt || !last.endedAt) return [];
  const since = await heldThereSince(scope, orderId);
  if (since === null || since > last.ranAt) return [];
  return (await saidHeldSince(scope, orderId, last.endedAt)) ? [] : [last.id];
}
