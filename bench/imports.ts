import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { systemClock } from '../src/core/runtime/clock.ts';
import { randomIds } from '../src/core/runtime/ids.ts';
import { migrate } from '../src/db/migrate.ts';
import { createLog } from '../src/log.ts';
import { createDatabase, demandPostgres } from './postgres.ts';
import { atLeast, atMost, figure, type Ratio, single } from './report.ts';
import { nodeScript } from './start-script.ts';
import type { Bench } from './suites.ts';

const linesEach = 4;

interface Run {
  readonly seconds: number;
  /** Megabytes of memory, sampled while it ran. */
  readonly memory: readonly number[];
}

/**
 * A history of orders without locations, four lines each, by `npm run import` and by csv-parse with UNNEST: once the rows
 * that the import leaves, once what the file says in two tables; in turn, and each on its own database.
 */
export async function importedOrders(bench: Bench, lines: number) {
  await demandPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-bench-'));
  try {
    const file = join(folder, 'orders.csv');
    bench.say(`writing ${lines.toLocaleString('en-GB')} lines`);
    await writeOrders(file, lines);
    const shares = { same: [] as number[], two: [] as number[] };
    const growths: number[] = [];
    for (let round = 0; round < bench.plan.rounds; round += 1) {
      bench.goOn();
      const peer = (rows: string) =>
        onOwnDatabase(`unnest_${rows}_${round}`, lines, [
          '--import',
          'tsx',
          'bench/peers/unnest.ts',
          file,
          rows,
        ]);
      const same = await peer('same');
      bench.say(`csv-parse and UNNEST of the same rows: ${same.seconds.toFixed(1)} s`);
      const two = await peer('two');
      bench.say(`csv-parse and UNNEST of two tables: ${two.seconds.toFixed(1)} s`);
      bench.goOn();
      const rejects = join(folder, 'rejects.csv');
      const { options, file: script } = await nodeScript('import');
      const words = [...options, script, 'orders', file, '--rejects', rejects];
      const own = await onOwnDatabase(`import_${round}`, lines, words);
      bench.say(`the import: ${own.seconds.toFixed(1)} s, at most ${Math.max(...own.memory).toFixed(0)} MB`);
      shares.same.push(same.seconds / own.seconds);
      shares.two.push(two.seconds / own.seconds);
      growths.push(growthOf(own.memory));
    }
    const ratios: readonly Ratio[] = [
      figure(
        'lines per second, the import : csv-parse and UNNEST of the same rows',
        shares.same,
        atLeast(0.35),
      ),
      figure('lines per second, the import : csv-parse and UNNEST of two tables', shares.two),
      single('MB by which the import grows after a third of its time', Math.max(...growths), atMost(50)),
    ];
    return { measures: [], ratios };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeOrders(path: string, lines: number): Promise<void> {
  const out = createWriteStream(path);
  out.write('number,placed_at,code,title,quantity,unit_price\n');
  for (let order = 1; order <= lines / linesEach; order += 1) {
    const placedAt = new Date(Date.UTC(2025, 0, 1) + order * 60_000).toISOString();
    let text = '';
    for (let line = 0; line < linesEach; line += 1) {
      const sku = (order * 31 + line * 977) % 5_000;
      text += `${order},${placedAt},SKU-${sku},Title of ${sku},${1 + (order % 3)},${5 + (sku % 40)}.50\n`;
    }
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

async function onOwnDatabase(label: string, lines: number, words: readonly string[]): Promise<Run> {
  await using database = await createDatabase(label);
  const log = createLog('error');
  await migrate({ connectionString: database.url }, 'prisma/migrations', {
    clock: systemClock,
    ids: randomIds,
    log,
  });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO workspace (id, slack_team_id, name, time_zone, currency, created_at)
       VALUES ($1, 'TBENCH', 'Bench', 'Europe/Berlin', 'EUR', $2)`,
      [randomIds.uuid(systemClock.now()), systemClock.now()],
    );
    const run = await timed(words, database.url);
    const { rows } = await client.query<{ lines: number }>('SELECT count(*)::int AS lines FROM order_line');
    if (rows[0]?.lines !== lines) throw new Error(`${words[0]} wrote ${rows[0]?.lines} of ${lines} lines.`);
    return run;
  } finally {
    await client.end();
  }
}

async function timed(words: readonly string[], url: string): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'error' },
  });
  const exit = once(child, 'exit');
  const memory: number[] = [];
  while (child.exitCode === null && child.signalCode === null) {
    memory.push(await residentMb(child));
    await Promise.race([wait(500), exit]);
  }
  if (child.exitCode !== 0) throw new Error(`${words.join(' ')} ended with ${child.exitCode}.`);
  return { seconds: (performance.now() - began) / 1_000, memory: memory.filter((one) => one > 0) };
}

async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

/** From the first third of the samples on, when everything is loaded and compiled. */
function growthOf(memory: readonly number[]): number {
  const later = memory.slice(Math.floor(memory.length / 3));
  return Math.max(...later) - (later[0] ?? 0);
}
