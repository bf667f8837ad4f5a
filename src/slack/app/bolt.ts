import { App, type AuthorizeResult, type Receiver } from '@slack/bolt';
import type { SlackConfig } from '../../config.ts';
import type { Log } from '../../core/runtime/log.ts';
import { webOptions } from '../web/client.ts';
import { boltLogger } from '../web/logger.ts';

export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  readonly teamId: string;
  readonly teamName: string;
}

/** One app for HTTP and Socket Mode; the listeners work the same in both. */
export function createBolt(config: SlackConfig, identity: Identity, receiver: Receiver, log: Log): App {
  const app = new App({
    receiver,
    // Known from the start: asking Slack at each request would answer nobody while Slack is away.
    authorize: async (): Promise<AuthorizeResult> => ({
      botToken: config.botToken,
      botId: identity.botId,
      botUserId: identity.botUserId,
      teamId: identity.teamId,
    }),
    clientOptions: webOptions(config, log),
    // We store no conversations in Bolt; and our own messages must reach the listener, which settles them in the inbox.
    convoStore: false,
    ignoreSelf: false,
    logger: boltLogger(log),
  });
  // The receiver logs and answers it.
  app.error(async (error) => {
    throw error;
  });
  return app;
}
