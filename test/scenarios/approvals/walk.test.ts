import { expect, test } from 'vitest';
import type { Actor } from '../../../src/core/runtime/actor.ts';
import type { Context } from '../../../src/core/runtime/context.ts';
import { Refusal } from '../../../src/core/runtime/refusal.ts';
import type { Role } from '../../../src/core/tokens/permission.ts';
import { requestApproval } from '../../../src/features/approvals/asking/request-approval.ts';
import { giveUp, retryApproval } from '../../../src/features/approvals/execution/retry.ts';
import { runJobHandler } from '../../../src/features/approvals/execution/run.ts';
import { override } from '../../../src/features/approvals/voting/override.ts';
import { vote } from '../../../src/features/approvals/voting/vote.ts';
import { withdraw } from '../../../src/features/approvals/voting/withdraw.ts';
import { runDue } from '../../../src/jobs/due.ts';
import { systemContext } from '../../../src/jobs/ground.ts';
import { builders } from '../../harness/builders.ts';
import { chanceFrom, walkSeeds } from '../../harness/chance.ts';
import { testDatabase } from '../../harness/database.ts';
import { jobGround } from '../../harness/jobs.ts';
import { namesKept } from '../names-kept.ts';
import {
  approve,
  type ExpectedDelegation,
  type ExpectedRequest,
  fillable,
  minute,
  overrides,
  passes,
  runs,
  seatsOf,
  votes,
} from './model/expected.ts';
import { approvingThings, thing } from './model/kind.ts';
import { needing, policyOf } from './policy.ts';

const team: readonly (readonly [string, Role])[] = [
  ['maya', 'operator'],
  ['nils', 'operator'],
  ['lena', 'lead'],
  ['luca', 'lead'],
  ['mona', 'manager'],
  ['max', 'manager'],
];
const steps = 700;

test.each(walkSeeds)(
  'random walk %i: each request has one end, at most one effect and no vote of its requester',
  async (seed) => {
    const levels = new Map([
      ['A', 100],
      ['B', 100],
    ]);
    const ran = new Map<string, number>();
    const jobs = await jobGround({ approvals: [approvingThings({ levels, ran })] });
    const { prisma } = await testDatabase();
    const { workspace, clock } = jobs;
    const workspaceId = workspace.id;
    const given = builders(prisma, workspace, clock.now());
    const roles = new Map(team);
    const holding = (...enough: Role[]) =>
      team.flatMap(([name]) => (enough.includes(roles.get(name) ?? 'viewer') ? [name] : []));
    const leads = () => holding('lead', 'manager');
    const managers = () => holding('manager');
    const byLeads = (needs: number) => ({
      needs,
      get voters() {
        return leads();
      },
    });
    const byManagers = {
      needs: 1,
      get voters() {
        return managers();
      },
    };
    const ids = new Map<string, string>();
    for (const [name, role] of team)
      ids.set(name, await given.person(name, `U${name.toUpperCase()}`, [role]));
    const idOf = (name: string) => ids.get(name) ?? '';
    await prisma.approvalPolicy.create({
      data: {
        workspaceId,
        version: 1,
        changedAt: clock.now(),
        note: 'walk',
        policy: structuredClone(
          policyOf(
            needing('none', [], { quantityAtMost: 1 }),
            needing('one', [[1, 'lead']], { quantityAtMost: 5 }),
            needing(
              'many',
              [
                [2, 'lead'],
                [1, 'manager'],
              ],
              { breakGlass: true },
            ),
          ),
        ),
      },
    });
    const { below: pick } = chanceFrom(seed);
    const now = () => clock.now().getTime();
    // Every call has a context of its own, as after a restart: nothing is remembered between two.
    const as = (name: string): Context => {
      const role = roles.get(name) ?? 'viewer';
      const actor: Actor = {
        kind: 'person',
        id: idOf(name),
        name,
        slackUserId: `U${name.toUpperCase()}`,
        slackAdmin: false,
        roles: [role],
        departments: [],
        timeZone: 'UTC',
      };
      return { ...systemContext(jobs, 'walk'), actor, channel: 'C0OPSDAILY' };
    };
    const all: ExpectedRequest[] = [];
    const delegations: ExpectedDelegation[] = [];
    const seen = new Set<string>();
    const anybody = () => team[pick(team.length)]?.[0] ?? 'maya';
    /** Whether it was taken; a refusal means no, and any other error fails the test. */
    const taken = async (doing: Promise<unknown>) =>
      await doing.then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal) return false;
          throw error;
        },
      );
    const rowOf = async (id: string) =>
      await prisma.approval.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });

    async function ask(): Promise<void> {
      const requester = anybody();
      const item = pick(2) === 0 ? 'A' : 'B';
      const n = [1, 3, 4, 7, 9][pick(5)] ?? 7;
      const request = { item, n };
      const stages = n <= 1 ? [] : n <= 5 ? [byLeads(1)] : [byLeads(2), byManagers];
      const asking = requestApproval.call(as(requester), { ...thing.of(request), why: null });
      // Refused, unless the same request waits already; the count at the end shows that none was added.
      if (!fillable(seatsOf(stages), [requester])) return void (await taken(asking));
      const asked = await asking;
      if (all.some(({ id }) => id === asked.id)) return;
      const { expiresAt } = await rowOf(asked.id);
      all.push({
        id: asked.id,
        requester,
        item,
        stages,
        breakGlass: stages.length === 2,
        state: stages.length === 0 ? 'done' : 'waiting',
        round: 1,
        stage: 0,
        levelShown: levels.get(item) ?? 0,
        votes: [],
        expiresAt: expiresAt?.getTime() ?? 0,
        checkedAt: 0,
        lastEventAt: 0,
        effects: stages.length === 0 ? 1 : 0,
      });
    }

    async function step(one: ExpectedRequest): Promise<void> {
      const by = anybody();
      const { id } = one;
      // Now and then somebody presses the card of an earlier round.
      const round = pick(8) === 0 ? one.round - 1 : one.round;
      switch (pick(13)) {
        case 0:
          return await ask();
        case 1: {
          // A no ends a request: rare ones let walks go further.
          if (pick(3) > 0) return;
          const no = vote.call(as(by), { id, round, choice: 'reject', reason: 'No.' });
          expect(await taken(no)).toBe(votes(one, by, 'no', { round, delegations, now: now() }));
          return;
        }
        case 2: {
          const mine = one.requester === by && one.state === 'waiting';
          expect(await taken(withdraw.call(as(by), { id }))).toBe(mine);
          if (mine) one.state = 'withdrawn';
          return;
        }
        case 3: {
          const to = anybody();
          if (to === by) return;
          const delegation = { from: by, to, startsAt: now(), endsAt: now() + 60 * minute };
          await prisma.approvalDelegation.create({
            data: {
              workspaceId,
              id: crypto.randomUUID(),
              fromId: idOf(by),
              toId: idOf(to),
              startsAt: new Date(delegation.startsAt),
              endsAt: new Date(delegation.endsAt),
              createdAt: clock.now(),
            },
          });
          delegations.push(delegation);
          return;
        }
        case 4:
          levels.set(one.item, (levels.get(one.item) ?? 0) + ([-20, -2, 3, 15][pick(4)] ?? 0));
          return;
        case 5: {
          clock.forward([minute, 9 * minute, 12 * minute, 40 * minute, 10 * 60 * minute][pick(5)] ?? minute);
          await runDue(jobs);
          for (const other of all) passes(other, now());
          return;
        }
        case 6: {
          const broke = override.call(as(by), { id, round, reason: 'It burns.' });
          expect(await taken(broke)).toBe(overrides(one, by, { round, managers: managers(), now: now() }));
          return;
        }
        case 7: {
          const last = one.stages.at(-1)?.voters ?? [];
          const may = one.state === 'failed' && one.requester !== by && last.includes(by);
          expect(await taken(retryApproval.call(as(by), { id }))).toBe(may);
          if (may) approve(one, now());
          return;
        }
        case 8: {
          const last = one.stages.at(-1)?.voters ?? [];
          const may = one.state === 'failed' && (one.requester === by || last.includes(by)) && pick(2) === 0;
          if (!may) return;
          expect(await taken(giveUp.call(as(by), { id }))).toBe(true);
          one.state = 'withdrawn';
          return;
        }
        case 9: {
          // The job, twice: queues deliver at least once.
          const system = systemContext(jobs, 'walk');
          const ended = runs(one, levels.get(one.item) ?? 0, managers());
          const work = async () => await runJobHandler.work(system, { approval: id });
          await work();
          if (ended === 'asked again') one.expiresAt = (await rowOf(id)).expiresAt?.getTime() ?? 0;
          else await work();
          return;
        }
        case 10: {
          const [who, other] = (
            [
              ['lena', 'operator'],
              ['max', 'lead'],
            ] as const
          )[pick(2)] ?? ['lena', 'operator'];
          const usual = team.find(([name]) => name === who)?.[1] ?? 'viewer';
          const role = roles.get(who) === usual ? other : usual;
          roles.set(who, role);
          const key = { workspaceId_id: { workspaceId, id: idOf(who) } };
          await prisma.person.update({ where: key, data: { roles: [role] } });
          return;
        }
        default: {
          const yes = vote.call(as(by), { id, round, choice: 'approve' });
          expect(await taken(yes), `${by} says yes to ${JSON.stringify(one)}`).toBe(
            votes(one, by, 'yes', { round, delegations, now: now() }),
          );
        }
      }
    }

    await ask();
    for (let i = 0; i < steps; i += 1) {
      const open = all.filter(({ state }) => ['waiting', 'approved', 'failed'].includes(state));
      if (open.length === 0) await ask();
      const one = (
        open.length > 0 && pick(10) > 0 ? open[pick(open.length)] : all[pick(all.length)]
      ) as ExpectedRequest;
      await step(one);
      // Slack takes every message at once.
      await prisma.message.updateMany({
        where: { workspaceId, state: 'waiting' },
        data: { state: 'said', sentAt: clock.now() },
      });
      const { state, round, stage } = await rowOf(one.id);
      expect({ state, round, stage }, `step ${i}`).toEqual({
        state: one.state,
        round: one.round,
        stage: one.stage,
      });
      seen.add(state);
    }

    for (const one of all) {
      const { state } = await rowOf(one.id);
      expect(state).toBe(one.state);
      expect(ran.get(one.id) ?? 0, 'how often it ran').toBe(one.effects);
      expect(one.effects).toBeLessThanOrEqual(1);
    }
    expect(await prisma.approval.count({ where: { workspaceId } })).toBe(all.length);
    const effects = await prisma.approvalEffect.count({ where: { workspaceId } });
    expect(effects).toBe(all.reduce((sum, one) => sum + one.effects, 0));
    const cast = await prisma.approvalVote.findMany({ where: { workspaceId }, include: { approval: true } });
    for (const { personId, authorityId, approval } of cast) {
      expect([personId, authorityId], 'nobody votes on their own request').not.toContain(
        approval.requesterId,
      );
    }
    const used = cast.map(({ approvalId, round, authorityId }) => `${approvalId} ${round} ${authorityId}`);
    expect(new Set(used).size).toBe(used.length);
    const names = team.map(([name]) => name);
    expect(await namesKept(prisma, workspaceId, names), 'names are drawn, never stored').toEqual([]);
    // Each walk meets every state.
    expect([...seen].sort()).toEqual(
      ['approved', 'done', 'expired', 'failed', 'rejected', 'waiting', 'withdrawn'].sort(),
    );
  },
  240_000,
);
