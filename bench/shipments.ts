import { fillParcels, numberOf } from './filling/parcels.ts';
import { Keep } from './keep.ts';
import { fillFor } from './members.ts';
import { createDatabase, demandPostgres } from './postgres.ts';
import { measureOf, promisedDatabase, runFor } from './promises.ts';
import type { Ask } from './questions.ts';
import { atMost, type Ratio, throughputRatio, timeRatio } from './report.ts';
import { type Contender, concurrencies, type Measure, runRounds } from './rounds.ts';
import { signedCommand } from './slack.ts';
import { type Bench, startBot } from './suites.ts';
import { startWorker } from './worker.ts';

const skus = 1_000;

/** Scans told by the bot against bare inserts of their rows, and what `/shipment` costs among many parcels and among few. */
export async function shipments(
  bench: Bench,
  { small, large }: { readonly small: number; readonly large: number },
): Promise<{ readonly measures: readonly Measure[]; readonly ratios: readonly Ratio[] }> {
  await demandPostgres();
  const intake = await told(bench);
  const lookUps = await lookedUp(bench, [small, large]);
  return {
    measures: [...intake.measures, ...lookUps.measures],
    ratios: [...intake.ratios, ...lookUps.ratios],
  };
}

async function told(bench: Bench) {
  await using keep = new Keep();
  const { url } = await promisedDatabase(keep, 'telling');
  const bot = keep.add(await startWorker('telling', url));
  const bare = keep.add(await startWorker('telling', url));
  const [ours, peer] = [measureOf('scans told by the bot', 1), measureOf('scans inserted barely', 1)];
  // The first round of each warms up and is not counted.
  for (let round = 0; round <= bench.plan.rounds; round += 1) {
    bench.goOn();
    bench.say(`scans, round ${round} of ${bench.plan.rounds}`);
    const options = { seconds: 0, counted: round > 0 };
    await runFor(bot, `bot`, ours, options);
    await runFor(bare, 'bare', peer, options);
  }
  return {
    measures: [ours, peer],
    ratios: [throughputRatio('scans per second, told by the bot : inserted barely', ours, peer)],
  };
}

async function lookedUp(bench: Bench, sizes: readonly [number, number]) {
  await using keep = new Keep();
  const contenders: Contender[] = [];
  for (const parcels of sizes) {
    const { url } = keep.add(await createDatabase(`parcels_${parcels}`));
    const app = keep.add(await startBot(bench, skus, { DATABASE_URL: url }));
    bench.say(`making ${parcels.toLocaleString('en-GB')} parcels`);
    const workspaceId = await fillFor({ connectionString: url }, skus);
    await fillParcels({ connectionString: url }, { workspaceId, parcels, now: new Date() });
    const name = nameOf(parcels);
    contenders.push({ name, app, url: app.url, ask: numbered(parcels), responseUrl: bench.slack.url });
  }
  const measures = await runRounds(contenders, bench);
  const find = (parcels: number, connections: number) => {
    const found = measures.find((one) => one.name === nameOf(parcels) && one.connections === connections);
    if (!found) throw new Error(`Nobody measured ${nameOf(parcels)}.`);
    return found;
  };
  const [small, large] = sizes;
  const ratios = concurrencies.map((connections) =>
    timeRatio(
      `time, ${nameOf(large)} : ${nameOf(small)}`,
      find(large, connections),
      find(small, connections),
      atMost(1.2),
    ),
  );
  return { measures, ratios };
}

const nameOf = (parcels: number) => `/shipment, ${parcels.toLocaleString('en-GB')} parcels`;

/** Parcels all over the table. */
const numbered =
  (parcels: number): Ask =>
  (n, responseUrl) => {
    const number = numberOf(((n * 611_953) % parcels) + 1);
    return { request: signedCommand(`/shipment ${number}`, n, responseUrl), shows: [`Shipment ${number}`] };
  };
