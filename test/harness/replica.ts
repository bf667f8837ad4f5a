// One replica of the bot for races and crashes: its Slack and database come from the environment. It changes levels and
// sends numbered notes until it is stopped or killed.
// node --import tsx test/harness/replica.ts <name> <changes> <pause in ms>
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Context } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { mutation } from '../../src/core/runtime/operation.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import { openDatabase } from '../../src/db/open.ts';
import { writes } from '../../src/db/scope.ts';
import { createEngine } from '../../src/engine.ts';
import { say } from '../../src/features/index.ts';
import { importStock } from '../../src/features/stock/permissions.ts';
import { skuWatch } from '../../src/features/stock/watching/sku-watch.ts';
import { createLog } from '../../src/log.ts';
import { message, section } from '../../src/ui/blocks.ts';
import { mrkdwn } from '../../src/ui/text.ts';

const [, , name = '', changes = '0', pause = '0'] = process.argv;
const config = loadConfig('slack');
if (!config.slack) throw new Error('A replica needs the settings of its Slack.');
const tools = { clock: systemClock, ids: randomIds, log: createLog('error') };
const db = await openDatabase({ ...config, kind: 'server', ...tools });
const outbox = {
  paceMs: Number(process.env.PACE_MS ?? 1_000),
  leaseMs: Number(process.env.LEASE_MS ?? 60_000),
};
const inboundLeaseMs = Number(process.env.INBOUND_LEASE_MS ?? 60_000);
const app = await startApp(db, config, config.slack, { ...tools, outbox, inboundLeaseMs });
if (process.env.CATCH_UP_MS) setInterval(() => void app.catchUp(), Number(process.env.CATCH_UP_MS)).unref();
const workspace = await db.prisma.workspace.findFirstOrThrow();
const skus = await db.prisma.sku.findMany({ select: { id: true }, orderBy: { codeKey: 'asc' } });
const engine = createEngine(db, systemClock);

const setLevel = mutation({
  name: 'stock.set-level-for-a-test',
  permission: importStock,
  input: z.object({ sku: z.uuid(), quantity: z.number().int() }),
  async run(ctx, { sku, quantity }) {
    await writes(ctx.tx).$executeRaw`
      UPDATE level SET quantity = ${quantity} WHERE workspace_id = ${ctx.tx.workspaceId}::uuid AND sku_id = ${sku}::uuid`;
    return { result: null, changes: [], notifications: await skuWatch.follow(ctx, [sku]) };
  },
});

const context = (): Context => ({
  workspace,
  actor: { kind: 'system', id: name, name, timeZone: 'UTC' },
  now: systemClock.now(),
  ids: randomIds,
  log: tools.log,
  correlationId: name,
  delivery: null,
  channel: null,
  engine,
});

let stopping = false;
process.once('SIGTERM', () => {
  stopping = true;
});
console.log(`ready ${process.pid}`);
const pick = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)];
for (let change = 0; change < Number(changes) && !stopping; change += 1) {
  const sku = pick(skus);
  const quantity = 100 + Math.floor(Math.random() * 900);
  const about = `${name} ${change}`;
  const text = mrkdwn`note ${about}.`;
  await inUnit(context(), {}, async (unit) => {
    if (sku) await setLevel.call(unit, { sku: sku.id, quantity });
    if (process.env.NOTES_TO) {
      const note = { about, place: process.env.NOTES_TO, asker: process.env.NOTES_TO };
      await say.call(unit, { ...note, message: message(text, [section(text)]) });
    }
  });
  console.log(`wrote ${about}.`);
  await wait(Number(pause));
}
console.log('written');
while (!stopping) await wait(50);
await app.stop();
await db.close();
