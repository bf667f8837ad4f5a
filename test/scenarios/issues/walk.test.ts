import { expect, test } from 'vitest';
import type { Actor } from '../../../src/core/runtime/actor.ts';
import type { Context } from '../../../src/core/runtime/context.ts';
import { Refusal } from '../../../src/core/runtime/refusal.ts';
import { mayBecome } from '../../../src/core/tokens/states.ts';
import { readExtras } from '../../../src/features/issues/card/read-extras.ts';
import { openIssue } from '../../../src/features/issues/issue/get.ts';
import { isOpen, type State, stateTable } from '../../../src/features/issues/issue/model.ts';
import { addFollowUp } from '../../../src/features/issues/lifecycle/add-follow-up.ts';
import { assignIssue } from '../../../src/features/issues/lifecycle/assign.ts';
import { closeIssue } from '../../../src/features/issues/lifecycle/close.ts';
import { raiseIssue } from '../../../src/features/issues/lifecycle/raise.ts';
import { reopenIssue } from '../../../src/features/issues/lifecycle/reopen.ts';
import { resolveIssue } from '../../../src/features/issues/lifecycle/resolve.ts';
import { setPromise } from '../../../src/features/issues/lifecycle/set-promise.ts';
import { setSeverity } from '../../../src/features/issues/lifecycle/set-severity.ts';
import { snoozeIssue } from '../../../src/features/issues/lifecycle/snooze.ts';
import { takeIssue } from '../../../src/features/issues/lifecycle/take.ts';
import { addStep } from '../../../src/features/issues/playbooks/add-step.ts';
import { skipStep, tickStep } from '../../../src/features/issues/playbooks/finish-step.ts';
import { nextReminder, openSteps } from '../../../src/features/issues/playbooks/model.ts';
import { startPlaybook } from '../../../src/features/issues/playbooks/start.ts';
import { openReview, writeReview } from '../../../src/features/issues/review/write.ts';
import { runDue } from '../../../src/jobs/due.ts';
import { builders } from '../../harness/builders.ts';
import { chanceFrom, walkSeeds } from '../../harness/chance.ts';
import { testDatabase } from '../../harness/database.ts';
import { jobGround } from '../../harness/jobs.ts';
import { namesKept } from '../names-kept.ts';

const presses: readonly ((ctx: Context, id: string) => Promise<unknown>)[] = [
  (ctx, id) => takeIssue.call(ctx, { id }),
  (ctx, id) => setPromise.call(ctx, { id, span: '1h' }),
  (ctx, id) => snoozeIssue.call(ctx, { id, span: '4h' }),
  (ctx, id) => resolveIssue.call(ctx, { id, code: 'fixed', note: null }),
  (ctx, id) => reopenIssue.call(ctx, { id, why: 'It was not over.' }),
  (ctx, id) => closeIssue.call(ctx, { id }),
  (ctx, id) => assignIssue.call(ctx, { id, slackUserId: 'UMAYA' }),
  (ctx, id) => setSeverity.call(ctx, { id, severity: 'critical' }),
  (ctx, id) => startPlaybook.call(ctx, { id, playbook: 'feed-dead' }),
  (ctx, id) => startPlaybook.call(ctx, { id, playbook: 'recall' }),
  async (ctx, id) => await tickStep.call(ctx, { id, step: (await anyStep(ctx, id))?.id ?? id }),
  async (ctx, id) =>
    await skipStep.call(ctx, { id, step: (await anyStep(ctx, id))?.id ?? id, reason: 'No.' }),
  (ctx, id) =>
    addStep.call(ctx, { id, what: 'Call', owner: 'owner', dueAt: new Date(ctx.now.getTime() + 600_000) }),
  (ctx, id) =>
    addFollowUp.call(ctx, { id, title: 'Later', department: 'shipping', person: 'UMAYA', dueAt: null }),
  async (ctx, id) => {
    const { review } = await openReview.call(ctx, { id });
    const text = { happened: 'It died.', wentWell: null, toChange: null };
    const impact = { ordersAffected: null, valueMinor: null };
    const version = review?.version ?? 0;
    return await writeReview.call(ctx, { id, version, cause: 'not known', ...text, ...impact });
  },
];

async function anyStep(ctx: Context, id: string) {
  const { issue } = await openIssue.call(ctx, { id });
  return openSteps((await readExtras.call(ctx, issue)).steps)[0];
}

test.each(walkSeeds)(
  'random presses by anybody at any time move an issue only along its table (walk %i)',
  async (seed) => {
    const jobs = await jobGround({});
    const { prisma } = await testDatabase();
    const { workspace, clock, ground } = jobs;
    const given = builders(prisma, workspace, clock.now());
    const people: Actor[] = [];
    for (const [name, role] of [
      ['Maya', 'operator'],
      ['Lena', 'lead'],
      ['Vic', 'viewer'],
    ] as const) {
      const slackUserId = `U${name.toUpperCase()}`;
      const id = await given.person(name, slackUserId, [role]);
      people.push({
        kind: 'person',
        id,
        name,
        slackUserId,
        slackAdmin: false,
        roles: [role],
        departments: [],
        timeZone: 'UTC',
      });
    }
    const [maya] = people;
    const as = (actor: Actor): Context => ({
      workspace,
      actor,
      now: clock.now(),
      ids: ground.ids,
      log: ground.log,
      correlationId: 'walk',
      delivery: null,
      channel: 'C0OPSDAILY',
      engine: ground.engine,
    });
    const { below: pick } = chanceFrom(seed);
    const { issue } = await raiseIssue.call(as(maya as Actor), {
      title: 'Feed dead',
      severity: 'high',
      source: 'test',
    });
    const due = async (kind: string) =>
      await prisma.dueWork.findUnique({
        where: { workspaceId_kind_subject: { workspaceId: workspace.id, kind, subject: issue.id } },
      });
    let before: State = 'new';
    const seen = new Set<State>();
    // On until it has been in every state.
    for (let step = 0; step < 200 || (seen.size < 5 && step < 2_000); step += 1) {
      clock.forward([60_000, 900_000, 3_600_000, 14_400_000, 8 * 86_400_000][pick(10)] ?? 1_000);
      if (pick(3) === 0) await runDue(jobs);
      else {
        const press = presses[pick(presses.length)];
        await press?.(as(people[pick(people.length)] as Actor), issue.id).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
      }
      const { issue: now } = await openIssue.call(as(maya as Actor), { id: issue.id });
      expect(mayBecome(stateTable, before, now.state), `${before} became ${now.state}`).toBe(true);
      expect((await due('issues.snooze')) !== null).toBe(now.state === 'waiting');
      expect((await due('issues.close')) !== null).toBe(now.state === 'done');
      // Each late step is reminded of once, and nothing is reminded of once an issue is done.
      const { steps } = await readExtras.call(as(maya as Actor), now);
      const waits = isOpen(now.state) && nextReminder(steps) !== null;
      expect((await due('issues.steps')) !== null).toBe(waits);
      if (isOpen(now.state)) expect(await due('issues.review')).toBeNull();
      // A promise is due only until the leads were told.
      if (now.state !== 'on it') expect(await due('issues.promise')).toBeNull();
      else if (!now.remindedAt) expect((await due('issues.promise'))?.dueAt).toEqual(now.promiseAt);
      before = now.state;
      seen.add(now.state);
    }
    expect(seen.size).toBe(5);
    const names = people.map(({ name }) => name);
    expect(await namesKept(prisma, workspace.id, names), 'names are drawn, never kept').toEqual([]);
    const { events } = await openReview.call(as(maya as Actor), { id: issue.id });
    const late = events.filter(({ what }) => what === 'step late').map(({ after }) => after.step);
    expect(new Set(late).size).toBe(late.length);
    expect(late.length).toBeGreaterThan(0);
  },
);
