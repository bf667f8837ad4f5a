import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/** Bolt as in its documentation, with a known identity so that no request asks Slack for it. */
export function plainBolt(): App {
  const signingSecret = process.env.SLACK_SIGNING_SECRET ?? '';
  const receiver = new HTTPReceiver({
    signingSecret,
    port: Number(process.env.PORT),
    logLevel: LogLevel.WARN,
  });
  const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH001', botUserId: 'U0BENCHBOT' });
  return new App({ receiver, authorize, logLevel: LogLevel.WARN });
}
