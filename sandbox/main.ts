import { parseArgs } from 'node:util';
import { openSandbox, smallShop } from './index.ts';

const HELP = `A local Slack for any Bolt app.

  npm run sandbox -- --manifest manifest.yml [--workspace team.json] [--port 4400]
                     [--http http://127.0.0.1:3000/slack/events]
                     [--no-rate-limits]
                     [--bot-token xoxb-…] [--app-token xapp-…] [--signing-secret …]

Without --http the app connects by Socket Mode.`;

const { values } = parseArgs({
  options: {
    manifest: { type: 'string' },
    workspace: { type: 'string', default: smallShop },
    port: { type: 'string', default: '4400' },
    http: { type: 'string' },
    'bot-token': { type: 'string' },
    'app-token': { type: 'string' },
    'signing-secret': { type: 'string' },
    'no-rate-limits': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help || !values.manifest) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}

const sandbox = await openSandbox({
  manifest: values.manifest,
  workspace: values.workspace,
  port: Number(values.port),
  deliver: values.http ? { mode: 'http', requestUrl: values.http } : { mode: 'socket' },
  rateLimits: !values['no-rate-limits'],
  tokens: {
    ...(values['bot-token'] ? { bot: values['bot-token'] } : {}),
    ...(values['app-token'] ? { app: values['app-token'] } : {}),
    ...(values['signing-secret'] ? { signingSecret: values['signing-secret'] } : {}),
  },
});

const forTheApp = values.http
  ? `SLACK_SIGNING_SECRET=${sandbox.signingSecret}`
  : `SLACK_APP_TOKEN=${sandbox.appToken}`;
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
