import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './app.ts';
import { Keep } from './keep.ts';
import { createDatabase, demandPostgres } from './postgres.ts';
import type { Measured } from './promises.ts';
import { openProxy } from './proxy.ts';
import { atMost, figure, single } from './report.ts';
import { botToken, signingSecret } from './slack.ts';
import { nodeScript } from './start-script.ts';
import type { Bench } from './suites.ts';

const starts = 5;
const settleSeconds = 30;
const restSeconds = 120;

/** What the built bot costs while nobody asks it anything: memory, statements, and the seconds of a start. */
export async function atRest(bench: Bench): Promise<Measured> {
  await demandPostgres();
  await using keep = new Keep();
  const { url } = keep.add(await createDatabase('rest'));
  const proxy = keep.add(await openProxy(url));
  const settings = { DATABASE_URL: proxy.url, SLACK_API_URL: bench.slack.url };
  bench.say('first start, which migrates');
  await (await startBuilt(settings))[Symbol.asyncDispose]();
  const seconds: number[] = [];
  for (let n = 1; n < starts; n += 1) {
    bench.goOn();
    bench.say(`start ${n} of ${starts}`);
    await using bot = await startBuilt(settings);
    seconds.push(bot.seconds);
  }
  const bot = keep.add(await startBuilt(settings));
  seconds.push(bot.seconds);
  bench.say(`at rest for ${settleSeconds + restSeconds} s`);
  await rest(bench, settleSeconds);
  const before = proxy.statements();
  await rest(bench, restSeconds);
  const perMinute = ((proxy.statements() - before) * 60) / restSeconds;
  return {
    measures: [],
    ratios: [
      single('MB of memory at rest (RSS)', await residentMb(bot.pid), atMost(150)),
      single('statements a minute at rest', perMinute, atMost(100)),
      figure('seconds from start to ready, warm', seconds, atMost(2)),
    ],
  };
}

async function rest({ goOn }: Bench, seconds: number): Promise<void> {
  for (let n = 0; n < seconds; n += 1) {
    goOn();
    await wait(1_000);
  }
}

/** `npm start`, as the file package.json names starts it; resolves once it says that it is ready. */
async function startBuilt(settings: Readonly<Record<string, string>>) {
  const began = performance.now();
  const { options, file } = await nodeScript('start');
  const child = spawn(process.execPath, [...options, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(await freePort()),
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: '',
      LOG_LEVEL: 'info',
      ...settings,
    },
  });
  const gone = once(child, 'exit');
  const { stdout } = child;
  if (!stdout) throw new Error('The bot has no log.');
  for await (const line of createInterface({ input: stdout })) {
    if (line.includes('Quartermaster is ready')) break;
  }
  if (child.exitCode !== null || child.signalCode !== null)
    throw new Error('The built bot ended while it started. Was it built? Run: npm run build');
  // Its log is read on, or it would wait for a reader.
  stdout.resume();
  return {
    pid: child.pid ?? 0,
    seconds: (performance.now() - began) / 1_000,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function residentMb(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1_024;
}
