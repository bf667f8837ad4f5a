import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type App, freePort, startApp } from '../app.ts';
import { Keep } from '../keep.ts';
import { fillFor } from '../members.ts';
import { createDatabase } from '../postgres.ts';
import { evenly, knownCode } from '../questions.ts';
import { atMost, figure, type Ratio, single } from '../report.ts';
import type { Bench } from '../suites.ts';
import { deliveryOf, linesOfEach, ofEach } from './deliveries.ts';
import { sendAll } from './sending.ts';
import { makeShop, secretKeys } from './source.ts';

/** How much comes, and whether the process that takes it is killed half way. */
export interface Load {
  readonly rate: number;
  readonly seconds: number;
  readonly isKilled: boolean;
}

const skus = 1_000;
const lookUpEveryMs = 100;
/** The bot says that it works on it when two seconds have passed. */
const lateMs = 2_000;
const lookEveryMs = 200;
/** After which the rest is not waited for. */
const patienceMs = 180_000;
const none = { text: 'none', holds: (value: number) => value === 0 };

/** Two bots on one database: one takes the webhooks and is asked for stock, both handle what came. */
export async function underLoad(bench: Bench, { rate, seconds, isKilled }: Load): Promise<readonly Ratio[]> {
  await using keep = new Keep();
  const { url } = keep.add(await createDatabase(isKilled ? 'webhooks_killed' : 'webhooks'));
  const port = String(await freePort());
  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const settings = { SLACK_API_URL: bench.slack.url, DATABASE_URL: url, SECRET_KEYS: secretKeys };
    return keep.add(await startApp('bot', 'bot', { ...settings, ...more }));
  };
  const receiving = await start({ PORT: port });
  const other = await start();
  await fillFor({ connectionString: url }, skus);
  const path = await makeShop(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  keep.add({ [Symbol.asyncDispose]: async () => await client.end() });

  const orders = Math.floor((rate * seconds) / ofEach);
  const total = orders * ofEach;
  const began = new Date();
  const before = await countKept(client);
  bench.say(`${total.toLocaleString('en-GB')} webhooks, ${rate} a second${isKilled ? ', one kill' : ''}`);
  bench.goOn();
  const sending = sendAll({
    url: `http://127.0.0.1:${port}${path}`,
    rate,
    total,
    goOn: bench.goOn,
    deliveryOf: (n) => deliveryOf(n, orders, skus, began),
  });
  let isOver = false;
  const lookingUp = lookUps(bench, isKilled ? other : receiving, () => !isOver);
  // Awaited below: an error in the meantime waits for its turn.
  for (const one of [sending, lookingUp]) one.catch(() => {});
  const away = isKilled
    ? await killAndRestart(receiving, (seconds / 2) * 1_000, () => start({ PORT: port }))
    : 0;
  const { times, again } = await sending;
  const ended = performance.now();
  isOver = true;
  const looked = await lookingUp;
  while ((await left(client)) > 0 && performance.now() - ended < patienceMs) {
    bench.goOn();
    await wait(lookEveryMs);
  }
  const handledIn = (performance.now() - ended) / 1_000;
  const kept = await countKept(client);

  const what = `of ${total.toLocaleString('en-GB')} at ${rate} a second`;
  const half = (all: readonly number[], share: number) => all[Math.floor(all.length * share)] ?? Number.NaN;
  return [
    ...(isKilled
      ? [
          single('attempts without an answer, which were repeated', again, {
            text: '> 0',
            holds: (n) => n > 0,
          }),
          figure('seconds from the kill until it listened again', [away]),
        ]
      : [
          figure(`ms to the 2xx, ${what}: median`, [half(times, 0.5)]),
          single('the same: 99th percentile', half(times, 0.99), atMost(500)),
        ]),
    single('seconds from the last 2xx until all were handled', handledIn, atMost(120)),
    single('ms to the answer of /stock meanwhile: 99th percentile', half(looked, 0.99), atMost(1_000)),
    single('webhooks lost', total - kept.done, none),
    single('what counted twice', twice(kept, before, orders), none),
  ];
}

/** Milliseconds of each, the shortest first. */
async function lookUps(bench: Bench, app: App, goesOn: () => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  const ask = knownCode(evenly(skus));
  for (let n = 1; goesOn(); n += 1) {
    const { request, shows } = ask(n, bench.slack.url);
    const began = performance.now();
    const answer = await fetch(app.url, request);
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`A look-up was answered with ${answer.status}.`);
    // "Working on it": the card follows once it is there.
    const isLate = !shows.every((text) => body.includes(text));
    times.push(isLate ? lateMs : performance.now() - began);
    await wait(lookUpEveryMs);
  }
  return times.sort((a, b) => a - b);
}

/** Seconds until another listens in its place. */
async function killAndRestart(app: App, afterMs: number, start: () => Promise<App>): Promise<number> {
  await wait(afterMs);
  const killed = performance.now();
  await app.kill();
  await start();
  return (performance.now() - killed) / 1_000;
}

async function left(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM webhook_delivery WHERE state = ANY (ARRAY['stored', 'parked', 'failed'])`,
  );
  return rows[0]?.n ?? 0;
}

type Kept = Readonly<Record<'done' | 'orders' | 'statements' | 'parcels' | 'demand', number>>;

async function countKept(client: pg.Client): Promise<Kept> {
  const { rows } = await client.query<Kept>(
    `SELECT (SELECT count(*)::int FROM webhook_delivery WHERE state = 'done') AS done,
       (SELECT count(*)::int FROM "order" o WHERE EXISTS (SELECT FROM order_statement s
         WHERE s.workspace_id = o.workspace_id AND s.order_id = o.id)) AS orders,
       (SELECT count(*)::int FROM order_statement) AS statements,
       (SELECT count(*)::int FROM fulfilment) AS parcels,
       (SELECT coalesce(sum(d.ordered), 0)::int FROM sku_day d) AS demand`,
  );
  const [kept] = rows;
  if (!kept) throw new Error('Nothing was counted.');
  return kept;
}

/** How much of what was made of them is there more often than they told it. `before`: of the shop as it was filled. */
function twice(kept: Kept, before: Kept, orders: number): number {
  const told = { orders, statements: orders * ofEach, parcels: orders, demand: orders * linesOfEach };
  const kinds = Object.keys(told) as (keyof typeof told)[];
  return kinds.reduce((sum, kind) => sum + Math.max(kept[kind] - before[kind] - told[kind], 0), 0);
}
