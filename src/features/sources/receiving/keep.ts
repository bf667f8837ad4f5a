import type { Database } from '../../../core/runtime/database.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Secret } from '../../../core/runtime/secret.ts';
import type { Received, RefusalCount } from '../deliveries/model.ts';
import { addRefusals } from '../deliveries/refusal-store.ts';
import { type Kept, putDelivery } from '../deliveries/store.ts';
import { isHeard, type Source, secretPurpose } from '../source/model.ts';
import { listSources } from '../source/store.ts';

/** A source as its deliveries are checked. */
export interface Receiver extends Pick<Source, 'id' | 'kind' | 'path' | 'settings'> {
  /** Each signs; null: one of them does not open with the keys at hand. */
  readonly secrets: readonly SigningSecret[] | null;
}

interface SigningSecret {
  readonly id: string;
  readonly secret: Secret;
  /** Until when it signs; null: it is the present one. */
  readonly until: Date | null;
}

/** All sources of a workspace, with their secrets opened. */
export async function receivers(database: Database, workspaceId: string): Promise<readonly Receiver[]> {
  const scope = database.scope(workspaceId);
  const all: Receiver[] = [];
  for (const { id, kind, path, settings, ...source } of await listSources(scope)) {
    if (!isHeard(kind)) continue;
    const { secretId, previousSecretId, previousUntil } = source;
    const ids = [
      { id: secretId, until: null },
      ...(previousSecretId ? [{ id: previousSecretId, until: previousUntil }] : []),
    ];
    all.push({ id, kind, path, settings, secrets: await opened(database, workspaceId, ids) });
  }
  return all;
}

async function opened(
  { secrets, scope }: Database,
  workspaceId: string,
  ids: readonly Omit<SigningSecret, 'secret'>[],
): Promise<readonly SigningSecret[] | null> {
  try {
    const found: SigningSecret[] = [];
    for (const one of ids) {
      const secret = await secrets.find(scope(workspaceId), { id: one.id, purpose: secretPurpose });
      if (secret) found.push({ ...one, secret });
    }
    return found;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Whether any source expects to be heard. */
export async function hasSources(database: Database, workspaceId: string): Promise<boolean> {
  return (await listSources(database.scope(workspaceId))).some(({ kind }) => isHeard(kind));
}

/** Writes down what a source told, with the work of handling it: once it resolves, both are committed. */
export async function keepDelivery(
  database: Database,
  workspaceId: string,
  received: Received,
  now: Date,
): Promise<Kept> {
  return await database.single(workspaceId, async (tx) => await putDelivery(tx, received, now));
}

export async function keepRefusals(
  database: Database,
  workspaceId: string,
  counts: readonly RefusalCount[],
): Promise<void> {
  await database.single(workspaceId, async (tx) => await addRefusals(tx, counts));
}
