import { availableParallelism } from 'node:os';
import { readCommandLine } from '../scripts/command-line.ts';
import { ackTimes } from './acks.ts';
import { whileBusy } from './blocking.ts';
import { digests } from './digests.ts';
import { importedOrders } from './imports.ts';
import { kpis } from './kpis.ts';
import { outbox } from './outbox.ts';
import { drainWork, dueWork } from './promises.ts';
import {
  blockingRatio,
  lookupRatios,
  mentionRatios,
  searchRatios,
  shopRatios,
  sizeRatios,
  touchedRatios,
} from './ratios.ts';
import { measureTable, type Ratio, ratioTable, timingTable } from './report.ts';
import { atRest } from './rest.ts';
import type { Measure } from './rounds.ts';
import { shipments } from './shipments.ts';
import { largeShops } from './shop.ts';
import { openSlackStub } from './slack.ts';
import { type Bench, botName, mentionsOnPostgres, onEmbedded, onPostgres } from './suites.ts';
import type { Timing } from './timings.ts';
import { webhooks } from './webhooks/suite.ts';

const usage =
  'npm run bench [-- shop|postgres|mentions|embedded|blocking|due|drain|outbox|acks|rest|imports|webhooks|shipments|kpis|digests] [--rounds 5] [--seconds 2] [--rate 200] [--json]';

const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    /** Of a slot, 2 when absent; of the webhooks that come at a rate, 60. */
    seconds: { type: 'string' },
    rate: { type: 'string', default: '200' },
    small: { type: 'string', default: '1000' },
    large: { type: 'string', default: '1000000' },
    embedded: { type: 'string', default: '100000' },
    lines: { type: 'string', default: '1000000' },
    orders: { type: 'string', default: '1000000' },
    share: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

interface Outcome {
  readonly measures: readonly Measure[];
  readonly ratios: readonly Ratio[];
  /** By their title. */
  readonly timings?: Readonly<Record<string, readonly Timing[]>>;
}

const suites: Readonly<Record<string, (bench: Bench) => Promise<Outcome>>> = {
  async shop(bench) {
    const [small, large] = [Number(values.small), Number(values.large)];
    const measured = await largeShops(bench, { small, large, share: Number(values.share) });
    return {
      measures: measured.measures,
      ratios: [...shopRatios(measured, small, large), ...searchRatios(measured)],
      timings: Object.fromEntries([...measured.timings].map(([skus, all]) => [botName(skus), all])),
    };
  },
  async postgres(bench) {
    const [small, large] = [Number(values.small), Number(values.large)];
    const measures = await onPostgres(bench, [small, large]);
    return {
      measures,
      ratios: [
        ...lookupRatios(measures, small),
        ...lookupRatios(measures, large),
        ...sizeRatios(measures, small, large),
        ...mentionRatios(measures, small),
      ],
    };
  },
  async mentions(bench) {
    const small = Number(values.small);
    const measures = await mentionsOnPostgres(bench, small);
    return { measures, ratios: [...mentionRatios(measures, small), ...touchedRatios(measures, small)] };
  },
  async embedded(bench) {
    const measures = await onEmbedded(bench, Number(values.embedded));
    return { measures, ratios: lookupRatios(measures, Number(values.embedded)) };
  },
  async blocking(bench) {
    return { measures: [], ratios: [blockingRatio(await whileBusy(bench, Number(values.embedded)))] };
  },
  acks: ackTimes,
  due: dueWork,
  drain: drainWork,
  outbox,
  rest: atRest,
  imports: async (bench) => await importedOrders(bench, Number(values.lines)),
  shipments: async (bench) =>
    await shipments(bench, { small: Number(values.small), large: Number(values.large) }),
  kpis: async (bench) => await kpis(bench, Number(values.orders)),
  // A shop of 20,000 orders unless told otherwise: what is shared is not made larger by more of them.
  digests: async (bench) => await digests(bench, Math.min(Number(values.orders), 20_000)),
  webhooks: async (bench) =>
    await webhooks(bench, { rate: Number(values.rate), seconds: Number(values.seconds ?? 60) }),
};

async function main(): Promise<number> {
  const names = positionals.length > 0 ? positionals : Object.keys(suites);
  const unknown = names.find((name) => !(name in suites));
  if (unknown !== undefined) {
    console.error(`There is no benchmark called ${unknown}; there are: ${Object.keys(suites).join(', ')}.`);
    return 2;
  }
  await using slack = await openSlackStub();
  const plan = { rounds: Number(values.rounds), seconds: Number(values.seconds ?? 2) };
  const say = (line: string) => console.error(`  ${line}`);
  const outcomes: Record<string, Outcome> = {};
  for (const name of names) {
    console.error(name);
    const outcome = await suites[name]?.({ plan, slack, say, goOn });
    if (outcome) outcomes[name] = outcome;
  }
  const machine = { cores: availableParallelism(), node: process.version, ...plan };
  if (values.json) console.log(JSON.stringify({ machine, outcomes }, null, 2));
  else for (const [name, outcome] of Object.entries(outcomes)) print(name, outcome);
  return 0;
}

function print(name: string, { measures, ratios, timings = {} }: Outcome): void {
  console.log(`\n${name}\n\n${ratioTable(ratios)}`);
  for (const [title, all] of Object.entries(timings)) console.log(`\n${timingTable(title, all)}`);
  if (measures.length > 0) console.log(`\n${measureTable(measures)}`);
}

// Databases and folders are ours to remove, so a stop takes effect at the suite's next step.
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped = true;
    console.error('stopping …');
  });
}

function goOn(): void {
  if (stopped) throw new Error('Stopped; nothing is left behind.');
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
