// The ground of the workers: the bot's engine on the bench's database, and its one workspace.
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Workspace } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createEngine } from '../../src/engine.ts';
import { createLog } from '../../src/log.ts';

const log = createLog('error');

export const db = await openDatabase({
  ...loadConfig('database'),
  kind: 'server',
  clock: systemClock,
  ids: randomIds,
  log,
});
export const workspace: Workspace = await db.prisma.workspace.findFirstOrThrow();
export const ground = {
  engine: createEngine(db, systemClock),
  clock: systemClock,
  ids: randomIds,
  log,
  commandPrefix: '',
};
