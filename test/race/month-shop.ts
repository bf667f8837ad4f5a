import { onTestFinished } from 'vitest';
import { openSandbox, smallShop } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { readWorkspace } from '../../sandbox/workspace.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { keepOutages } from '../../src/db/trouble/outages.ts';
import { features } from '../../src/features/index.ts';
import { openQueues } from '../../src/jobs/queues.ts';
import { createLog } from '../../src/log.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { builders } from '../harness/builders.ts';
import { databaseProxy } from '../harness/database-proxy.ts';
import type { Step } from '../harness/moved-replica.ts';
import { type Running, runScript } from '../harness/processes.ts';
import { prepared } from './prepared.ts';

export const owner = 'U0LENA0001';
const admin = 'U0ADA00001';

/** A Slack whose clock is set, a PostgreSQL database that can be away, and replicas that are told what time it is. */
export async function openMonth({ start, channels, history }: MonthOptions) {
  const time = { at: Date.parse(start) };
  const file = readWorkspace(smallShop);
  const made = channels.map((id) => ({
    id,
    name: id.slice(2).toLowerCase(),
    members: [owner],
    bot: true,
    is_private: false,
    is_ext_shared: false,
    is_archived: false,
  }));
  const sandbox = await openSandbox({
    manifest: manifestOf(features) as ManifestInput,
    workspace: { ...file, channels: [...file.channels, ...made] },
    grantOptionalScopes: history,
    clock: { now: () => time.at },
  });
  const db = await prepared(0, []);
  const row = {
    id: randomIds.uuid(new Date(start)),
    name: 'Month',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
  };
  await db.prisma.workspace.create({
    data: { ...row, slackTeamId: file.team.id, createdAt: new Date(start) },
  });
  const given = builders(db.prisma, row, new Date(start));
  await given.person('Ada', admin, ['admin']);
  await given.person('Lena', owner, ['lead']);
  const proxy = await databaseProxy(db.url);
  const log = createLog('error');
  const tools = { clock: systemClock, log, outages: keepOutages(systemClock, log) };
  const { boss } = openQueues(db, features, tools);
  onTestFinished(async () => {
    await proxy[Symbol.asyncDispose]();
    await sandbox.close();
    await db.close();
  });
  return {
    slack: sandbox.control,
    prisma: db.prisma,
    proxy,
    time,
    async replica(): Promise<Replica> {
      const running = runScript('test/harness/moved-replica.ts', [], {
        DATABASE_URL: proxy.url,
        SLACK_API_URL: sandbox.apiUrl,
        SLACK_BOT_TOKEN: sandbox.botToken,
        SLACK_APP_TOKEN: sandbox.appToken,
        PORT: '0',
        LOG_LEVEL: 'error',
        AT: new Date(time.at).toISOString(),
      });
      await running.says('ready');
      return replicaOf(running);
    },
    /** Only the digests' schedules go on: what else a bot does each hour would take most of the time. */
    async quiet() {
      await db.prisma.schedule.updateMany({
        where: { kind: { not: 'digests.digest' } },
        data: { settledUntil: new Date('2027-01-01T00:00:00Z') },
      });
    },
    /** The time limit of jobs that are in hand is over: pg-boss has no clock but the database's. */
    async expireJobs() {
      await db.prisma.$executeRaw`
        UPDATE pgboss.job SET started_on = started_on - expire_in WHERE state = 'active'`;
      await boss.maintain();
    },
  };
}

interface MonthOptions {
  readonly start: string;
  /** One for each digest. */
  readonly channels: readonly string[];
  /** Whether the bot may look for a post whose answer was lost. */
  readonly history: boolean;
}

export interface Replica {
  readonly running: Running;
  isGone: boolean;
  /** What became of a step; null: the process was killed. */
  take(step: Step): Promise<'did' | 'failed' | null>;
  kill(): Promise<void>;
}

function replicaOf(running: Running): Replica {
  const gone = running.ended();
  const replica: Replica = {
    running,
    isGone: false,
    async take(step) {
      running.child.stdin?.write(`${JSON.stringify(step)}\n`);
      const said = async (word: 'did' | 'failed') => {
        await running.says(`${word} ${step.n}.`);
        return word;
      };
      const never = gone.then(() => null);
      return await Promise.race([said('did'), said('failed'), never]).catch(() => null);
    },
    async kill() {
      replica.isGone = true;
      running.child.kill('SIGKILL');
      await gone;
    },
  };
  gone.then(() => {
    replica.isGone = true;
  });
  return replica;
}

export type Month = Awaited<ReturnType<typeof openMonth>>;
