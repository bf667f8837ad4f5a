import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { Log } from '../../core/runtime/log.ts';
import { ConfigError } from '../../core/runtime/refusal.ts';
import { cleanName } from '../../core/text/clean.ts';
import type { SlackClient } from '../web/client.ts';
import { refusalOf } from '../web/outcome.ts';
import type { Identity } from './bolt.ts';

/** Asks Slack for our identity, and retries while Slack cannot be reached; a refused token is a `ConfigError`. */
export async function identifyBot(client: SlackClient, log: Log): Promise<Identity> {
  for (let pause = 1_000; ; pause = Math.min(pause * 2, 30_000)) {
    try {
      const me = await client.auth.test();
      if (me.is_enterprise_install) {
        throw new ConfigError([
          'Quartermaster is installed per workspace; this token is of an org-wide installation.',
        ]);
      }
      return {
        botId: me.bot_id ?? '',
        botUserId: me.user_id ?? '',
        teamId: me.team_id ?? '',
        teamName: cleanName(me.team ?? '') || 'Workspace',
      };
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      const reason = refusalOf(error);
      if (reason !== null) {
        throw new ConfigError([
          `Slack refuses SLACK_BOT_TOKEN (${reason}). Install the app again and copy its token.`,
        ]);
      }
      log.warn({ err: error }, `Slack cannot be reached; trying again in ${pause / 1000} s`);
      await wait(pause);
    }
  }
}

/** Starts listening. A refused token is a `ConfigError`. */
export async function startListening(bolt: App): Promise<void> {
  try {
    await bolt.start();
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === null) throw error;
    throw new ConfigError([
      `Slack refuses SLACK_APP_TOKEN (${reason}). Make a new one with connections:write in "Basic Information" of the app.`,
    ]);
  }
}
