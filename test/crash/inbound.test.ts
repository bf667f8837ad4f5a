import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openSandbox, smallShop } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { readWorkspace } from '../../sandbox/workspace.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { builders } from '../harness/builders.ts';
import { databaseProxy } from '../harness/database-proxy.ts';
import { runScript } from '../harness/processes.ts';
import { prepared } from '../race/prepared.ts';
import {
  type Act,
  actKinds,
  codeOf,
  type Fate,
  fateOf,
  faultsOf,
  isOpen,
  maya,
  prepareAct,
  redeliver,
} from './acts.ts';

type Mode = 'socket' | 'http';

/** A shop on PostgreSQL behind a slow line, with a SKU for each act, and replicas that can be killed. */
async function openCrashShop(mode: Mode, acts: number, delayMs: number) {
  const port = mode === 'http' ? await freePort() : 0;
  const workspace = readWorkspace(smallShop);
  const sandbox = await openSandbox({
    manifest: manifestOf(features) as ManifestInput,
    workspace,
    ...(mode === 'http' && {
      deliver: { mode: 'http' as const, requestUrl: `http://127.0.0.1:${port}/slack/events` },
    }),
  });
  const db = await prepared(0, []);
  const proxy = await databaseProxy(db.url, { delayMs });
  const now = systemClock.now();
  const row = { id: randomIds.uuid(now), name: workspace.team.name, timeZone: 'UTC', currency: 'EUR' };
  await db.prisma.workspace.create({ data: { ...row, slackTeamId: workspace.team.id, createdAt: now } });
  const given = builders(db.prisma, row, now);
  await given.person('Maya', maya, ['operator'], 'UTC');
  const hamburg = await given.location({ code: 'HAM', name: 'Hamburg' });
  for (let n = 0; n < acts; n += 1)
    await given.stock(await given.sku(codeOf(n), { unitCost: 100n }), hamburg, 50);
  const environment = {
    DATABASE_URL: proxy.url,
    SLACK_API_URL: sandbox.apiUrl,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_SIGNING_SECRET: sandbox.signingSecret,
    ...(mode === 'socket' && { SLACK_APP_TOKEN: sandbox.appToken }),
    PORT: String(port),
    LEASE_MS: '1500',
    PACE_MS: '0',
    CATCH_UP_MS: '400',
    // All acts are one member's.
    COMMANDS_PER_MINUTE: '1000',
  };
  return {
    slack: sandbox.control,
    prisma: db.prisma,
    proxy,
    async replica(name: string) {
      const running = runScript('test/harness/replica.ts', [name], environment);
      await running.says('ready');
      if (mode === 'socket')
        await sandbox.control.waitFor(async () => (await sandbox.control.overview(maya)).connections > 0, {
          timeoutMs: 20_000,
          what: 'a connection',
        });
      return running;
    },
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      await db.close();
      await sandbox.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Until everything that was accepted is answered, and everything that is to be said is said. */
async function settled(prisma: Awaited<ReturnType<typeof openCrashShop>>['prisma']): Promise<void> {
  const left = async () => ({
    acts: await prisma.inboundEvent.count({ where: { handledAt: null } }),
    messages: await prisma.message.count({ where: { state: 'waiting' } }),
  });
  for (const end = performance.now() + 90_000; ; await wait(100)) {
    const { acts, messages } = await left();
    if (acts + messages === 0) return;
    expect(performance.now(), `${acts} acts and ${messages} messages still wait`).toBeLessThan(end);
  }
}

const faultsIn = (fates: readonly Fate[]) =>
  fates.flatMap((fate) => faultsOf(fate).map((fault) => ({ fault, ...fate })));

const kills = Number(process.env.KILLS ?? 60);

test.each<{ mode: Mode }>([{ mode: 'socket' }, { mode: 'http' }])(
  'killed between receipt, effect and answer ($mode): every act is done at most once, and its member told the truth',
  async ({ mode }) => {
    await using shop = await openCrashShop(mode, kills, 3);
    const acted: { act: Act; no: boolean }[] = [];
    for (let n = 0; n < kills; n += 1) {
      const replica = await shop.replica(`r${n}`);
      const before = acted.at(-1);
      if (before?.no) await redeliver(shop.slack, before.act);
      const act = await prepareAct(shop.slack, actKinds[n % actKinds.length] ?? 'command', n);
      const result = act.run();
      // Seeded instants of the time that an act takes on this slow line.
      await wait((n * 37) % 331);
      replica.child.kill('SIGKILL');
      await replica.ended();
      const { ack } = await result;
      const no = ack?.outcome !== 'acknowledged';
      if (act.kind !== 'shortcut' || !(await isOpen(shop.slack, act))) acted.push({ act, no });
      // A form that Slack says was not taken stays open.
      for (const view of (await shop.slack.views(maya)).toReversed())
        await shop.slack.closeView(maya, view.id);
    }
    const last = await shop.replica('last');
    for (const { act, no } of acted.slice(-1)) if (no) await redeliver(shop.slack, act);
    await settled(shop.prisma);
    const fates: Fate[] = [];
    for (const { act, no } of acted) fates.push(await fateOf(shop.slack, shop.prisma, act, no));
    last.child.kill('SIGTERM');
    await last.ended();
    const count = (of: (fate: Fate) => boolean) => fates.filter(of).length;
    console.log(
      `${kills} kills (${mode}): ${count((f) => f.effects > 0)} done, ${count((f) => f.slackSaidNo)} refused by Slack, ` +
        `${count((f) => f.markedAgain > 0)} marked as a repeat, ${count((f) => f.saidNotDone > 0)} told not to be done`,
    );
    expect(faultsIn(fates)).toEqual([]);
  },
  1_200_000,
);

test('a line that breaks after COMMIT, before its answer: done once, and told so', async () => {
  const acts = 18;
  await using shop = await openCrashShop('socket', acts, 0);
  const replica = await shop.replica('r');
  const fates: Fate[] = [];
  for (let n = 0; n < acts; n += 1) {
    const kind = (['command', 'click', 'form', 'dm', 'mention'] as const)[n % 5] ?? 'command';
    const act = await prepareAct(shop.slack, kind, n);
    shop.proxy.cutAfterCommit();
    const { ack } = await act.run();
    await settled(shop.prisma);
    fates.push(
      await fateOf(shop.slack, shop.prisma, act, ack !== undefined && ack.outcome !== 'acknowledged'),
    );
  }
  replica.child.kill('SIGTERM');
  await replica.ended();
  expect(shop.proxy.cuts()).toBe(acts);
  expect(faultsIn(fates)).toEqual([]);
  expect(fates.map(({ effects }) => effects)).toEqual(Array.from({ length: acts }, () => 1));
});
