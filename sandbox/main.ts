import { parseArgs } from 'node:util';
import { openSandbox, type SandboxOptions, smallShop } from './index.ts';
import { KeepError } from './keeping.ts';
import { ManifestError } from './manifest.ts';

const HELP = `A local Slack for any Bolt app.

  npm run sandbox -- --manifest manifest.yml [--workspace team.json] [--port 4400]
                     [--http http://127.0.0.1:3000/slack/events | --http manifest]
                     [--no-rate-limits] [--keep slack]
                     [--bot-token xoxb-…] [--app-token xapp-…] [--signing-secret …]

Without --http the app connects by Socket Mode. With it signed requests go to the URLs of
the manifest that are on this machine, and to this one in place of all others.
--keep names a file that keeps the conversations for the next start.`;

const options = {
  manifest: { type: 'string' },
  workspace: { type: 'string', default: smallShop },
  port: { type: 'string', default: '4400' },
  http: { type: 'string' },
  'bot-token': { type: 'string' },
  'app-token': { type: 'string' },
  'signing-secret': { type: 'string' },
  keep: { type: 'string' },
  'no-rate-limits': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

function refuse(fault: string): never {
  console.error(`${fault}\n\n${HELP}`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const values = readOptions();

if (values.help) {
  console.log(HELP);
  process.exit(0);
}
if (!values.manifest) refuse('Name the manifest of the app: --manifest manifest.yml.');
if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
  refuse(`--port is a number from 0 to 65535, not "${values.port}".`);

function deliverBy(http: string | undefined): NonNullable<SandboxOptions['deliver']> {
  if (http === undefined) return { mode: 'socket' };
  if (http === 'manifest') return { mode: 'http' };
  if (!URL.canParse(http)) refuse(`--http is the address of the app or "manifest", not "${http}".`);
  return { mode: 'http', requestUrl: http };
}

const sandbox = await openSandbox({
  manifest: values.manifest,
  workspace: values.workspace,
  port: Number(values.port),
  deliver: deliverBy(values.http),
  rateLimits: !values['no-rate-limits'],
  ...(values.keep === undefined ? {} : { keepIn: values.keep }),
  tokens: {
    ...(values['bot-token'] ? { bot: values['bot-token'] } : {}),
    ...(values['app-token'] ? { app: values['app-token'] } : {}),
    ...(values['signing-secret'] ? { signingSecret: values['signing-secret'] } : {}),
  },
}).catch((error: NodeJS.ErrnoException) => {
  if (error instanceof ManifestError || error instanceof KeepError) return refuse(error.message);
  if (error.syscall !== 'listen') throw error;
  return refuse(`Port ${values.port} cannot be used (${error.code}). Choose another with --port.`);
});

const forTheApp = values.http
  ? `SLACK_SIGNING_SECRET=${sandbox.signingSecret}`
  : `SLACK_APP_TOKEN=${sandbox.appToken}`;
for (const warning of sandbox.warnings) console.warn(warning);
console.log(`The sandbox is open: ${sandbox.url}

For the app's terminal:
  SLACK_API_URL=${sandbox.apiUrl}
  SLACK_BOT_TOKEN=${sandbox.botToken}
  ${forTheApp}

Ctrl-C closes it.`);

async function stop(): Promise<void> {
  await sandbox.close();
  process.exit(0);
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
