import { codeOf } from './data.ts';
import { Keep } from './keep.ts';
import type { Measured } from './promises.ts';
import { atMost, single } from './report.ts';
import { signedClick, signedCommand } from './slack.ts';
import { type Bench, botOnPostgres } from './suites.ts';

const skus = 1_000;
/** Prime to the number of SKUs, so that each change is a new one. */
const stride = 7;

const skuId = (n: number) => `01900000-0000-7000-8002-${n.toString(16).padStart(12, '0')}`;

/** What is sent, by its name in the report. `n` is never the same twice. */
const requests = {
  'a look-up by command': (n: number, url: string) => signedCommand(codeOf((n % skus) + 1), n, url),
  'a look-up by click': (n: number, url: string) =>
    signedClick('stock.refresh', { v: 1, sku: skuId((n % skus) + 1) }, n, url),
  'a change by click': (n: number, url: string) =>
    signedClick('stock.watch-directly', { v: 1, sku: skuId(((n * stride) % skus) + 1) }, n, url),
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
  const ratios = [];
  for (const connections of [1, 8])
    for (const name of Object.keys(requests) as (keyof typeof requests)[]) {
      bench.goOn();
      bench.say(`${name}, concurrency ${connections}`);
      const times: number[] = [];
      const until = performance.now() + (bench.plan.rounds + 1) * bench.plan.seconds * 1_000;
      const warm = performance.now() + bench.plan.seconds * 1_000;
      const loop = async () => {
        while (performance.now() < until) {
          const took = await time(name);
          if (performance.now() > warm) times.push(took);
        }
      };
      await Promise.all(Array.from({ length: connections }, loop));
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
      ratios.push(
        single(
          `ms to the acknowledgement of ${name}, concurrency ${connections}: median`,
          at(0.5),
          atMost(50),
        ),
        single(`the same: 95th percentile`, at(0.95), atMost(200)),
      );
    }
  return { measures: [], ratios };
}
