import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { readyMade } from '../src/features/digests/ready/model.ts';
import { fillSold } from './filling/sold.ts';
import { Keep } from './keep.ts';
import { countAnew } from './kpis/anew.ts';
import { askAlong, quietly } from './kpis/asking.ts';
import { fillFor } from './members.ts';
import { createDatabase, demandPostgres } from './postgres.ts';
import type { Measured } from './promises.ts';
import { atMost, figure, single } from './report.ts';
import { type Bench, startBot, targetOf } from './suites.ts';

const many = 500;
const skus = 1_000;
const quietSeconds = 20;
const longestMs = 10 * 60_000;

/** As many digests as there may be, due in the same minute, each in a channel of its own, while people ask for stock. */
export async function digests(bench: Bench, orders: number): Promise<Measured> {
  await demandPostgres();
  await using keep = new Keep();
  const { url } = keep.add(await createDatabase('digests'));
  const app = keep.add(await startBot(bench, skus, { DATABASE_URL: url }));
  const workspaceId = await fillFor({ connectionString: url }, skus);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  keep.add({ [Symbol.asyncDispose]: async () => await client.end() });
  bench.say(`making ${orders.toLocaleString('en-GB')} orders and their facts`);
  await fillSold({ connectionString: url }, { workspaceId, orders, skus, now: new Date() });
  await until(bench, 'the empty shop', async () => (await numberOf(client, countedTo(1))) > 0);
  await countAnew(client);
  await until(bench, 'the facts', async () => (await numberOf(client, countedTo(2))) > 0);
  await client.query('VACUUM ANALYZE');

  const target = targetOf(bench, app, skus);
  bench.say('asking for stock');
  const quiet = await quietly(target, quietSeconds);
  bench.say(`${many} digests in one minute`);
  await client.query('DELETE FROM message');
  const due = new Date(Math.ceil((Date.now() + 5_000) / 60_000) * 60_000);
  await addDigests(client, workspaceId, due);
  const { result, p99 } = await askAlong(target, async () => {
    await wait(due.getTime() - Date.now());
    await until(bench, 'compositions', async () => (await numberOf(client, composed)) === many);
    const composedIn = (Date.now() - due.getTime()) / 1_000;
    bench.say(`composed in ${composedIn.toFixed(1)} s`);
    await until(bench, 'posts', async () => (await numberOf(client, posted)) === many);
    return { composedIn, postedIn: (Date.now() - due.getTime()) / 1_000 };
  });
  return {
    measures: [],
    ratios: [
      single(`seconds until ${many} digests of one minute are composed`, result.composedIn, atMost(60)),
      figure('seconds until each is posted, in a channel of its own', [result.postedIn]),
      figure('ms to the answer of /stock: 99th percentile', [quiet]),
      single('the same meanwhile', p99, atMost(Math.max(50, 2 * quiet))),
    ],
  };
}

const countedTo = (generation: number) =>
  `SELECT count(*)::int AS n FROM fact_generation WHERE family = 'order' AND generation = ${generation} AND building IS NULL`;
const composed = `SELECT count(*)::int AS n FROM digest_edition WHERE state IN ('composed', 'posted')`;
const posted = `SELECT count(*)::int AS n FROM slot s JOIN digest d ON d.id = s.schedule_id WHERE s.state = 'done'`;

async function numberOf(client: pg.Client, question: string): Promise<number> {
  return (await client.query<{ n: number }>(question)).rows[0]?.n ?? 0;
}

async function until({ goOn }: Bench, what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + longestMs; !(await holds()); await wait(250)) {
    goOn();
    if (Date.now() > end) throw new Error(`Ten minutes were not enough for ${what}.`);
  }
}

/** The ready-made ones in turn, at a minute of every day. */
async function addDigests(client: pg.Client, workspaceId: string, due: Date): Promise<void> {
  const kinds = readyMade.map(({ period, sections, kpis }) => ({ period, sections, kpis }));
  const cron = `${due.getUTCMinutes()} ${due.getUTCHours()} * * *`;
  for (let n = 1; n <= many; n += 1) {
    const { period, sections, kpis } = kinds[n % kinds.length] ?? {};
    await client.query(
      `WITH one AS (
         INSERT INTO schedule (workspace_id, id, kind, cron, time_zone, place, catch_up, paused, created_at, settled_until)
         VALUES ($1, gen_random_uuid(), 'digests.digest', $2, 'UTC', $3, 'late', false, now(), now()) RETURNING id
       )
       INSERT INTO digest (workspace_id, id, number, name, period, sections, kpis, skip_if_empty, tolerance, created_at)
       SELECT $1, id, $4, $5, $6, $7, $8, false, 5, now() FROM one`,
      [workspaceId, cron, `C0DIGEST${String(n).padStart(4, '0')}`, n, `Digest ${n}`, period, sections, kpis],
    );
  }
}
