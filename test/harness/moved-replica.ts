// One replica of the bot whose clock stands where it was put. Each line on standard input is a `Step`; its answer is a line
// "did <n>" or "failed <n>". Its Slack and database come from the environment.
// node --import tsx test/harness/moved-replica.ts
import { createInterface } from 'node:readline';
import { startApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import type { Context } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createEngine } from '../../src/engine.ts';
import { features } from '../../src/features/index.ts';
import { asPerson } from '../../src/features/people/index.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { createLog } from '../../src/log.ts';
import { testClock } from './clock.ts';

/** What a replica does at a moment. */
export interface Step {
  readonly n: number;
  /** Its clock, which may go back. */
  readonly at: string;
  /** An operation that somebody calls before the minute's work is done. */
  readonly call?: { readonly operation: string; readonly as: string; readonly input: object };
}

const config = loadConfig('slack');
if (!config.slack) throw new Error('A replica needs the settings of its Slack.');
const standing = testClock(process.env.AT ?? '');
let passed = 0;
// What is measured with it, such as the pauses of a sender, passes with the clock.
const clock = { ...standing, elapsed: () => performance.now() + passed };
const tools = { clock, ids: randomIds, log: createLog(config.logLevel) };
const db = await openDatabase({ ...config, kind: 'server', ...tools });
const outbox = { paceMs: 0, leaseMs: 60_000 };
const app = await startApp(db, config, config.slack, { ...tools, outbox, queues: 'by hand' });
const workspace = await db.prisma.workspace.findFirstOrThrow();
const { queue } = openQueues(db.background, features, { ...tools, outages: db.database.outages });
const engine = createEngine(db, clock, undefined, { queue });

async function call({ operation, as, input }: NonNullable<Step['call']>): Promise<void> {
  const found = features.flatMap(({ operations }) => operations).find(({ name }) => name === operation);
  if (!found) throw new Error(`There is no operation ${operation}.`);
  const ctx: Context = {
    workspace,
    actor: { kind: 'system', id: 'test', name: 'test', timeZone: 'UTC' },
    now: clock.now(),
    ids: randomIds,
    log: tools.log,
    correlationId: operation,
    delivery: null,
    channel: null,
    engine,
  };
  await (found.call as (ctx: Context, input: object) => Promise<unknown>)(
    await asPerson(asSystem(ctx, 'test'), as),
    input,
  );
}

async function take(step: Step): Promise<void> {
  passed += Math.max(0, Date.parse(step.at) - clock.now().getTime());
  clock.set(step.at);
  try {
    if (step.call) await call(step.call);
    await app.catchUp();
    await app.idle();
    console.log(`did ${step.n}.`);
  } catch (error) {
    console.log(`failed ${step.n}. ${(error as Error).message}`);
  }
}

/** A moment in an operation's input. */
const moments = (key: string, value: unknown) => (key === 'until' ? new Date(value as string) : value);

let last = Promise.resolve();
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  last = last.then(async () => await take(JSON.parse(line, moments) as Step));
});
console.log(`ready ${process.pid}`);
process.once('SIGTERM', async () => {
  lines.close();
  await last;
  await app.stop();
  await db.close();
});
