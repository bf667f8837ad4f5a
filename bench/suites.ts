import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { mentionsIn, sameAnswers } from './answers.ts';
import { type App, startApp } from './app.ts';
import { mentioned } from './filling/cases.ts';
import { Keep } from './keep.ts';
import { fillFor } from './members.ts';
import { createDatabase, demandPostgres } from './postgres.ts';
import { type Ask, evenly, knownCode, unread } from './questions.ts';
import { type Contender, type Plan, runRounds } from './rounds.ts';
import type { SlackStub } from './slack.ts';

export interface Bench {
  readonly plan: Plan;
  readonly slack: SlackStub;
  readonly say: (line: string) => void;
  /** Throws after a request to stop the bench; everything open is then closed and dropped. */
  readonly goOn: () => void;
}

export const bareName = 'bare Bolt';
export const botName = (skus: number) => `bot, ${skus.toLocaleString('en-GB')} SKUs`;
/** Without the lines of other features on its cards. */
export const silentName = (skus: number) => `${botName(skus)}, without mentions`;
export const touchedName = (name: string) => `${name}, both on each`;
export const plainName = (skus: number) => `plain handler, ${skus.toLocaleString('en-GB')} SKUs`;

/**
 * Bare Bolt, and at each size of catalogue the bot and the plain handler on one PostgreSQL database; at the smallest also
 * the bot without mentions.
 */
export async function onPostgres(bench: Bench, sizes: readonly number[]) {
  await demandPostgres();
  await using keep = new Keep();
  const contenders = [await bareContender(bench, keep)];
  for (const skus of sizes) {
    const { url } = keep.add(await createDatabase(String(skus)));
    const bot = keep.add(await startBot(bench, skus, { DATABASE_URL: url }));
    contenders.push(...(await withPlain(bench, keep, bot, skus, { connectionString: url })));
    if (skus === sizes[0]) contenders.push(await silentContender(bench, keep, url, skus));
  }
  return await runRounds(contenders, bench);
}

/** The bot with and without the lines of other features, alone: the shortest way to what those cost. */
export async function mentionsOnPostgres(bench: Bench, skus: number) {
  await using keep = new Keep();
  const { bot, url } = await botOnPostgres(bench, keep, skus);
  const target = targetOf(bench, bot, skus);
  await demandMentions(target);
  const silent = await silentContender(bench, keep, url, skus);
  const touched = knownCode(evenly(skus, mentioned.everyApproval));
  return await runRounds([target, silent, touchedOf(target, touched), touchedOf(silent, touched)], bench);
}

/** The same, asked for nothing but SKUs with both an issue and an approval. */
export function touchedOf(target: Contender, ask: Ask): Contender {
  return { ...target, name: touchedName(target.name), ask };
}

/** The bot alone on PostgreSQL, with its catalogue. */
export async function botOnPostgres(bench: Bench, keep: Keep, skus: number) {
  await demandPostgres();
  const { url } = keep.add(await createDatabase('acks'));
  const bot = keep.add(await startBot(bench, skus, { DATABASE_URL: url }));
  bench.say(`making ${skus.toLocaleString('en-GB')} SKUs`);
  await fillFor({ connectionString: url }, skus);
  return { bot, url };
}

/** The same on an embedded database, which the bot owns and the plain handler reaches through the bot's socket. */
export async function onEmbedded(bench: Bench, skus: number) {
  await using keep = new Keep();
  const contenders = [await bareContender(bench, keep)];
  const { bot, connection } = await startEmbeddedBot(bench, keep, skus);
  contenders.push(...(await withPlain(bench, keep, bot, skus, connection)));
  return await runRounds(contenders, bench);
}

export async function startEmbeddedBot(bench: Bench, keep: Keep, skus: number) {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-bench-'));
  keep.add({ [Symbol.asyncDispose]: async () => await rm(folder, { recursive: true, force: true }) });
  const bot = keep.add(await startBot(bench, skus, { DATABASE_URL: '', DATA_DIR: folder }));
  const { socketDir } = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8')) as {
    socketDir: string;
  };
  const connection = { host: socketDir, user: 'postgres', database: 'postgres' };
  return { bot, connection };
}

export function targetOf({ slack }: Bench, app: App, skus: number, ask = knownCode(evenly(skus))): Contender {
  return { name: app.name, app, url: app.url, ask, responseUrl: slack.url };
}

/** Fills the bot's database, starts the plain handler on it and checks that both answer the same. */
async function withPlain(bench: Bench, keep: Keep, bot: App, skus: number, connection: pg.ClientConfig) {
  bench.say(`making ${skus.toLocaleString('en-GB')} SKUs`);
  await fillFor(connection, skus);
  const settings = { BENCH_CONNECTION: JSON.stringify(connection) };
  const plain = keep.add(await startApp(plainName(skus), 'plain', settings));
  const pair = [targetOf(bench, bot, skus), targetOf(bench, plain, skus)] as const;
  await sameAnswers(...pair, skus);
  await demandMentions(pair[0]);
  return pair;
}

async function demandMentions(target: Contender): Promise<void> {
  if ((await mentionsIn(target)) !== 2) throw new Error(`${target.app.name} does not mention what there is.`);
}

/** On the database of a bot that mentions. */
async function silentContender(bench: Bench, keep: Keep, url: string, skus: number): Promise<Contender> {
  const settings = { SLACK_API_URL: bench.slack.url, DATABASE_URL: url };
  const app = keep.add(await startApp(silentName(skus), 'silent', settings));
  const target = targetOf(bench, app, skus);
  if ((await mentionsIn(target)) > 0) throw new Error(`${app.name} mentions something.`);
  return target;
}

export async function bareContender(bench: Bench, keep: Keep): Promise<Contender> {
  const app = keep.add(await startApp(bareName, 'bare'));
  return targetOf(bench, app, 1_000, unread(knownCode(evenly(1_000))));
}

export async function startBot(
  { slack }: Bench,
  skus: number,
  settings: Record<string, string>,
): Promise<App> {
  return await startApp(botName(skus), 'bot', { SLACK_API_URL: slack.url, ...settings });
}
