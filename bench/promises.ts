import pg from 'pg';
import { systemClock } from '../src/core/runtime/clock.ts';
import { randomIds } from '../src/core/runtime/ids.ts';
import { migrate } from '../src/db/migrate.ts';
import { createLog } from '../src/log.ts';
import { Keep } from './keep.ts';
import { createDatabase, demandPostgres } from './postgres.ts';
import { atMost, type Ratio, timeRatio } from './report.ts';
import type { Measure } from './rounds.ts';
import type { Bench } from './suites.ts';
import { type Answer, startWorker, type Worker } from './worker.ts';

const rows = 10_000;

export interface Measured {
  readonly measures: readonly Measure[];
  readonly ratios: readonly Ratio[];
}

/** A list that two processes empty, in the bot's ways and the bare way in turn. */
interface List {
  /** Its worker, in `bench/peers`. */
  readonly worker: 'due' | 'drain';
  readonly table: string;
  readonly what: string;
  readonly ours: readonly Way[];
  readonly refill: (client: pg.Client) => Promise<void>;
}

/** A way of the bot, and how many times as long as the bare loop it may take. */
interface Way {
  readonly way: string;
  readonly name: string;
  readonly most: number;
}

/** Two processes run all due work. */
export async function dueWork(bench: Bench): Promise<Measured> {
  return await emptied(bench, {
    worker: 'due',
    table: 'due_work',
    what: 'due',
    ours: [
      { way: 'alone', name: 'bot, due work one by one', most: 2 },
      { way: 'together', name: 'bot, due work in batches', most: 1 },
    ],
    refill,
  });
}

/** Two processes drain all small work. */
export async function drainWork(bench: Bench): Promise<Measured> {
  return await emptied(bench, {
    worker: 'drain',
    table: 'work',
    what: 'small works',
    ours: [{ way: 'bot', name: 'bot, drain', most: 2 }],
    refill: refillWork,
  });
}

async function emptied(bench: Bench, { worker, table, what, ours, refill }: List): Promise<Measured> {
  await using keep = new Keep();
  const { url, client } = await promisedDatabase(keep, worker);
  const workers = [keep.add(await startWorker(worker, url)), keep.add(await startWorker(worker, url))];
  const bare = { way: 'bare', measure: measureOf('bare loop', 2) };
  const bots = ours.map((one) => ({ ...one, measure: measureOf(one.name, 2) }));
  // The first round of each warms up and is not counted.
  for (let round = 0; round <= bench.plan.rounds; round += 1) {
    for (const { way, measure } of [...bots, bare]) {
      bench.goOn();
      bench.say(`${measure.name}, round ${round} of ${bench.plan.rounds}`);
      await refill(client);
      const began = performance.now();
      const answers = await Promise.all(workers.map((one) => one.run({ way, connections: 1, seconds: 0 })));
      const seconds = (performance.now() - began) / 1_000;
      await allDone(client, table, answers);
      if (round > 0) take(measure, answers, seconds);
    }
  }
  const ratios = bots.map(({ name, most, measure }) =>
    timeRatio(
      `time, ${rows.toLocaleString('en-GB')} ${what}, ${name} : bare loop`,
      measure,
      bare.measure,
      atMost(most),
    ),
  );
  return { measures: [...bots.map(({ measure }) => measure), bare.measure], ratios };
}

export async function runFor(
  worker: Worker,
  way: string,
  measure: Taking,
  { seconds, counted }: { readonly seconds: number; readonly counted: boolean },
): Promise<void> {
  const began = performance.now();
  const answer = await worker.run({ way, connections: measure.connections, seconds });
  if (counted) take(measure, [answer], (performance.now() - began) / 1_000);
}

interface Taking extends Measure {
  readonly rates: number[];
  readonly cpu: number[];
}

export const measureOf = (name: string, connections: number): Taking => ({
  name,
  connections,
  rates: [],
  cpu: [],
});

export function take(measure: Taking, answers: readonly Answer[], seconds: number): void {
  const done = answers.reduce((sum, answer) => sum + answer.done, 0);
  measure.rates.push(done / seconds);
  measure.cpu.push(answers.reduce((sum, answer) => sum + answer.cpu, 0) / done);
}

/** A database with one workspace, and our own table for the changes. */
export async function promisedDatabase(keep: Keep, label: string) {
  await demandPostgres();
  const { url } = keep.add(await createDatabase(label));
  await migrate({ connectionString: url }, 'prisma/migrations', {
    clock: systemClock,
    ids: randomIds,
    log: createLog('warn'),
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  keep.add({ [Symbol.asyncDispose]: async () => await client.end() });
  await client.query(
    `INSERT INTO workspace (id, slack_team_id, name, time_zone, currency, created_at)
     VALUES ($1, 'T0BENCH', 'Bench', 'UTC', 'EUR', $2)`,
    [randomIds.uuid(systemClock.now()), systemClock.now()],
  );
  await client.query(
    'CREATE TABLE bench_issue (workspace_id uuid, subject text, level int, PRIMARY KEY (workspace_id, subject))',
  );
  await client.query(
    `INSERT INTO bench_issue SELECT id, 'subject ' || n, 0 FROM workspace, generate_series(0, ${rows - 1}) n`,
  );
  return { url, client };
}

export async function refill(client: pg.Client): Promise<void> {
  await client.query('UPDATE bench_issue SET level = 0');
  await client.query(
    `INSERT INTO due_work (workspace_id, kind, subject, due_at, attempts, set_aside, correlation_id)
     SELECT workspace_id, 'bench.due', subject, '2026-01-01', 0, false, subject FROM bench_issue`,
  );
  await client.query('VACUUM ANALYZE due_work, bench_issue');
}

async function refillWork(client: pg.Client): Promise<void> {
  await client.query('UPDATE bench_issue SET level = 0');
  await client.query(
    `INSERT INTO work (workspace_id, id, kind, subject, data, state, queued_at, due_at, attempts, correlation_id)
     SELECT workspace_id, gen_random_uuid(), 'bench.work', subject, '{}', 'waiting', '2026-01-01', '2026-01-01', 0, subject FROM bench_issue`,
  );
  await client.query('VACUUM ANALYZE work, bench_issue');
}

/** A loop that skips work, or repeats it, has no speed. */
async function allDone(client: pg.Client, table: string, answers: readonly Answer[]): Promise<void> {
  const { rows: found } = await client.query<{ left: number; once: number }>(
    `SELECT (SELECT count(*)::int FROM ${table}) AS left, (SELECT count(*)::int FROM bench_issue WHERE level = 1) AS once`,
  );
  const [{ left, once } = { left: -1, once: -1 }] = found;
  if (left !== 0 || once !== rows || answers.some(({ done }) => done === 0))
    throw new Error(
      `${left} are left, ${once} were done once, by ${answers.map(({ done }) => done).join(' and ')}.`,
    );
}
