import pg from 'pg';
import { startApp } from '../app.ts';
import { Keep } from '../keep.ts';
import { createDatabase } from '../postgres.ts';
import type { Ask } from '../questions.ts';
import { atLeast, type Ratio, throughputRatio } from '../report.ts';
import { type Contender, type Measure, runRounds } from '../rounds.ts';
import type { Bench } from '../suites.ts';
import { deliveryOf, shopSecret } from './deliveries.ts';
import { makeShop, secretKeys } from './source.ts';

const skus = 1_000;
/** More than a bench sends: every delivery is a new one. */
const orders = 1_000_000;

/** The bot's receiver and a bare one on one database, in turn. */
export async function shareOfBare(
  bench: Bench,
): Promise<{ measures: readonly Measure[]; ratios: readonly Ratio[] }> {
  await using keep = new Keep();
  const { url } = keep.add(await createDatabase('receivers'));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  keep.add({ [Symbol.asyncDispose]: async () => await client.end() });
  await client.query(
    'CREATE TABLE bench_delivery (id text PRIMARY KEY, topic text NOT NULL, body bytea NOT NULL, received_at timestamptz NOT NULL)',
  );
  const settings = { DATABASE_URL: url, SECRET_KEYS: secretKeys, BENCH_SECRET: shopSecret };
  // It makes the tables and the workspace that the receiver expects.
  const maker = await startApp('bot', 'bot', { ...settings, SLACK_API_URL: bench.slack.url });
  await maker[Symbol.asyncDispose]();
  const path = await makeShop(url);
  const ask: Ask = (n) => ({
    request: { method: 'POST', ...deliveryOf(n, orders, skus, new Date(0)) },
    shows: [],
  });
  const contender = async (name: string, peer: 'receiver' | 'bare-receiver'): Promise<Contender> => {
    const app = keep.add(await startApp(name, peer, settings));
    return { name, app, url: new URL(path, app.url).href, ask, responseUrl: '' };
  };
  const measures = await runRounds(
    [await contender('our receiver', 'receiver'), await contender('a bare receiver', 'bare-receiver')],
    bench,
  );
  const ratios = measures.flatMap((ours) => {
    const bare = measures.find(
      (one) => one.name === 'a bare receiver' && one.connections === ours.connections,
    );
    if (ours.name !== 'our receiver' || !bare) return [];
    const goal = ours.connections === 1 ? null : atLeast(0.5);
    return [throughputRatio('our receiver : a bare receiver', ours, bare, goal)];
  });
  return { measures, ratios };
}
