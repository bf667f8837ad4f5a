import pg from 'pg';
import { expect, inject } from 'vitest';
import type { Actor } from '../../src/core/runtime/actor.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Context, Workspace } from '../../src/core/runtime/context.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { keepFailures } from '../../src/core/runtime/failures.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import type { Role } from '../../src/core/tokens/permission.ts';
import { connectDatabase, type DatabaseConnection } from '../../src/db/client.ts';
import { startPglite } from '../../src/db/pglite.ts';
import { keepOutages } from '../../src/db/trouble/outages.ts';
import { failureNotes, features, holdRights } from '../../src/features/index.ts';
import { checkAfterEach } from './checks.ts';
import { testClock } from './clock.ts';
import { unnotedFacts } from './fact-watch.ts';
import { watchedLog } from './log.ts';

export interface TestDatabase extends DatabaseConnection {
  readonly connection: pg.ClientConfig;
}

let shared: Promise<TestDatabase> | null = null;

/** The one database of this test process. Each test works in its own workspace. */
export function testDatabase(): Promise<TestDatabase> {
  shared ??= open();
  return shared;
}

async function open(): Promise<TestDatabase> {
  const source = inject('database');
  const connection =
    'url' in source
      ? { connectionString: await ownCopy(source.url) }
      : {
          host: (await startPglite({ loadFrom: source.archive })).socketDir,
          user: 'postgres',
          database: 'postgres',
        };
  const database = connectDatabase({
    connection,
    poolSize: 5,
    statementTimeout: 0,
    prepares: 'url' in source,
    secretKeys: [{ id: 'test', bytes: new Uint8Array(32).fill(7) }],
    outages: keepOutages(systemClock, watchedLog()),
    log: watchedLog(),
  });
  checkAfterEach(async () => expect(await unnotedFacts(database.pool)).toEqual([]));
  return { ...database, connection };
}

/** One copy per process: a worker of the queues takes every job it finds, whoever queued it. */
async function ownCopy(template: string): Promise<string> {
  const url = new URL(template);
  const name = url.pathname.slice(1);
  const own = `${name}_${process.pid}`;
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${own} TEMPLATE ${name}`);
  await client.end();
  url.pathname = `/${own}`;
  return url.href;
}

export async function newWorkspace(fresh: Partial<Workspace> = {}): Promise<Workspace> {
  const { prisma } = await testDatabase();
  const now = testClock().now();
  const id = randomIds.uuid(now);
  return await prisma.workspace.create({
    data: {
      id,
      slackTeamId: `T${id.slice(-12).toUpperCase()}`,
      name: 'Harbour & Hill',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      createdAt: now,
      ...fresh,
    },
  });
}

/** A context as the adapters build it, in its own workspace, for tests that call operations directly. */
export async function newContext(
  options: { role?: Role; at?: string; actor?: Actor; workspace?: Workspace } = {},
): Promise<Context> {
  const { database } = await testDatabase();
  const workspace = options.workspace ?? (await newWorkspace());
  const clock = testClock(options.at);
  return {
    workspace,
    actor: options.actor ?? {
      kind: 'console',
      id: 'test',
      name: 'the test',
      roles: [options.role ?? 'admin'],
      timeZone: 'Europe/Berlin',
    },
    now: clock.now(),
    ids: randomIds,
    log: watchedLog(),
    correlationId: 'test',
    delivery: null,
    channel: null,
    engine: {
      database,
      contributions: contributionsOf(features),
      whoMay: async () => [],
      holdRights,
      queue: async () => {},
      places: {
        look: async () => ({ ok: true, name: 'ops-daily' }),
        post: async () => ({ ok: true, name: 'ops-daily' }),
      },
      rooms: {
        possible: () => true,
        open: async () => ({ refused: 'there is no Slack here' }),
        archive: async () => {},
      },
      failures: keepFailures(failureNotes),
      files: {
        read: async () => Promise.reject(new Error('there is no Slack here')),
        send: async () => Promise.reject(new Error('there is no Slack here')),
        keep: async () => Promise.reject(new Error('there is no Slack here')),
      },
      webhooks: { listening: () => 'yes', trial: async () => ({ answer: 'taken', ms: 1 }) },
      wake: () => {},
      wakeWork: () => {},
      wakeJobs: () => {},
    },
  };
}

/** Whether the tests run on a server, where two transactions can be open at once. */
export const isOnServer = Boolean(process.env.TEST_DATABASE_URL);
