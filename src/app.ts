import { WebClient } from '@slack/web-api';
import type { Config, SlackConfig } from './config.ts';
import type { Feature } from './core/declare/feature.ts';
import type { Clock } from './core/runtime/clock.ts';
import type { Ids } from './core/runtime/ids.ts';
import type { Log } from './core/runtime/log.ts';
import { warnUnlessOutage } from './core/runtime/warn.ts';
import type { QueuedJob } from './core/tokens/job.ts';
import { sharedTurns } from './db/inbound/turns.ts';
import type { OpenDatabase } from './db/open.ts';
import { workspaceOfTeam } from './db/workspace.ts';
import { createEngine } from './engine.ts';
import { features } from './features/index.ts';
import { createMetrics, type Metrics } from './health/metrics.ts';
import { healthRoutes, type Warn } from './health/routes.ts';
import { openServers, type Servers } from './health/servers.ts';
import { vitalsOf } from './health/vitals.ts';
import { ensureBuiltIns } from './jobs/built-in.ts';
import { type Drain, keepDrain } from './jobs/drain/drain.ts';
import { setUnknownAside } from './jobs/drain/failure.ts';
import { runDue } from './jobs/due.ts';
import { reportFailedJobs } from './jobs/failed.ts';
import { openQueues } from './jobs/queues.ts';
import { runSchedules } from './jobs/schedules.ts';
import { keepMinutes } from './jobs/tick.ts';
import { keepWorkers, type Workers } from './jobs/work.ts';
import { measureAcks } from './slack/app/ack-time.ts';
import { directoryOf } from './slack/app/actor.ts';
import { watchStalls } from './slack/app/age.ts';
import { audiencesOf } from './slack/app/audience.ts';
import { createBolt } from './slack/app/bolt.ts';
import { slackChecks } from './slack/app/check.ts';
import { identifyBot, startListening } from './slack/app/connection.ts';
import { keepInbox } from './slack/app/inbox.ts';
import { reachOf } from './slack/app/reach.ts';
import { Redraws } from './slack/app/redraws.ts';
import { keepRights } from './slack/app/rights.ts';
import { Running } from './slack/app/running.ts';
import { sealWith } from './slack/app/seal.ts';
import type { Parts } from './slack/app/services.ts';
import { takeTurns } from './slack/app/turns.ts';
import { refreshHomes } from './slack/home/show.ts';
import { reportSetAside } from './slack/inbound/events.ts';
import { listen } from './slack/inbound/listen.ts';
import { resumeActs } from './slack/inbound/resume.ts';
import { tellWhoWaits } from './slack/inbound/unrecorded.ts';
import { defaultOptions, type OutboxOptions } from './slack/outbox/parts.ts';
import { type Sender, startSender } from './slack/outbox/sender.ts';
import { noteFailure } from './slack/receiver/receive.ts';
import { type Ear, receiverOf } from './slack/receiver/receiver.ts';
import { SlackClient, singleTry } from './slack/web/client.ts';
import { openWebhooks } from './webhooks/open.ts';

export interface Tools {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Test settings, without real waits. */
  readonly outbox?: OutboxOptions;
  /** How long a process has to answer what it accepted; a minute if not given. */
  readonly inboundLeaseMs?: number;
  /** Features beside those of the shop, for tests. */
  readonly features?: readonly Feature[];
  /** `by hand`: jobs run only in `catchUp`. */
  readonly queues?: 'by hand';
  /** The process's own, opened before the bot starts; created here if not given. */
  readonly metrics?: Metrics;
  readonly servers?: Servers;
}

export interface RunningApp {
  /** The port of /healthz, /readyz and /metrics; 0: none. */
  readonly healthPort: number;
  /** Resolves when no answer is in progress and no more can be sent now. */
  idle(): Promise<void>;
  /** Runs due and unfinished work; called once a minute. */
  catchUp(): Promise<void>;
  /** Stops listening and waits for answers in progress. */
  stop(): Promise<void>;
}

export type AppConfig = Pick<
  Config,
  'timeZone' | 'currency' | 'admins' | 'commandPrefix' | 'commandsPerMinute'
>;

/** How long a stop waits for answers in progress. */
const drainMs = 10_000;

/** The only wiring. Resolves when the bot answers; the caller opened the database and closes it after the stop. */
export async function startApp(
  db: OpenDatabase,
  config: AppConfig,
  slack: SlackConfig,
  tools: Tools,
): Promise<RunningApp> {
  const { clock, ids, log, outbox = defaultOptions, inboundLeaseMs = 60_000 } = tools;
  const listed = [...features, ...(tools.features ?? [])];
  const rights = keepRights();
  const client = new SlackClient(slack, log, rights.note);
  const identity = await identifyBot(client, log);
  const now = clock.now();
  const workspace = await workspaceOfTeam(db.prisma, identity.teamId, {
    id: ids.uuid(now),
    name: identity.teamName,
    timeZone: config.timeZone,
    currency: config.currency,
    createdAt: now,
  });
  let sender: Sender | null = null;
  let drain: Drain | null = null;
  let workers: Workers | null = null;
  let stopping = false;
  const metrics = tools.metrics ?? createMetrics({ processMetrics: false });
  const warn: Warn = (error, message, more) =>
    warnUnlessOutage({ log, engine: db.background }, error, message, more);
  let ear: Ear | null = null;
  const faults = () => [
    ...(stopping ? ['it is stopping'] : []),
    ...(sender ? [] : ['it is starting']),
    ...[ear?.deaf() ?? []].flat(),
  ];
  const routes = healthRoutes(vitalsOf({ db, workspaceId: workspace.id, clock, metrics, warn, faults }));
  const servers = tools.servers ?? (await openServers(slack, [], warn));
  const { database } = db;
  const wakeWork = () => drain?.wake();
  const sending = { database, workspaceId: workspace.id, clock, ids, warn, wakeWork };
  const webhooks = await openWebhooks(sending, { slack, servers, routes });
  const { outages } = database;
  ear = receiverOf(slack, { clock, ids, log, outages, servers, routes, open: webhooks.routes, drainMs });
  const bolt = createBolt(slack, identity, ear, log);
  const inbox = keepInbox(bolt, db.prisma, workspace, {
    clock,
    log,
    leaseMs: inboundLeaseMs,
    unrecorded: tellWhoWaits(client),
    failedAgain: (error) => noteFailure(error, { log, ids, outages }),
  });
  const audiences = audiencesOf(client, identity.teamId, clock, log);
  // The outbox obeys Slack's waiting times itself: a client that waits would hold up answers to people.
  const single = new WebClient(slack.botToken, singleTry(slack, log));
  const atOnce = audiencesOf(single, identity.teamId, clock, log);
  const queues = openQueues(db.background, listed, { clock, log, outages });
  const work = {
    queue: queues.queue,
    ...reachOf(client, slack, { single, audiences: atOnce, rights, log }),
    wake: () => sender?.wake(),
    wakeWork,
    webhooks: webhooks.hearing,
    wakeJobs: (jobs: readonly QueuedJob[]) => workers?.wake(jobs),
  };
  const parts: Parts = {
    ground: {
      engine: createEngine(
        db,
        clock,
        slackChecks(client, slack, { clock, rights, sending: () => sender?.trouble() }),
        work,
        listed,
      ),
      clock,
      ids,
      log,
      commandPrefix: config.commandPrefix,
    },
    workspace,
    identity,
    directory: directoryOf(client, identity, config.admins),
    audiences,
    inbox,
    running: new Running(),
    client,
    prisma: db.prisma,
    seal: sealWith(slack.botToken, ids),
    stalls: watchStalls(clock),
    redraws: new Redraws(),
    farewell: (reason) => sender?.halt(reason),
    turns: takeTurns({
      clock,
      warn,
      perMinute: config.commandsPerMinute,
      shared: sharedTurns(db.prisma, workspace.id, ids.uuid(now)),
    }),
    leaseMs: inboundLeaseMs,
  };
  // The same engine on the background connections, which no person waits for.
  const background = { ...parts.ground.engine, database: db.background.database };
  const jobs = { ground: { ...parts.ground, engine: background }, workspace };
  const homes = { ...parts, ground: jobs.ground };
  await queues.start();
  await ensureBuiltIns(jobs);
  measureAcks(bolt, clock, metrics.acknowledged);
  listen(bolt, parts);
  await startListening(bolt);
  sender = startSender({
    ground: jobs.ground,
    workspace,
    audiences: atOnce,
    client: single,
    options: outbox,
    settled: metrics.messageSettled,
    redraws: parts.redraws,
  });
  workers = keepWorkers(queues, jobs.ground, db.background.prisma);
  drain = keepDrain(jobs.ground, db.background.prisma);
  const minutes = keepMinutes(
    [
      {
        name: 'inbox',
        async run() {
          for (const key of await inbox.recover()) await reportSetAside(parts, key);
          await resumeActs(parts);
        },
      },
      { name: 'schedules', run: async () => await runSchedules(jobs) },
      { name: 'due work', run: async () => await runDue(jobs) },
      { name: 'homes', run: async () => await refreshHomes(homes) },
      { name: 'unknown work', run: async () => await setUnknownAside(jobs) },
      { name: 'failed jobs', run: async () => await reportFailedJobs(jobs) },
    ],
    jobs.ground,
  );
  await minutes.start();
  if (tools.queues !== 'by hand') {
    await workers.start();
    drain.start();
  }

  return {
    healthPort: servers.health.port,
    async idle() {
      await parts.running.drain(drainMs);
      await sender.idle();
    },
    async catchUp() {
      await minutes.tick();
      await workers.drain();
      await drain.drain(workspace.id);
      sender.wake();
    },
    async stop() {
      stopping = true;
      parts.stalls.stop();
      await Promise.all([minutes.stop(), workers.stop(drainMs), drain.stop(), bolt.stop(), webhooks.stop()]);
      await parts.running.drain(drainMs);
      await sender.stop();
      await servers.health.close(0);
    },
  };
}
