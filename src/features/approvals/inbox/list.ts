import { z } from 'zod';
import { approvals as approvalKinds } from '../../../core/declare/approval.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { colleagues } from '../../people/index.ts';
import { shownOf } from '../card/get.ts';
import { authoritiesOf } from '../delegation/authorities.ts';
import { rightOf } from '../electorate/tally.ts';
import { seeApprovals } from '../permissions.ts';
import { votersAmong } from '../policy/staffing.ts';
import { listStates, whose } from '../request/list-filter.ts';
import { stageOf } from '../request/model.ts';
import { type Line, type Page, pageSize } from './model.ts';
import { countApprovals, listApprovals, listPending, listWaiting } from './store.ts';

const filterShape = z.object({
  state: z.enum(listStates),
  kind: z.string().nullable(),
  whose: z.enum(whose),
  after: z.tuple([z.int(), z.int()]).nullable(),
});

/** A page of requests: first those that wait for the one who looks. */
export const listPage = query({
  name: 'approvals.list',
  permission: seeApprovals,
  input: filterShape,
  async run(ctx, filter): Promise<Page> {
    const people = await colleagues(ctx.scope);
    const forMe = await waitingForMe(ctx, people);
    const looking = { me: ctx.actor.kind === 'person' ? ctx.actor.id : null, forMe };
    const [rows, total] = await Promise.all([
      listApprovals(ctx.scope, filter, looking, pageSize + 1),
      countApprovals(ctx.scope, filter, looking),
    ]);
    const approvals = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? approvals.at(-1) : undefined;
    const lines = approvals.map((approval) => ({
      ...shownOf(ctx, approval, people),
      forMe: forMe.includes(approval.id),
    }));
    const next: Page['next'] = last ? [forMe.includes(last.id) ? 0 : 1, last.number] : null;
    const kinds = ctx.engine.contributions
      .of(approvalKinds)
      .map(({ kind: { id, title } }) => ({ id, title }));
    return { filter, lines, total, forMe: forMe.length, next, kinds };
  },
});

/** What is asked about these things and not over yet. */
export const listPendingOf = query({
  name: 'approvals.pending',
  permission: seeApprovals,
  input: z.object({ subjects: z.array(z.string()) }),
  async run(ctx, { subjects }): Promise<readonly Line[]> {
    const approvals = await listPending(ctx.scope, subjects);
    if (approvals.length === 0) return [];
    const people = await colleagues(ctx.scope);
    return approvals.map((approval) => ({ ...shownOf(ctx, approval, people), forMe: false }));
  },
});

/** The ids of what this person could say yes to now, by their own right or by one that was lent to them. */
async function waitingForMe(
  ctx: QueryContext,
  people: Awaited<ReturnType<typeof colleagues>>,
): Promise<readonly string[]> {
  const { actor, scope, now } = ctx;
  const voters = votersAmong(people);
  const me = actor.kind === 'person' ? voters.find(({ id }) => id === actor.id) : undefined;
  if (!me) return [];
  const [waiting, lent] = await Promise.all([listWaiting(scope), authoritiesOf(scope, me.id, now)]);
  const lenders = voters.filter(({ id }) => id !== me.id && lent.includes(id));
  return waiting
    .filter((approval) => {
      const stage = stageOf(approval);
      const voted = approval.votes.some(({ person }) => person.id === me.id);
      if (!stage || voted || approval.requester.id === me.id) return false;
      const right = rightOf(stage, me, lenders, approval);
      return right !== null && 'authorityId' in right;
    })
    .map(({ id }) => id);
}
