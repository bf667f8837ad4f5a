import { z } from 'zod';
import type { Somebody } from '../../../cases/model.ts';
import { approvals as approvalKinds } from '../../../core/declare/approval.ts';
import { lists } from '../../../core/declare/lists/listing.ts';
import { readPage } from '../../../core/declare/lists/page.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { decimal } from '../../../core/text/money.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { pagedShape, placeShape } from '../../../core/tokens/page.ts';
import { shownApproval } from '../card/get.ts';
import type { ShownApproval } from '../card/model.ts';
import { delegatorsOf } from '../delegation/in-force.ts';
import { authorityIn } from '../electorate/tally.ts';
import { crowdNow } from '../electorate/voters.ts';
import { seeApprovals } from '../permissions.ts';
import { votersAmong } from '../policy/staffing.ts';
import { type ApprovalFilter, listStates, whoseChoices } from '../request/list-filter.ts';
import { type Approval, stageOf } from '../request/model.ts';
import { type ApprovalPage, type ListedApproval, pageSize } from './model.ts';
import { countApprovals, type ListReader, listApprovals, listPending, listWaiting } from './store.ts';

const filterShape = z.object({
  state: z.enum(listStates),
  kind: z.string().nullable(),
  whose: z.enum(whoseChoices),
});

/** A page of requests, first those that wait for the reader. */
export const listPage = query({
  name: 'approvals.list',
  permission: seeApprovals,
  input: pagedShape(filterShape),
  async run(ctx, wanted): Promise<ApprovalPage> {
    const crowd = await crowdNow(ctx);
    const reader = await listReaderOf(ctx, crowd);
    const { forMe } = reader;
    const page = await readPage<Approval, ApprovalFilter>(wanted, {
      size: pageSize,
      read: (filter, limit) => listApprovals(ctx.scope, filter, reader, limit),
      count: (filter) => countApprovals(ctx.scope, filter, reader),
      placeOf: ({ id, number }) => [forMe.includes(id) ? 0 : 1, number],
    });
    const rows = page.rows.map((approval) => ({
      ...shownApproval(ctx, approval, crowd),
      forMe: forMe.includes(approval.id),
    }));
    const kinds = ctx.engine.contributions
      .of(approvalKinds)
      .map(({ kind: { id, title } }) => ({ id, title }));
    return { ...page, rows, forMe: forMe.length, kinds };
  },
});

export const listExport = defineListing({
  id: 'approvals.list',
  title: 'Approvals',
  one: 'approval',
  filter: filterShape,
});

/** A page of the list as a file. */
export const exportPage = query({
  name: 'approvals.export',
  permission: seeApprovals,
  input: listPageShape(filterShape, placeShape),
  async run(ctx, { filter, after, limit }) {
    const crowd = await crowdNow(ctx);
    const reader = await listReaderOf(ctx, crowd);
    const approvals = await listApprovals(ctx.scope, { ...filter, after }, reader, limit);
    return approvals.map((approval) => ({
      ...shownApproval(ctx, approval, crowd),
      forMe: reader.forMe.includes(approval.id),
      // Amounts are in it.
      currency: ctx.workspace.currency,
    }));
  },
});

const columns: Readonly<Record<string, (row: ShownApproval & { readonly currency: string }) => Cell>> = {
  Number: ({ approval }) => approval.number,
  State: ({ approval }) => approval.state,
  Kind: ({ title }) => title,
  'Asks to': ({ told }) => told.what,
  Why: ({ approval }) => approval.why,
  'Asked by': ({ approval }) => approval.requester.name,
  Asked: ({ approval }) => approval.requestedAt.toISOString(),
  Rule: ({ approval }) => approval.policy.rule,
  'Decided by': ({ approval }) => approval.decidedBy && decidedBy(approval, approval.decidedBy),
  Decided: ({ approval }) => approval.decidedAt?.toISOString() ?? null,
  Reason: ({ approval }) => approval.reason,
  'What came of it': ({ approval }) => approval.outcome,
  Quantity: ({ approval }) => approval.quantity,
  Amount: ({ approval, currency }) =>
    approval.amountMinor === null ? null : decimal(approval.amountMinor, currency),
  Currency: ({ approval, currency }) => (approval.amountMinor === null ? null : currency),
  Expires: ({ approval }) => approval.expiresAt?.toISOString() ?? null,
  Undoes: ({ approval }) => approval.undoOf,
  'Undone by': ({ approval: { undo } }) => (undo?.state === 'done' ? undo.number : null),
};

/** "Lena", or "Maya for Lena" where the deciding vote used Lena's authority. */
function decidedBy({ votes }: Approval, { id, name }: Somebody): string {
  const inPlaceOf = votes.findLast(({ person }) => person.id === id)?.inPlaceOf;
  return inPlaceOf ? `${name} for ${inPlaceOf.name}` : name;
}

export const wholeList = lists(listExport, {
  page: exportPage,
  placeOf: ({ approval, forMe }) => [forMe ? 0 : 1, approval.number],
  columns,
});

/** The open requests about a subject. */
export const listPendingOf = query({
  name: 'approvals.pending',
  permission: seeApprovals,
  input: z.object({ subject: z.string() }),
  async run(ctx, { subject }): Promise<readonly ListedApproval[]> {
    const approvals = await listPending(ctx.scope, subject);
    if (approvals.length === 0) return [];
    const crowd = await crowdNow(ctx);
    return approvals.map((approval) => ({ ...shownApproval(ctx, approval, crowd), forMe: false }));
  },
});

/** The requests of these kinds that wait for the reader's yes, the newest first. */
export const waitingFor = query({
  name: 'approvals.waiting-for-me',
  permission: seeApprovals,
  input: z.object({ kinds: z.array(z.string()) }),
  async run(ctx, { kinds }) {
    const crowd = await crowdNow(ctx);
    return (await waitingForMe(ctx, crowd))
      .filter(({ kind }) => kinds.includes(kind))
      .map((approval) => ({
        id: approval.id,
        number: approval.number,
        requester: approval.requester.name,
        what: shownApproval(ctx, approval, crowd).told.what,
      }));
  },
});

async function listReaderOf(
  ctx: QueryContext,
  crowd: Awaited<ReturnType<typeof crowdNow>>,
): Promise<ListReader> {
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  return { me, forMe: (await waitingForMe(ctx, crowd)).map(({ id }) => id) };
}

/** The requests that this person could approve now, by their own authority or a delegated one; the newest first. */
async function waitingForMe(
  ctx: QueryContext,
  crowd: Awaited<ReturnType<typeof crowdNow>>,
): Promise<readonly Approval[]> {
  const { actor, scope, now } = ctx;
  const voters = votersAmong(crowd.people);
  const me = actor.kind === 'person' ? voters.find(({ id }) => id === actor.id) : undefined;
  if (!me) return [];
  const [waiting, delegatorIds] = await Promise.all([listWaiting(scope), delegatorsOf(scope, me.id, now)]);
  const delegators = voters.filter(({ id }) => id !== me.id && delegatorIds.includes(id));
  return waiting.filter((approval) => {
    const stage = stageOf(approval);
    const voted = approval.votes.some(({ person }) => person.id === me.id);
    if (!stage || voted || approval.requester.id === me.id) return false;
    return authorityIn(stage, me, delegators, approval)?.usedBy === null;
  });
}
