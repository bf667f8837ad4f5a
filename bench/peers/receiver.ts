// The bot's receiver alone, on its database: what is kept is handled by nobody.
import './agent.ts';
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { openDatabase } from '../../src/db/open.ts';
import { openServer } from '../../src/health/server.ts';
import { createLog } from '../../src/log.ts';
import { receiveWebhooks } from '../../src/webhooks/routes.ts';

const log = createLog('warn');
const clock = systemClock;
const db = await openDatabase({ ...loadConfig('database'), kind: 'server', clock, ids: randomIds, log });
const workspace = await db.prisma.workspace.findFirstOrThrow();
const webhooks = receiveWebhooks({
  database: db.database,
  workspaceId: workspace.id,
  clock,
  ids: randomIds,
  warn: (error, message) => log.warn({ err: error }, message),
  wakeWork: () => {},
});
await openServer({
  port: Number(process.env.PORT),
  host: '127.0.0.1',
  setting: 'PORT',
  routes: webhooks.routes,
  needed: true,
  warn: () => {},
});
