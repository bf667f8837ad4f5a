import { setTimeout as wait } from 'node:timers/promises';
import { openSandbox, smallShop } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { readWorkspace } from '../../sandbox/workspace.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { connectDatabase } from '../../src/db/client.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { keepOutages } from '../../src/db/trouble/outages.ts';
import { features } from '../../src/features/index.ts';
import { createLog } from '../../src/log.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { newDatabase } from '../race/postgres.ts';
import { codeOf } from './acts.ts';
import { builders } from './builders.ts';
import { databaseProxy } from './database-proxy.ts';
import { freePort } from './free-port.ts';
import { frontDoor } from './front-door.ts';
import { spawnScript } from './processes.ts';

export type Mode = 'socket' | 'http';

export interface CrashShopOptions {
  readonly mode: Mode;
  /** One SKU each. */
  readonly acts: number;
  readonly members?: number;
  /** How slow the line to the database is, for each message. */
  readonly delayMs?: number;
  readonly paceMs?: number;
}

const team = (n: number) => `U0SOAK${String(n).padStart(4, '0')}`;

/** A shop on PostgreSQL behind a slow line, with a SKU for each act, and replicas that can be killed. */
export async function openCrashShop({ mode, acts, members = 1, delayMs = 0, paceMs = 0 }: CrashShopOptions) {
  const door = mode === 'http' ? await frontDoor() : null;
  const file = readWorkspace(smallShop);
  const people = Array.from({ length: members }, (_, n) => team(n));
  const made = people.map((id, n) => ({ id, name: `soak${n}`, real_name: `Member ${n}`, tz: 'Etc/UTC' }));
  const sandbox = await openSandbox({
    manifest: manifestOf(features) as ManifestInput,
    workspace: {
      ...file,
      members: [...file.members, ...made],
      channels: file.channels.map((channel) => ({ ...channel, members: [...channel.members, ...people] })),
    },
    ...(door && { deliver: { mode: 'http' as const, requestUrl: door.url } }),
  });
  const { url, drop } = await newDatabase();
  const log = createLog('error');
  const db = connectDatabase({
    connection: { connectionString: url },
    poolSize: 3,
    statementTimeout: 0,
    outages: keepOutages(systemClock, log),
    log,
  });
  const proxy = await databaseProxy(url, { delayMs });
  const now = systemClock.now();
  const row = { id: randomIds.uuid(now), name: file.team.name, timeZone: 'UTC', currency: 'EUR' };
  await db.prisma.workspace.create({ data: { ...row, slackTeamId: file.team.id, createdAt: now } });
  const given = builders(db.prisma, row, now);
  for (const [n, id] of people.entries()) await given.person(`Member ${n}`, id, ['operator'], 'UTC');
  const hamburg = await given.location({ code: 'HAM', name: 'Hamburg' });
  for (let n = 0; n < acts; n += 1)
    await given.stock(await given.sku(codeOf(n), { unitCost: 100n }), hamburg, 50);

  const shared = {
    DATABASE_URL: proxy.url,
    SLACK_API_URL: sandbox.apiUrl,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_SIGNING_SECRET: sandbox.signingSecret,
    SLACK_APP_TOKEN: mode === 'socket' ? sandbox.appToken : '',
    // A call that Slack takes long over must end before another sender may take the message.
    LEASE_MS: '12000',
    INBOUND_LEASE_MS: '1500',
    PACE_MS: String(paceMs),
    CATCH_UP_MS: '400',
    // Few members do everything.
    COMMANDS_PER_MINUTE: '1000',
  };
  const running = new Set<ReturnType<typeof spawnScript>>();
  return {
    slack: sandbox.control,
    prisma: db.prisma,
    proxy,
    people,
    databaseUrl: url,
    botToken: sandbox.botToken,
    apiUrl: sandbox.apiUrl,
    /** Starts a replica; resolves when it answers. */
    async replica(name: string) {
      const port = door ? await freePort() : 0;
      const replica = spawnScript('test/harness/replica.ts', [name], { ...shared, PORT: String(port) });
      running.add(replica);
      await replica.says('ready');
      door?.opens(port);
      replica.child.on('exit', () => {
        running.delete(replica);
        door?.closes(port);
      });
      const connected = async () => (await sandbox.control.overview(people[0] ?? '')).connections > 0;
      if (!door) await sandbox.control.waitFor(connected, { timeoutMs: 20_000, what: 'a connection' });
      return replica;
    },
    async [Symbol.asyncDispose]() {
      for (const replica of running) {
        replica.child.kill('SIGKILL');
        await replica.ended();
      }
      await proxy[Symbol.asyncDispose]();
      await db.close();
      await sandbox.close();
      await door?.[Symbol.asyncDispose]();
      await drop();
    },
  };
}

export type CrashShop = Awaited<ReturnType<typeof openCrashShop>>;

/** Waits until everything that was accepted is answered and every message is sent; throws after `withinMs`. */
export async function settled(prisma: PrismaClient, withinMs = 90_000): Promise<void> {
  for (const end = performance.now() + withinMs; ; await wait(100)) {
    const acts = await prisma.inboundEvent.count({ where: { handledAt: null } });
    const messages = await prisma.message.count({ where: { state: 'waiting' } });
    if (acts + messages === 0) return;
    if (performance.now() > end) throw new Error(`${acts} acts and ${messages} messages still wait`);
  }
}
