// Writes to the embedded database of DATA_DIR and prints each number once it is committed. Runs until it is killed.
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createLog } from '../../src/log.ts';

const db = await openDatabase({
  ...loadConfig('database'),
  kind: 'server',
  clock: systemClock,
  ids: randomIds,
  log: createLog('error'),
});
const counter = { workspaceId: '00000000-0000-7000-8000-000000000001', series: 'crash' };
const before = await db.prisma.counter.findFirst({ where: counter });
process.stdout.write(`found ${before?.value ?? 0}\n`);
for (let value = (before?.value ?? 0) + 1; ; value += 1) {
  await db.prisma.counter.upsert({
    where: { workspaceId_series: counter },
    create: { ...counter, value },
    update: { value },
  });
  process.stdout.write(`wrote ${value}\n`);
}
