import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { KeepError, openSandbox, WaitTimeout } from '../sandbox/index.ts';
import { readCommandLine, refuse } from './command-line.ts';

const usage = `npm run demo: the whole bot on an embedded database, with a local Slack in the browser.

  npm run demo -- [--port 4400] [--data ./data]

--port is the page's, --data (or DATA_DIR) the folder of the shop. With PORT the bot answers /healthz, /readyz and
/metrics there; without it on a free port.`;

const { values } = readCommandLine(usage, {
  options: {
    port: { type: 'string', default: '4400' },
    data: { type: 'string', default: process.env.DATA_DIR || './data' },
  },
});
const port = Number(values.port);
if (!/^\d+$/.test(values.port) || port > 65_535)
  refuse(`--port is a number from 0 to 65535, not "${values.port}".`, usage);

const sandbox = await openSandbox({
  manifest: 'manifest.yml',
  port,
  // The bot edits the cards that it posted before.
  keepIn: join(values.data, 'slack'),
}).catch((error: NodeJS.ErrnoException) => {
  if (error instanceof KeepError) refuse(error.message, usage);
  if (error.syscall !== 'listen') throw error;
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken. Is the demo running already? Otherwise: npm run demo -- --port 4401`
      : `Port ${port} cannot be used (${error.code}). Choose another: npm run demo -- --port 4401`,
  );
  process.exit(2);
});
for (const warning of sandbox.warnings) console.warn(warning);

const environment = {
  ...process.env,
  SLACK_API_URL: sandbox.apiUrl,
  SLACK_BOT_TOKEN: sandbox.botToken,
  SLACK_APP_TOKEN: sandbox.appToken,
  DATA_DIR: values.data,
  // Of the demo alone, always the same: what it sealed opens the next time.
  SECRET_KEYS: process.env.SECRET_KEYS || `demo:${Buffer.alloc(32, 'demo').toString('base64')}`,
  DATABASE_URL: '',
  PORT: process.env.PORT || '0',
  TIME_ZONE: 'Europe/Berlin',
  LOG_LEVEL: 'warn',
};

function run(file: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: environment,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

console.log('Starting the bot …');
const bot = run('src/main.ts');
// Loaded while the bot starts; it begins once the database is there.
const shop = run('scripts/demo-shop.ts', sandbox.url);
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (bot.exitCode === null && bot.signalCode === null) {
    bot.kill('SIGTERM');
    await once(bot, 'exit');
  }
  await sandbox.close();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
bot.on('exit', (code, signal) => {
  // A Ctrl-C in the terminal reaches the bot too, and may reach it first.
  if (!stopping && code !== 0)
    console.error(
      `The bot ended (${signal ?? `exit code ${code}`}), so the demo stops. The shop is kept in ${values.data}: npm run demo starts it again.`,
    );
  void stop(code ?? 1);
});

// Connected: the bot has opened and migrated its database, and others may now use it.
await sandbox.control
  .waitFor(async () => (await sandbox.control.overview('U0ADA00001')).connections > 0, { timeoutMs: 110_000 })
  .catch(async (error) => {
    if (!(error instanceof WaitTimeout)) throw error;
    console.error('The bot has not connected within 110 seconds, so the demo stops.');
    await stop(1);
  });
shop.send('begin');
const [seeded] = await once(shop, 'exit');
if (seeded !== 0 && !stopping) {
  console.error('The shop could not be filled with data.');
  await stop(1);
}

console.log(`
Quartermaster is ready: ${sandbox.url}

Pick who you are on the left. #ops-alerts and #ops-approvals have what waits this morning;
in #ops-daily type  /stock MUG-01 ,  /order 25042  or  /shipment
In another terminal:  npm run ask -- "/stock MUG-01"
Ctrl-C stops it; the shop and its conversations stay in ${values.data}.`);
