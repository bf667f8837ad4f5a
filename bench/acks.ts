import { codeOf, idOf } from './filling/values.ts';
import { Keep } from './keep.ts';
import type { Measured } from './promises.ts';
import { atMost, single } from './report.ts';
import { signedClick, signedCommand } from './slack.ts';
import { type Bench, botOnPostgres } from './suites.ts';
import { timeAll, within } from './timings.ts';

const skus = 1_000;
/** Prime to the number of SKUs, so that each change is a new one. */
const stride = 7;

const skuId = (n: number) => idOf('sku', (n % skus) + 1);

/** What is sent, by its name in the report. `n` is never the same twice. */
const requests = {
  'a look-up by command': (n: number, url: string) =>
    signedCommand(`/stock ${codeOf((n % skus) + 1)}`, n, url),
  'a look-up by click': (n: number, url: string) =>
    signedClick('stock.refresh', { v: 1, sku: skuId(n) }, n, url),
  'a change by click': (n: number, url: string) =>
    signedClick('stock.watch-directly', { v: 1, sku: skuId(n * stride) }, n, url),
} as const;

/** Milliseconds until Slack has the acknowledgement, one request after another and eight at a time. */
export async function ackTimes(bench: Bench): Promise<Measured> {
  await using keep = new Keep();
  const { bot } = await botOnPostgres(bench, keep, skus);
  let n = 0;
  const time = async (name: keyof typeof requests) => {
    n += 1;
    const request = requests[name](n, bench.slack.url);
    const began = performance.now();
    const answer = await fetch(bot.url, request);
    await answer.text();
    if (answer.status !== 200) throw new Error(`${name} was answered with ${answer.status}.`);
    return performance.now() - began;
  };
  const names = Object.keys(requests) as (keyof typeof requests)[];
  const timed = Object.fromEntries(names.map((name) => [name, async () => await time(name)]));
  const timings = [await timeAll(timed, bench, 1), await timeAll(timed, bench, 8)].flat();
  const ratios = timings.flatMap((timing) => [
    single(
      `ms to the acknowledgement of ${timing.name}, concurrency ${timing.connections}: median`,
      within(timing, 0.5),
      atMost(50),
    ),
    single(`the same: 95th percentile`, within(timing, 0.95), atMost(200)),
  ]);
  return { measures: [], ratios };
}
