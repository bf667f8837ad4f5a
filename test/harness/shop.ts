import { expect } from 'vitest';
import { openSandbox, smallShop } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { readWorkspace } from '../../sandbox/workspace.ts';
import { startApp } from '../../src/app.ts';
import type { Feature } from '../../src/core/declare/feature.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import type { Role } from '../../src/core/tokens/permission.ts';
import { workspaceOfTeam } from '../../src/db/workspace.ts';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { type Builders, builders } from './builders.ts';
import { testClock } from './clock.ts';
import { testDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { watchedLog } from './log.ts';
import { Person } from './person.ts';

const team = {
  ada: { id: 'U0ADA00001', name: 'Ada', role: 'admin', timeZone: 'Europe/Berlin' },
  omar: { id: 'U0OMAR0001', name: 'Omar', role: 'manager', timeZone: 'America/New_York' },
  lena: { id: 'U0LENA0001', name: 'Lena', role: 'lead', timeZone: 'Europe/Berlin' },
  maya: { id: 'U0MAYA0001', name: 'Maya', role: 'operator', timeZone: 'Europe/Berlin' },
  vic: { id: 'U0VIC00001', name: 'Vic', role: 'viewer', timeZone: 'Europe/Paris' },
} as const;

export interface ShopOptions {
  readonly at?: string;
  /** Available units by SKU, in one warehouse. */
  readonly stock?: Readonly<Record<string, number>>;
  /** Cost of a unit in cents; unknown if absent. */
  readonly unitCost?: bigint;
  readonly mode?: 'socket' | 'http';
  /** Nobody has a role yet, as right after installing. */
  readonly fresh?: boolean;
  readonly commandPrefix?: string;
  readonly admins?: readonly string[];
  /** How much one member may ask in a minute; without a limit by default, as the clock stands still. */
  readonly commandsPerMinute?: number;
  /** Milliseconds between two messages at one place; none by default. */
  readonly paceMs?: number;
  /** Features beside those of the shop, to try out the kit. */
  readonly features?: readonly Feature[];
  /** The workspace granted the manifest's optional scopes. */
  readonly optionalScopes?: boolean;
}

/** A shop with its Slack, its bot and its people. Unexpected complaints and errors fail the test at the end. */
export async function openShop(options: ShopOptions = {}) {
  const db = await testDatabase();
  const clock = testClock(options.at);
  const teamId = `T${randomIds.uuid(clock.now()).replaceAll('-', '').slice(-12).toUpperCase()}`;
  const file = readWorkspace(smallShop);
  const prefix = options.commandPrefix ?? '';
  const http = options.mode === 'http';
  const port = http ? await freePort() : 0;
  const sandbox = await openSandbox({
    manifest: manifestOf([...features, ...(options.features ?? [])], { prefix }) as ManifestInput,
    workspace: { ...file, team: { ...file.team, id: teamId } },
    grantOptionalScopes: options.optionalScopes ?? false,
    ...(http ? { deliver: { mode: 'http', requestUrl: `http://127.0.0.1:${port}/slack/events` } } : {}),
  });
  const workspace = await workspaceOfTeam(db.prisma, teamId, {
    id: randomIds.uuid(clock.now()),
    name: 'Harbour & Hill',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    createdAt: clock.now(),
  });
  const given = builders(db.prisma, workspace, clock.now());
  if (!options.fresh)
    for (const one of Object.values(team))
      await given.person(one.name, one.id, [one.role as Role], one.timeZone);
  await fill(given, options);

  const log = watchedLog();
  const start = async () =>
    await startApp(
      { ...db, background: db, engine: 'embedded' },
      {
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        admins: options.admins ?? [],
        commandPrefix: prefix,
        commandsPerMinute: options.commandsPerMinute ?? Number.POSITIVE_INFINITY,
      },
      {
        mode: http ? 'http' : 'socket',
        botToken: sandbox.botToken,
        appToken: http ? null : sandbox.appToken,
        signingSecret: sandbox.signingSecret,
        port,
        health: { port, host: null, setting: 'PORT', needed: http },
        apiUrl: sandbox.apiUrl,
      },
      {
        clock,
        ids: randomIds,
        log,
        queues: 'by hand',
        ...(options.features && { features: options.features }),
        outbox: { paceMs: options.paceMs ?? 0, leaseMs: 60_000 },
      },
    );
  let app = await start();
  let expected: RegExp | null = null;

  const person = (key: keyof typeof team) => new Person(sandbox, team[key].id, key);
  return {
    ada: person('ada'),
    omar: person('omar'),
    lena: person('lena'),
    maya: person('maya'),
    vic: person('vic'),
    gina: new Person(sandbox, 'U0GUEST001', 'gina'),
    db,
    workspace,
    clock,
    given,
    sandbox,
    get app() {
      return app;
    },
    /** Stops the process in order and starts another. */
    async restarts() {
      await app.stop();
      app = await start();
    },
    /** The URL for signed requests (mode http). */
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
    /** Lets time pass once everything in progress is sent: a post whose lease expired would be in doubt. */
    async passes(ms: number) {
      await app.idle();
      clock.forward(ms);
    },
    async comes(moment: string) {
      await app.idle();
      clock.set(moment);
    },
    /** Complaints of Slack that the test expects. */
    expectComplaint(about: RegExp) {
      expected = about;
    },
    async [Symbol.asyncDispose]() {
      const problems = await sandbox.control.problems();
      await app.stop();
      await sandbox.close();
      const unexpected = problems.filter(
        ({ kind, where, detail }) => !expected?.test(`${kind} ${where} ${detail}`),
      );
      expect(unexpected, 'unexpected complaints of Slack').toEqual([]);
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

async function fill(given: Builders, { stock = {}, unitCost }: ShopOptions): Promise<void> {
  const entries = Object.entries(stock);
  if (entries.length === 0) return;
  const hamburg = await given.location({ code: 'HAM', name: 'Hamburg' });
  for (const [code, quantity] of entries)
    await given.stock(await given.sku(code, unitCost === undefined ? {} : { unitCost }), hamburg, quantity);
}
