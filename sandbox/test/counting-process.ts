import { App, LogLevel } from '@slack/bolt';

/**
 * A small app in its own process, for tests of several processes and of one that dies. Every answer contains its name.
 * With GUARDED it survives envelopes without an inner event, which socket-mode 3.1 does not.
 */
const { NAME = 'one', SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '', SLACK_API_URL = '', GUARDED } = process.env;

interface RawSocket {
  listeners(event: 'ws_message'): ((data: unknown, isBinary: boolean) => Promise<void>)[];
  removeAllListeners(event: 'ws_message'): unknown;
  on(event: 'ws_message', listener: (data: unknown, isBinary: boolean) => void): unknown;
}

const app = new App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.ERROR,
});
app.command('/count', async ({ ack, command }) => ack(`${NAME} counted ${command.text}`));
app.event('app_mention', async ({ event, say }) => {
  await say({ text: `${NAME} heard`, thread_ts: event.ts });
});

if (GUARDED) {
  const { client } = (app as unknown as { receiver: { client: RawSocket } }).receiver;
  const [original] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data, isBinary) => void original?.(data, isBinary).catch(() => {}));
}
await app.start();
