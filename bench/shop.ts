import pg from 'pg';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import { persons, touchedEvery } from './filling/cases.ts';
import { averageSku, type LargeShop, largeShop } from './filling/fill.ts';
import { skuOfRank } from './filling/values.ts';
import { Keep } from './keep.ts';
import { askOnce, timeAnswer } from './load.ts';
import { fillFor } from './members.ts';
import { createDatabase, demandPostgres } from './postgres.ts';
import { type Ask, asTheySell, knownCode, lists, searches, unread } from './questions.ts';
import { type Contender, type Measure, runRounds } from './rounds.ts';
import { leadId, signedHomeOpening } from './slack.ts';
import { type Bench, bareContender, botName, startBot, targetOf, touchedOf } from './suites.ts';
import { type Timed, type Timing, timeAll } from './timings.ts';

export const bestSellerName = (skus: number) => `${botName(skus)}, the best seller`;
export const averageName = (skus: number) => `${botName(skus)}, an average SKU`;
/** With one more feature that has lines on cards. */
export const remarkingName = (skus: number) => `${botName(skus)}, one feature more`;

export interface ShopMeasured {
  readonly measures: readonly Measure[];
  /** By the size of the catalogue. */
  readonly timings: ReadonlyMap<number, readonly Timing[]>;
}

/** Bare Bolt, and the bot in two large shops: with few SKUs, and with many. `share`: of what they have besides. */
export async function largeShops(
  bench: Bench,
  { small, large, share }: { readonly small: number; readonly large: number; readonly share: number },
): Promise<ShopMeasured> {
  await demandPostgres();
  await using keep = new Keep();
  const bare = await bareContender(bench, keep);
  const few = await openShop(bench, keep, small, share);
  const many = await openShop(bench, keep, large, share);
  const one = (sku: number): Ask => knownCode(() => sku);
  const best = { ...many.target, name: bestSellerName(large), ask: many.bestSeller };
  const average = { ...many.target, name: averageName(large), ask: one(averageSku(large, many.shop)) };
  const touched = knownCode(asTheySell(large, touchedEvery(large, many.shop.touched)), ['Open issues: #']);
  const measures = await runRounds(
    [
      { ...bare, ask: unread(knownCode(asTheySell(small))) },
      few.target,
      await remarkingContender(bench, keep, few),
      many.target,
      touchedOf(many.target, touched),
      best,
      average,
    ],
    bench,
  );
  const timings = new Map<number, readonly Timing[]>();
  for (const { skus, timed } of [few, many]) timings.set(skus, await timeAll(timed, bench));
  return { measures, timings };
}

/** A bot with its shop. */
interface OpenShop {
  readonly skus: number;
  readonly url: string;
  readonly shop: LargeShop;
  /** Asked for codes as they sell. */
  readonly target: Contender;
  readonly bestSeller: Ask;
  readonly timed: Timed;
}

async function openShop(bench: Bench, keep: Keep, skus: number, share: number): Promise<OpenShop> {
  const { url } = keep.add(await createDatabase(`shop_${skus}`));
  const app = keep.add(await startBot(bench, skus, { DATABASE_URL: url }));
  const shop = largeShop(skus, share);
  bench.say(
    `making ${skus.toLocaleString('en-GB')} SKUs, ${shop.messages.toLocaleString('en-GB')} messages and ${shop.audit.toLocaleString('en-GB')} audit rows`,
  );
  await fillFor({ connectionString: url }, skus, shop);
  const target = targetOf(bench, app, skus, knownCode(asTheySell(skus)));
  // Its own demand, which no other line is part of. With a share of its lines its stock lasts for days.
  const cover = share < 1 ? [] : ['less than a day of cover'];
  const bestSeller = knownCode(() => skuOfRank(1, skus), [...cover, 'a day over the 28 days before today']);
  return { skus, url, shop, target, bestSeller, timed: timedIn(bench, app, { skus, shop, bestSeller }) };
}

function timedIn(
  bench: Bench,
  app: App,
  { skus, shop, bestSeller }: Pick<OpenShop, 'skus' | 'shop' | 'bestSeller'>,
): Timed {
  const asks: Readonly<Record<string, Ask>> = {
    'a known code': knownCode(asTheySell(skus)),
    'the best seller': bestSeller,
    ...searches(skus),
    ...lists(shop.issues, shop.approvals),
  };
  const answers = Object.entries(asks).map(([name, ask]) => {
    const target = targetOf(bench, app, skus, ask);
    return [name, async () => await timeAnswer(target)] as const;
  });
  return { ...Object.fromEntries(answers), Home: timedHome(bench, app) };
}

/** From the event of a lead who opens their Home until Slack has it. */
function timedHome({ slack }: Bench, app: App): () => Promise<number> {
  let n = 0;
  return async () => {
    n += 1;
    const user = leadId(n % persons.leading);
    const home = slack.nextHome(user);
    const began = performance.now();
    const answer = await fetch(app.url, signedHomeOpening(user, n));
    await answer.text();
    const view = await home;
    const took = performance.now() - began;
    if (
      answer.status !== 200 ||
      !view.includes('Waiting for your yes') ||
      !view.includes('what nobody is on')
    )
      throw new Error(`Home of ${user}: ${answer.status} ${view.slice(0, 500)}`);
    return took;
  };
}

/** On the database of a shop. Its feature remarks on every tenth SKU. */
async function remarkingContender(
  bench: Bench,
  keep: Keep,
  { skus, url, target }: OpenShop,
): Promise<Contender> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'CREATE TABLE bench_remark (workspace_id uuid, what text, ref text, text text, PRIMARY KEY (workspace_id, what, ref))',
    );
    await client.query(
      `INSERT INTO bench_remark SELECT workspace_id, 'sku', id, 'seen' FROM sku WHERE code_key LIKE '%0'`,
    );
    await client.query('VACUUM ANALYZE bench_remark');
  } finally {
    await client.end();
  }
  const settings = { SLACK_API_URL: bench.slack.url, DATABASE_URL: url };
  const app = keep.add(await startApp(remarkingName(skus), 'remarking', settings));
  const answer = JSON.stringify(await askOnce(targetOf(bench, app, skus), 'BEN-0000010'));
  if (!answer.includes('Remark: seen')) throw new Error(`${app.name} does not remark.`);
  return { ...target, name: app.name, app, url: app.url };
}
