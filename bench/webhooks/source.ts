import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { systemActor } from '../../src/core/runtime/system.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createEngine } from '../../src/engine.ts';
import { makeSource } from '../../src/features/sources/editing/save.ts';
import { createLog } from '../../src/log.ts';
import { shopSecret } from './deliveries.ts';

const key = { id: 'bench', bytes: Buffer.alloc(32, 7) };
/** As the setting of the bot. */
export const secretKeys = `${key.id}:${key.bytes.toString('base64')}`;

/** Makes the shop a source of the one workspace; the path of its address. */
export async function makeShop(databaseUrl: string): Promise<string> {
  const log = createLog('error');
  const db = await openDatabase({
    ...{ databaseUrl, dataDir: '', poolSize: 1, secretKeys: [key], kind: 'command' },
    ...{ clock: systemClock, ids: randomIds, log },
  });
  try {
    const workspace = await db.prisma.workspace.findFirstOrThrow();
    const hearing = {
      listening: () => 'yes' as const,
      trial: async () => ({ answer: 'taken' as const, ms: 0 }),
    };
    const ctx = {
      workspace,
      actor: systemActor(workspace, 'bench'),
      now: systemClock.now(),
      ids: randomIds,
      log,
      correlationId: 'bench',
      delivery: null,
      channel: null,
      engine: createEngine(db, systemClock, undefined, { webhooks: hearing }),
    };
    const draft = { name: 'Shop', channel: null, currency: 'EUR', paths: null, secret: shopSecret };
    const { path } = await makeSource.call(ctx, { ...draft, kind: 'shopify' });
    return `/webhooks/${path}`;
  } finally {
    await db.close();
  }
}
