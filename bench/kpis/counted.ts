import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { fillSold } from '../filling/sold.ts';
import { Keep } from '../keep.ts';
import { fillFor } from '../members.ts';
import { createDatabase } from '../postgres.ts';
import { atLeast, atMost, figure, type Ratio, single } from '../report.ts';
import { type Bench, startBot, targetOf } from '../suites.ts';
import { startWorker, type Worker } from '../worker.ts';
import { countAnew } from './anew.ts';
import { askAlong, quietly } from './asking.ts';

const skus = 1_000;
const quietSeconds = 30;

/** On PostgreSQL: the bot's readers against statements by hand, changes until they are seen, and a rebuild beside look-ups. */
export async function counted(bench: Bench, orders: number): Promise<readonly Ratio[]> {
  await using keep = new Keep();
  const { url } = keep.add(await createDatabase('kpis'));
  const app = keep.add(await startBot(bench, skus, { DATABASE_URL: url }));
  const workspaceId = await fillFor({ connectionString: url }, skus);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  keep.add({ [Symbol.asyncDispose]: async () => await client.end() });
  bench.say(`making ${orders.toLocaleString('en-GB')} orders`);
  await fillSold({ connectionString: url }, { workspaceId, orders, skus, now: new Date() });

  bench.say('making their facts for the first time');
  await built(bench, client, 1, async () => {});
  const first = await built(bench, client, 2, async () => await countAnew(client));
  bench.say(`${(first / 60).toFixed(1)} minutes`);
  await client.query('VACUUM ANALYZE');

  const worker = keep.add(await startWorker('counting', url));
  const compared = await read(bench, worker, client);
  const seen = await changed(bench, worker, client);

  const target = targetOf(bench, app, skus);
  bench.say('asking for stock');
  const quiet = await quietly(target, quietSeconds);
  bench.say('making the facts anew while people ask for stock');
  const during = await askAlong(target, async () => {
    const seconds = await built(bench, client, 3, async () => void (await worker.run(task('rebuild'))));
    bench.say(`${(seconds / 60).toFixed(1)} minutes, then sweeping`);
    return seconds;
  });
  const sweeping = await askAlong(target, async () => await swept(bench, client));
  return [
    ...compared,
    single('seconds from the last of 1,000 changed orders until its figure has them', seen, atMost(5)),
    figure('minutes until the facts of all orders were made', [first / 60]),
    figure('the same while people ask for stock', [during.result / 60]),
    figure('minutes until the facts of before were swept', [sweeping.result / 60]),
    figure('ms to the answer of /stock: 99th percentile', [quiet]),
    single(
      'ms to the answer of /stock during the rebuild: 99th percentile',
      during.p99,
      atMost(Math.max(50, 2 * quiet)),
    ),
    figure('the same while what was before is swept', [sweeping.p99]),
  ];
}

const task = (way: string) => ({ way, connections: 1, seconds: 0 });

/** Seconds until a generation of orders is what is read. */
async function built(
  { goOn, say }: Bench,
  client: pg.Client,
  generation: number,
  begin: () => Promise<void>,
): Promise<number> {
  const began = performance.now();
  await begin();
  for (let n = 1; ; n += 1) {
    goOn();
    const { rows } = await client.query<{ generation: number; walked: number; summing: string | null }>(
      `SELECT generation, walked, summing FROM fact_generation WHERE family = 'order'`,
    );
    const seconds = (performance.now() - began) / 1_000;
    if (rows[0]?.generation === generation) return seconds;
    if (n % 150 === 0) say(`${Math.round(seconds)} s: ${rows[0]?.walked}, ${rows[0]?.summing ?? 'facts'}`);
    await wait(200);
  }
}

async function swept({ goOn }: Bench, client: pg.Client): Promise<number> {
  const began = performance.now();
  for (;;) {
    goOn();
    const { rows } = await client.query(
      `SELECT 1 FROM fact_generation WHERE sweeping OR building IS NOT NULL`,
    );
    if (rows.length === 0) return (performance.now() - began) / 1_000;
    await wait(200);
  }
}

/** Before each reading nothing that it needs is in the buffers of the database. */
async function read(bench: Bench, worker: Worker, client: pg.Client): Promise<readonly Ratio[]> {
  const evict = await evictor(client);
  const taken = new Map<string, number[]>();
  const timed = async (way: string, isCold: boolean) => {
    bench.goOn();
    if (isCold) await evict();
    const { done } = await worker.run(task(way));
    const name = isCold ? `${way}, cold` : way;
    taken.set(name, [...(taken.get(name) ?? []), done]);
  };
  // The first round of each warms up and is not counted.
  for (let round = 0; round <= bench.plan.rounds; round += 1) {
    bench.say(`figures, round ${round} of ${bench.plan.rounds}`);
    for (const way of ['raw', 'ours', 'facts', 'raw window', 'our window']) {
      await timed(way, true);
      if (way !== 'raw' && way !== 'raw window') await timed(way, false);
    }
    await worker.run(task('same'));
  }
  const of = (name: string) => (taken.get(name) ?? []).slice(1);
  const shares = (above: string, below: string) =>
    of(above).map((ms, i) => ms / (of(below)[i] ?? Number.NaN));
  return [
    figure(
      '12 KPIs with 90 days, by hand over the raw tables : ours, time, cold',
      shares('raw, cold', 'ours, cold'),
      atLeast(10),
    ),
    figure(
      '12 KPIs with 90 days, ours : SELECTs over the facts, time, cold',
      shares('ours, cold', 'facts, cold'),
      atMost(2),
    ),
    figure(
      '12 KPIs with 90 days, ours : SELECTs over the facts, time, warm',
      shares('ours', 'facts'),
      atMost(2),
    ),
    figure(
      'percentiles of 90 days, by hand over the raw tables : ours, time, cold',
      shares('raw window, cold', 'our window, cold'),
      atLeast(2),
    ),
    ...[...taken.keys()].map((name) => figure(`ms, ${name}`, of(name))),
  ];
}

/** Rows are looked at one by one, twice: a scan of the whole table would not take more than a few buffers. */
async function evictor(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ pages: number }>(
    `SELECT (setting::bigint * 1.5)::int AS pages FROM pg_settings WHERE name = 'shared_buffers'`,
  );
  const pages = rows[0]?.pages ?? 0;
  await client.query('CREATE TABLE bench_filler (n int PRIMARY KEY, text text)');
  await client.query('ALTER TABLE bench_filler ALTER text SET STORAGE PLAIN');
  await client.query(
    `INSERT INTO bench_filler SELECT n, repeat('x', 5000) FROM generate_series(1, ${pages}) n`,
  );
  await client.query('VACUUM ANALYZE bench_filler');
  await client.query(
    'SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_bitmapscan = off',
  );
  return async () => {
    for (let pass = 0; pass < 2; pass += 1)
      await client.query(
        `SELECT sum(length(f.text)) FROM generate_series(1, ${pages}) g (n) CROSS JOIN LATERAL (SELECT text FROM bench_filler WHERE n = g.n OFFSET 0) f`,
      );
  };
}

/** Seconds from the end of the last change until days have all of them. */
async function changed({ say, goOn }: Bench, worker: Worker, client: pg.Client): Promise<number> {
  const untilSeen = async (column: 'n' | 'd', wanted: number) => {
    const began = performance.now();
    for (;;) {
      goOn();
      const { rows } = await client.query<{ sum: string | null }>(
        `SELECT sum(${column}) AS sum FROM kpi_day WHERE kpi = 'cancel' AND dimension = 'channel' AND value = 'told' AND excluded = ''`,
      );
      if (Number(rows[0]?.sum) === wanted) return (performance.now() - began) / 1_000;
      if (performance.now() - began > 120_000)
        throw new Error(`Days have ${rows[0]?.sum} of ${wanted} orders.`);
      await wait(50);
    }
  };
  say('telling 1,000 orders, and changing them');
  await worker.run(task('tell'));
  await untilSeen('d', 1_000);
  await worker.run(task('change'));
  return await untilSeen('n', 1_000);
}
