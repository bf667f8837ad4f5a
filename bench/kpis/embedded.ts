import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Keep } from '../keep.ts';
import { atMost, figure, type Ratio, single } from '../report.ts';
import { memberId, signedCommand, teamId } from '../slack.ts';
import { type Bench, startBot } from '../suites.ts';
import { countAnew } from './anew.ts';
import { askAlong, quietly } from './asking.ts';

const quietSeconds = 15;

/** On the embedded database, with the year of the sample shop: a command while all facts are made anew. */
export async function embeddedRebuild(bench: Bench): Promise<readonly Ratio[]> {
  await using keep = new Keep();
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-bench-'));
  keep.add({ [Symbol.asyncDispose]: async () => await rm(folder, { recursive: true, force: true }) });
  const settings = { DATABASE_URL: '', DATA_DIR: folder };
  bench.say('making the year of the sample shop');
  await seed(settings);
  const bot = keep.add(await startBot(bench, 320, settings));
  const { socketDir } = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8')) as {
    socketDir: string;
  };
  const client = new pg.Client({ host: socketDir, user: 'postgres', database: 'postgres' });
  await client.connect();
  keep.add({ [Symbol.asyncDispose]: async () => await client.end() });
  await client.query(
    `INSERT INTO member (workspace_id, slack_user_id, slack_team_id, person_id, kind, slack_admin, deactivated, refreshed_at)
     SELECT workspace_id, $1, $2, id, 'full', false, false, now() FROM person ORDER BY name LIMIT 1`,
    [memberId(0), teamId],
  );
  const { rows: codes } = await client.query<{ code: string }>(
    'SELECT code FROM sku WHERE listed ORDER BY code LIMIT 100',
  );
  const target = {
    url: bot.url,
    responseUrl: bench.slack.url,
    ask: (n: number, responseUrl: string) => {
      const code = codes[n % codes.length]?.code ?? '';
      return { request: signedCommand(`/stock ${code}`, n, responseUrl, memberId(0)), shows: [code] };
    },
  };
  bench.say('making its facts for the first time');
  const first = await settled(bench, client, async () => {});
  const quiet = await quietly(target, quietSeconds);
  bench.say('making its facts anew while somebody asks for stock');
  const during = await askAlong(target, async () =>
    // Another process cannot have this database.
    settled(bench, client, async () => await countAnew(client)),
  );
  return [
    figure('embedded, the sample year: seconds until all facts were made', [first]),
    figure('embedded, the same while somebody asks for stock, with sweeping', [during.result]),
    figure('embedded, ms to the answer of /stock: 99th percentile', [quiet]),
    single('embedded, ms to the answer of /stock during a rebuild: 99th percentile', during.p99, atMost(300)),
  ];
}

async function seed(settings: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, LOG_LEVEL: 'error', ...settings },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The sample shop was not made (${code}).`);
}

/** Seconds until nothing of facts is left to do. */
async function settled({ goOn }: Bench, client: pg.Client, begin: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await begin();
  for (;;) {
    goOn();
    const { rows } = await client.query(
      `SELECT 1 FROM fact_generation WHERE building IS NOT NULL OR sweeping UNION ALL (SELECT 1 FROM fact_change LIMIT 1)`,
    );
    if (rows.length === 0) return (performance.now() - began) / 1_000;
    await wait(100);
  }
}
