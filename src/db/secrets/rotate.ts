import type { Tx } from '../../core/runtime/database.ts';
import { randomIds } from '../../core/runtime/ids.ts';
import { seal, unseal } from './box.ts';
import type { SecretsKey } from './keys.ts';
import { lockSealedByOthers, reseal } from './store.ts';

const atOnce = 100;

export interface Rotated {
  readonly resealed: number;
  /** Names of keys whose secrets did not open, one for each secret. */
  readonly unopened: readonly string[];
  /** Where the next batch begins; null: this was the last. */
  readonly next: string | null;
}

/** Where the first batch begins. */
export const fromTheFirst = '00000000-0000-0000-0000-000000000000';

/** Seals a batch of secrets under the first key. What is done stays done: a rotation may stop and begin anew. */
export async function rotateBatch(
  tx: Tx,
  [first, ...others]: readonly [SecretsKey, ...SecretsKey[]],
  after: string,
  now: Date,
): Promise<Rotated> {
  const rows = await lockSealedByOthers(tx, { keyId: first.id, after, most: atOnce });
  const unopened: string[] = [];
  for (const row of rows) {
    const whose = { ...row, workspaceId: tx.workspaceId };
    const opened = unseal(others, row, whose);
    if (typeof opened === 'object')
      await reseal(tx, { ...row, ...seal(first, randomIds.bytes(12), opened.text, whose) }, now);
    else unopened.push(row.keyId);
  }
  const last = rows.length === atOnce ? rows.at(-1) : undefined;
  return { resealed: rows.length - unopened.length, unopened, next: last?.id ?? null };
}
