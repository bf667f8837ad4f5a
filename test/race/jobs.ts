import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '../../src/core/runtime/actor.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Context, Workspace } from '../../src/core/runtime/context.ts';
import type { Tx } from '../../src/core/runtime/database.ts';
import { deliveryOf } from '../../src/core/runtime/delivery.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import type { Role } from '../../src/core/tokens/permission.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { writes } from '../../src/db/scope.ts';
import { createEngine } from '../../src/engine.ts';
import { delegate } from '../../src/features/approvals/delegation/delegate.ts';
import { removeRule } from '../../src/features/approvals/policy/change.ts';
import { readExtras } from '../../src/features/issues/card/read-extras.ts';
import { openIssue } from '../../src/features/issues/issue/get.ts';
import { assignIssue } from '../../src/features/issues/lifecycle/assign.ts';
import { raiseIssue } from '../../src/features/issues/lifecycle/raise.ts';
import { takeIssue } from '../../src/features/issues/lifecycle/take.ts';
import { tickStep } from '../../src/features/issues/playbooks/finish-step.ts';
import { becomeFirstAdmin } from '../../src/features/people/bootstrap.ts';
import { enrol } from '../../src/features/people/enrol.ts';
import { grantRole, revokeRole } from '../../src/features/people/grant.ts';
import { importLevels } from '../../src/features/stock/importing/levels.ts';
import { readArguments } from '../../src/importer/arguments.ts';
import { runImport } from '../../src/importer/command.ts';
import { createLog } from '../../src/log.ts';
import { approve, ask, decide } from './approvals.ts';
import { correctAtOnce } from './digests.ts';
import { drain, yeses } from './drain.ts';
import { hearAll } from './feeds.ts';
import { judgeAtOnce } from './kpis.ts';
import { tellLedger } from './ledger.ts';
import { due, queues, slots } from './minute.ts';
import { tellOrdersAtOnce } from './orders.ts';
import { confirmAtOnce, declareAtOnce, tellShipmentsAtOnce } from './shipments.ts';
import { tellDemand } from './sku-day.ts';
import { handleAll } from './sources.ts';

interface Turn {
  readonly round: number;
  readonly who: string;
}

/** One process's part of a round; returns its outcome in a word. */
type Job = (db: OpenDatabase, turn: Turn) => Promise<string>;

async function until(fits: () => Promise<boolean>): Promise<void> {
  while (!(await fits())) await wait(2);
}

async function isHeld(db: OpenDatabase, issueId: string): Promise<boolean> {
  const free = await db.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM issue WHERE id = ${issueId}::uuid FOR KEY SHARE SKIP LOCKED`;
  return free.length === 0;
}

/** Whether a transaction of this database waits for a row. */
async function somebodyWaits(db: OpenDatabase): Promise<boolean> {
  const waiting = await db.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
      AND query LIKE '%FOR UPDATE%'`;
  return waiting.length > 0;
}

/** The round's own workspace, created by the test before the race. */
async function contextOf(
  db: OpenDatabase,
  { round, who }: Turn,
  actor: Partial<Actor> = {},
): Promise<Context> {
  const workspace: Workspace = await db.prisma.workspace.findUniqueOrThrow({
    where: { slackTeamId: `T${round}` },
  });
  const log = createLog('error');
  return {
    workspace,
    actor: { kind: 'console', id: who, name: who, roles: ['admin'], timeZone: 'UTC', ...actor } as Actor,
    now: systemClock.now(),
    ids: randomIds,
    log,
    correlationId: `${who}-${round}`,
    delivery: null,
    channel: null,
    engine: createEngine(db, systemClock),
  };
}

async function personCalled(db: OpenDatabase, turn: Turn, name: string, role: Role): Promise<Partial<Actor>> {
  const { workspace } = await contextOf(db, turn);
  const { id } = await db.prisma.person.findFirstOrThrow({ where: { workspaceId: workspace.id, name } });
  const slackUserId = `U${name.toUpperCase()}`;
  return { kind: 'person', id, name, slackUserId, slackAdmin: false, roles: [role], departments: [] };
}

export const jobs: Readonly<Record<string, Job>> = {
  approve,
  ask,
  decide,
  drain,
  yeses,
  due,
  slots,
  queues,
  feeds: async (db, turn) => await hearAll(await contextOf(db, turn), turn.who),
  'judge-targets': async (db, turn) => await judgeAtOnce(await contextOf(db, turn)),
  'correct-digest': async (db, turn) => await correctAtOnce(db, await contextOf(db, turn)),
  ledger: async (db, turn) => await tellLedger(db, await contextOf(db, { ...turn, round: 0 }), turn),
  disruptions: async (db, turn) =>
    await declareAtOnce(await contextOf(db, turn, await personCalled(db, turn, turn.who, 'lead'))),
  confirm: async (db, turn) =>
    await confirmAtOnce(
      await contextOf(db, turn, await personCalled(db, turn, turn.who, 'lead')),
      async ({ workspace }) =>
        (await db.prisma.shipment.findFirstOrThrow({ where: { workspaceId: workspace.id } })).id,
    ),
  shipments: async (db, turn) => await tellShipmentsAtOnce(await contextOf(db, turn), turn),
  orders: async (db, turn) => await tellOrdersAtOnce(db, await contextOf(db, turn), turn),
  sources: async (db, turn) => await handleAll(db, (await contextOf(db, turn)).workspace),
  'sku-day': async (db, turn) => await tellDemand(db, await contextOf(db, { ...turn, round: 0 }), turn),
  migrate: async (db) => `${await db.prisma.workspace.count()} workspaces`,

  async 'first-admin'(db, turn) {
    const { workspace } = await contextOf(db, turn);
    const person = await db.prisma.person.findFirstOrThrow({
      where: { workspaceId: workspace.id, name: turn.who },
    });
    const actor = {
      kind: 'person',
      id: person.id,
      name: turn.who,
      slackUserId: `U${turn.who.toUpperCase()}`,
      slackAdmin: true,
      roles: ['viewer'],
      departments: [],
    } as const;
    return await becomeFirstAdmin.call(await contextOf(db, turn, actor), {});
  },

  /** "I’m on it", pressed by two people. */
  async 'take-issue'(db, turn) {
    const { workspace } = await contextOf(db, turn);
    const named = { workspaceId: workspace.id, name: turn.who };
    const person = await db.prisma.person.findFirstOrThrow({ where: named });
    const issue = await db.prisma.issue.findFirstOrThrow({ where: { workspaceId: workspace.id } });
    const actor = {
      kind: 'person',
      id: person.id,
      name: turn.who,
      slackUserId: `U${turn.who.toUpperCase()}`,
      slackAdmin: false,
      roles: ['operator'],
      departments: [],
    } as const;
    await takeIssue.call(await contextOf(db, turn, actor), { id: issue.id });
    return 'is on it';
  },

  /** Two managers change the policy they have both read. */
  async 'change-policy'(db, turn) {
    const ctx = await contextOf(db, turn, await personCalled(db, turn, turn.who, 'manager'));
    await removeRule.call(ctx, { version: 0, rule: turn.who === 'one' ? 0 : 5 });
    return 'saved';
  },

  /** The same person delegates twice. */
  async delegate(db, turn) {
    const ctx = await contextOf(db, turn, await personCalled(db, turn, 'one', 'manager'));
    const until = new Date(ctx.now.getTime() + 3_600_000);
    await delegate.call(ctx, { who: 'UTWO', from: null, until });
    return 'handed on';
  },

  /** The same matter, found by two replicas. */
  async 'raise-matter'(db, turn) {
    const { workspace } = await contextOf(db, turn);
    const ctx = { ...(await contextOf(db, turn)), channel: 'C0OPSDAILY' };
    const { raised } = await raiseIssue.call(ctx, {
      title: `3PL feed dead at ${workspace.name}`,
      severity: 'high',
      department: 'shipping',
      source: 'rule',
      matter: 'feed 3pl',
    });
    return raised ? 'raised' : 'seen again';
  },

  /** The same step, ticked by two people. */
  async 'tick-step'(db, turn) {
    const ctx = await contextOf(db, turn);
    const { issue } = await openIssue.call(ctx, { number: 1 });
    const [step] = (await readExtras.call(ctx, issue)).steps;
    await tickStep.call(ctx, { id: issue.id, step: step?.id ?? '' });
    return 'did it';
  },

  /** A person is asked to take an issue while they leave. */
  async 'assign-or-leave'(db, turn) {
    const ctx = await contextOf(db, turn);
    if (turn.who === 'two') {
      const { issue } = await openIssue.call(ctx, { number: 1 });
      await assignIssue.call(ctx, { id: issue.id, slackUserId: 'UONE' });
      return 'asked';
    }
    const account = { userId: 'UONE', teamId: 'T', name: 'one', timeZone: 'UTC', admin: false, guest: false };
    await enrol.call(
      { ...ctx, actor: { kind: 'system', id: 'race', name: 'race', timeZone: 'UTC' } },
      { account: { ...account, bot: false, deactivated: true }, ourTeamId: 'T', configuredAdmins: [] },
    );
    return 'left';
  },

  /** The same delivery reaches two replicas. */
  async delivery(db, turn) {
    const ctx = {
      ...(await contextOf(db, turn)),
      delivery: deliveryOf('slack-command', `trigger-${turn.round}`),
    };
    const { changed } = await grantRole.call(ctx, { who: 'one', role: 'lead' });
    return changed ? 'granted' : 'had it';
  },

  /** Two files change the same SKUs in opposite order: no difference may be lost, and the two must not deadlock. */
  async levels(db, turn) {
    const ctx = await contextOf(db, turn);
    const skus = Array.from({ length: 40 }, (_, i) => `SKU-${i}`);
    const rows = (turn.who === 'one' ? skus : skus.reverse()).map(
      (code, i) => `${code},HAM,${(i * 7 + turn.round) % 50},${i % 5}`,
    );
    const folder = await mkdtemp(join(tmpdir(), 'quartermaster-race-'));
    try {
      const path = join(folder, 'levels.csv');
      await writeFile(path, ['sku,location,available,damaged', ...rows].join('\n'));
      const report = await runImport(
        ctx,
        await readArguments(['levels', path, '--rejects', join(folder, 'rejects.csv')], [importLevels]),
        () => {},
      );
      return `${report.rejected} rejected`;
    } finally {
      await rm(folder, { recursive: true });
    }
  },

  /** The same as people, whose own rights are held while they do it. */
  async 'revoke-as-persons'(db, turn) {
    const other = turn.who === 'one' ? 'two' : 'one';
    const ctx = await contextOf(db, turn, await personCalled(db, turn, turn.who, 'admin'));
    const { changed } = await revokeRole.call(ctx, { who: other, role: 'admin' });
    return changed ? 'revoked' : 'had it not';
  },

  /**
   * One takes an issue whose row the other holds, and the other meanwhile revokes the role. In even rounds the effect
   * waits for the row before the revoke begins, in odd ones the two begin together.
   */
  async 'revoke-while-waiting'(db, turn) {
    const { workspace, ...rest } = await contextOf(db, turn);
    const ctx = { ...rest, workspace };
    const issue = await db.prisma.issue.findFirstOrThrow({ where: { workspaceId: workspace.id } });
    const isTaken = async (tx: Tx) =>
      (await writes(tx).issue.findFirstOrThrow({ where: { workspaceId: workspace.id } })).ownerId !== null;
    if (turn.who === 'one') {
      const actor = await personCalled(db, turn, 'one', 'operator');
      if (turn.round % 2 === 0) await until(async () => await isHeld(db, issue.id));
      await takeIssue.call(await contextOf(db, turn, actor), { id: issue.id });
      return 'took it';
    }
    const { database } = ctx.engine;
    let revoked: Promise<boolean> = Promise.resolve(false);
    await database.transaction(workspace.id, async (tx) => {
      await writes(tx).$queryRaw`SELECT 1 FROM issue WHERE id = ${issue.id}::uuid FOR UPDATE`;
      if (turn.round % 2 === 0) await until(async () => await somebodyWaits(db));
      revoked = inUnit(ctx, {}, async (unit) => {
        await revokeRole.call(unit, { who: 'one', role: 'operator' });
        // Whatever is taken after this statement is taken after the revoke, or was not waited for.
        const taken = await isTaken(unit.tx);
        await wait(20);
        return taken;
      });
      await wait(turn.round % 10);
    });
    return (await revoked) ? 'revoked, after it was taken' : 'revoked, and it was free';
  },

  /** Two admins revoke each other. */
  async revoke(db, turn) {
    const other = turn.who === 'one' ? 'two' : 'one';
    const { changed } = await revokeRole.call(await contextOf(db, turn), { who: other, role: 'admin' });
    return changed ? 'revoked' : 'had it not';
  },
};
