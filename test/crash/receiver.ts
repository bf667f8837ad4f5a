// Receives webhooks on PORT until it is killed, and says where. The workspace's source is there already, or made.
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Hearing } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { systemActor } from '../../src/core/runtime/system.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createEngine } from '../../src/engine.ts';
import { receivers } from '../../src/features/index.ts';
import { makeSource } from '../../src/features/sources/editing/save.ts';
import { openServer } from '../../src/health/server.ts';
import { createLog } from '../../src/log.ts';
import { receiveWebhooks } from '../../src/webhooks/routes.ts';

const log = createLog('error');
const clock = systemClock;
const db = await openDatabase({ ...loadConfig('database'), kind: 'server', clock, ids: randomIds, log });
const workspace = await db.prisma.workspace.findFirstOrThrow();
const hearing: Hearing = {
  listening: () => 'yes',
  trial: async () => ({ answer: 'taken', ms: 0 }),
};
const { database } = db;
if ((await receivers(database, workspace.id)).length === 0) {
  const draft = {
    name: 'Shop',
    channel: null,
    currency: null,
    paths: null,
    secret: process.env.SOURCE_SECRET ?? '',
  };
  await makeSource.call(
    {
      workspace,
      actor: systemActor(workspace, 'test'),
      now: clock.now(),
      ids: randomIds,
      log,
      correlationId: 'test',
      delivery: null,
      channel: null,
      engine: createEngine(db, clock, undefined, { webhooks: hearing }),
    },
    { ...draft, kind: 'shopify' },
  );
}
const webhooks = receiveWebhooks({
  database,
  workspaceId: workspace.id,
  clock,
  ids: randomIds,
  warn: (error) => log.error({ err: error }, 'not received'),
  wakeWork: () => {},
});
const server = await openServer({
  port: Number(process.env.PORT ?? 0),
  host: '127.0.0.1',
  setting: 'PORT',
  routes: webhooks.routes,
  needed: true,
  warn: () => {},
});
const [source] = await receivers(database, workspace.id);
process.stdout.write(`http://127.0.0.1:${server.port}/webhooks/${source?.path} \n`);
