// Does the small work of DATABASE_URL until none is left, and says when it has begun. May be killed.
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createLog } from '../../src/log.ts';
import { drain } from '../race/drain.ts';

const db = await openDatabase({
  ...loadConfig('database'),
  kind: 'server',
  clock: systemClock,
  ids: randomIds,
  log: createLog('error'),
});
process.stdout.write('begun\n');
process.stdout.write(`${await drain(db)}\n`);
await db.close();
