import type { Actor } from '../../src/core/runtime/actor.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Context } from '../../src/core/runtime/context.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { createEngine } from '../../src/engine.ts';
import { requestApproval } from '../../src/features/approvals/asking/request-approval.ts';
import { runApproved } from '../../src/features/approvals/execution/run.ts';
import { expireApproval } from '../../src/features/approvals/timekeeping/expire.ts';
import { vote } from '../../src/features/approvals/voting/vote.ts';
import { withdraw } from '../../src/features/approvals/voting/withdraw.ts';
import { createLog } from '../../src/log.ts';

/** Later than every clock: the process that expires requests runs at this moment, the other one before it. */
export const expiry = '2099-01-05T16:00:00Z';

interface Turn {
  readonly round: number;
  readonly who: string;
}

/** The people of the round's workspace, and the request that waits in it. */
async function scene(db: OpenDatabase, { round, who }: Turn) {
  const workspace = await db.prisma.workspace.findUniqueOrThrow({ where: { slackTeamId: `T${round}` } });
  const where = { workspaceId: workspace.id };
  const approval = await db.prisma.approval.findFirst({ where });
  const people = await db.prisma.person.findMany({ where });
  // Both processes run the effect themselves: a queue would give it to one of them.
  const engine = createEngine(db, systemClock, undefined, { queue: async () => {} });
  const as = (actor: Actor): Context => ({
    workspace,
    actor,
    now: systemClock.now(),
    ids: randomIds,
    log: createLog('error'),
    correlationId: `${who}-${round}`,
    delivery: null,
    channel: null,
    engine,
  });
  const person = (name: string): Context => {
    const found = people.find((one) => one.name === name);
    if (!found) throw new Error(`There is no ${name}.`);
    return as({
      kind: 'person',
      id: found.id,
      name,
      slackUserId: `U${name.toUpperCase()}`,
      slackAdmin: false,
      roles: ['manager'],
      departments: [],
      timeZone: 'UTC',
    });
  };
  const system = as({ kind: 'system', id: 'race', name: 'race', timeZone: 'UTC' });
  return { where, id: approval?.id ?? '', person, system };
}

/** The refusal that a person read, or `done`. */
async function said(doing: Promise<unknown>, done: string): Promise<string> {
  return await doing.then(
    () => done,
    (error: Error) => error.message,
  );
}

/** Expires the request; due work comes back to a row that another transaction holds. */
async function expires(system: Context, id: string): Promise<string> {
  for (;;) {
    const pieces = [{ subject: id, correlationId: 'race' }];
    const outcomes = await inUnit(system, {}, async (unit) => await expireApproval.act(unit, pieces));
    const { next = null, changes = [] } = outcomes.get(id) ?? {};
    if (next === null) return changes.length > 0 ? 'expired' : 'somebody decided it before';
  }
}

/** An approver presses; then the process runs the approved request. */
export async function approve(db: OpenDatabase, turn: Turn): Promise<string> {
  const { id, person, system } = await scene(db, turn);
  const outcome = await said(vote.call(person(turn.who), { id, round: 1, choice: 'approve' }), 'approved');
  await runApproved.call(system, { id });
  return outcome;
}

/** One approves; the other rejects, or the requester withdraws, or the request expires. */
export async function decide(db: OpenDatabase, turn: Turn): Promise<string> {
  const { id, person, system } = await scene(db, turn);
  const press = {
    one: () => said(vote.call(person('one'), { id, round: 1, choice: 'approve' }), 'approved'),
    two: () =>
      [
        () => said(vote.call(person('two'), { id, round: 1, choice: 'reject', reason: 'No.' }), 'rejected'),
        () => said(withdraw.call(person('maya'), { id }), 'withdrawn'),
        () => expires({ ...system, now: new Date(expiry) }, id),
      ][turn.round % 3]?.() ?? Promise.resolve(''),
  };
  const outcome = await (turn.who === 'one' ? press.one() : press.two());
  await runApproved.call(system, { id });
  return outcome;
}

/** The same person makes two requests at once, from two machines whose clocks differ. */
export async function ask(db: OpenDatabase, turn: Turn): Promise<string> {
  const { where, person } = await scene(db, turn);
  const { id: skuId } = await db.prisma.sku.findFirstOrThrow({ where });
  const { id: locationId } = await db.prisma.location.findFirstOrThrow({ where });
  const maya = person('maya');
  const ahead = turn.who === 'one' ? turn.round % 20 : 0;
  const { state } = await requestApproval.call(
    { ...maya, now: new Date(maya.now.getTime() + ahead) },
    {
      kind: 'stock.adjustment',
      request: { skuId, locationId, quantity: turn.who === 'one' ? -4 : -3, cause: 'lost' },
      why: null,
    },
  );
  return state;
}
