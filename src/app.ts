import { WebClient } from '@slack/web-api';
import type { Config, SlackConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import type { Check } from './core/feature.ts';
import type { Ids } from './core/ids.ts';
import type { Log } from './core/log.ts';
import type { OpenDatabase } from './db/open.ts';
import { workspaceOfTeam } from './db/workspace.ts';
import { createEngine } from './engine.ts';
import { accountFrom, type Directory } from './slack/actor.ts';
import { audiencesOf } from './slack/audience.ts';
import { createBolt, type Identity, webOptions } from './slack/bolt.ts';
import { identifyBot, startListening } from './slack/connection.ts';
import { listenForEvents } from './slack/events.ts';
import { keepInbox } from './slack/inbox.ts';
import { listenForCommands } from './slack/listeners.ts';
import type { Parts } from './slack/parts.ts';
import { Running } from './slack/running.ts';

export interface Tools {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export interface RunningApp {
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
  /** Answers what was left unanswered; done once a minute. */
  catchUp(): Promise<void>;
  /** Stops listening and waits for what is being answered. */
  stop(): Promise<void>;
}

export type AppConfig = Pick<Config, 'timeZone' | 'currency' | 'admins' | 'commandPrefix'>;

/** How long a stop waits for answers that are on their way. */
const drainMs = 10_000;

/** The only wiring. Resolves when the bot answers; the caller opened the database and closes it after the stop. */
export async function startApp(
  db: OpenDatabase,
  config: AppConfig,
  slack: SlackConfig,
  tools: Tools,
): Promise<RunningApp> {
  const { clock, ids, log } = tools;
  const identity = await identifyBot(slack, log);
  const now = clock.now();
  const workspace = await workspaceOfTeam(db.prisma, identity.teamId, {
    id: ids.uuid(now),
    name: identity.teamName,
    timeZone: config.timeZone,
    currency: config.currency,
    createdAt: now,
  });

  const bolt = createBolt(slack, identity, log);
  const client = new WebClient(slack.botToken, webOptions(slack, log));
  const inbox = keepInbox(bolt, db.prisma, workspace, clock, log);
  const parts: Parts = {
    ground: {
      engine: createEngine(db, clock, [slackCheck(client, slack, clock)]),
      clock,
      ids,
      log,
      commandPrefix: config.commandPrefix,
    },
    workspace,
    identity,
    directory: directoryOf(client, identity, config.admins),
    audiences: audiencesOf(client, identity.teamId, clock, log),
    inbox,
    running: new Running(),
    client,
  };
  listenForCommands(bolt, parts);
  listenForEvents(bolt, parts);
  await startListening(bolt, slack);
  await inbox.recover();
  const minutes = setInterval(
    () => inbox.recover().catch((error) => log.warn({ err: error }, 'the inbox could not be read')),
    60_000,
  );

  return {
    idle: () => parts.running.drain(drainMs),
    catchUp: () => inbox.recover(),
    async stop() {
      clearInterval(minutes);
      await bolt.stop();
      await parts.running.drain(drainMs);
    },
  };
}

function directoryOf(
  client: WebClient,
  { teamId }: Identity,
  configuredAdmins: readonly string[],
): Directory {
  return {
    ourTeamId: teamId,
    configuredAdmins,
    async account(user) {
      return accountFrom((await client.users.info({ user })).user, teamId);
    },
  };
}

function slackCheck(client: WebClient, { mode }: SlackConfig, clock: Clock): Check {
  const way = mode === 'socket' ? 'Socket Mode' : 'HTTP';
  return {
    title: 'Slack',
    async look() {
      const began = clock.elapsed();
      try {
        await client.auth.test();
        return {
          ok: true,
          finding: `${way}, answers in ${Math.max(1, Math.round(clock.elapsed() - began))} ms`,
        };
      } catch {
        return { ok: false, finding: `${way}, does not answer` };
      }
    },
  };
}
