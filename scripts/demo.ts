// npm run demo: the whole bot on an embedded database, with a local Slack in the browser.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { openSandbox } from '../sandbox/index.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4400' },
    data: { type: 'string', default: process.env.DATA_DIR || './data' },
  },
});

const sandbox = await openSandbox({ manifest: 'manifest.yml', port: Number(values.port) }).catch(
  (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(
      `Port ${values.port} is taken. Is the demo running already? Otherwise: npm run demo -- --port 4401`,
    );
    process.exit(2);
  },
);

const environment = {
  ...process.env,
  SLACK_API_URL: sandbox.apiUrl,
  SLACK_BOT_TOKEN: sandbox.botToken,
  SLACK_APP_TOKEN: sandbox.appToken,
  DATA_DIR: values.data,
  DATABASE_URL: '',
  PORT: '0',
  TIME_ZONE: 'Europe/Berlin',
  LOG_LEVEL: 'warn',
};

function run(file: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', file], { env: environment, stdio: 'inherit' });
}

console.log('Starting the bot …');
const bot = run('src/main.ts');
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
bot.on('exit', (code) => void stop(code ?? 1));

// Connected: the bot has opened and migrated its database, and others may now use it.
await sandbox.control.waitFor(async () => (await sandbox.control.overview('U0ADA00001')).connections > 0, {
  timeoutMs: 110_000,
});
const [seeded] = await once(run('prisma/seed.ts'), 'exit');
if (seeded !== 0) {
  console.error('The shop could not be filled with data.');
  await stop(1);
}

console.log(`
Quartermaster is ready: ${sandbox.url}

Pick who you are on the left, open #ops-daily and type  /stock MUG-01
In another terminal:  npm run ask -- "/stock MUG-01"
Ctrl-C stops it; the shop stays in ${values.data}.`);
