import { z } from 'zod';
import { notThere } from '../../../cases/hold.ts';
import type { ApprovalHandler } from '../../../core/declare/approval.ts';
import type { Context, QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Telling, Told } from '../../../core/tokens/approval.ts';
import { type Crowd, decidersNow } from '../electorate/deciders.ts';
import { crowdNow } from '../electorate/voters.ts';
import { seeApprovals } from '../permissions.ts';
import { namesAmong } from '../policy/staffing.ts';
import { stageWords } from '../policy/stage-words.ts';
import { beyondWords } from '../policy/wording.ts';
import { approvalCase } from '../request/case.ts';
import { findEvent, listEvents } from '../request/event-store.ts';
import { handlerOf } from '../request/kinds.ts';
import { type Approval, type Headlined, isUndone, isWaiting, type State } from '../request/model.ts';
import { findApproval, findIdByNumber } from '../request/store.ts';
import { maysOf } from './mays.ts';
import type { ShownApproval } from './model.ts';
import { withPresentFacts } from './present-facts.ts';

const eventsShown = 12;
const namesShown = 5;

/** A request as people read it. Its kind words it from the facts that the approvers were last shown. */
export function shownApproval(ctx: QueryContext, approval: Approval, crowd: Crowd): ShownApproval {
  const handler = handlerOf(ctx, approval.kind);
  const asked = isWaiting(approval) ? decidersNow(approval, crowd) : [];
  return {
    approval,
    title: handler?.kind.title ?? approval.kind,
    told: toldOf(ctx, approval),
    because: approval.policy.beyond ? beyondWords(approval.policy.beyond, ctx.workspace.currency) : null,
    may: null,
    stages: approval.policy.stages.map((one) => stageWords(one, namesAmong(crowd.people))),
    asked: asked.slice(0, namesShown),
  };
}

const tellings: Readonly<Record<State, Telling>> = {
  waiting: 'would be',
  approved: 'would be',
  done: 'is',
  failed: 'stays',
  rejected: 'stays',
  withdrawn: 'stays',
  expired: 'stays',
};

/** The request in the words of its kind. */
export function toldOf(ctx: Context, approval: Headlined): Told {
  const handler = handlerOf(ctx, approval.kind);
  return handler ? told(approval, handler) : unknown(approval);
}

function told(approval: Headlined, { about }: ApprovalHandler): Told {
  const { request, facts, state, undoOf } = approval;
  const told = about.tell(request, facts, isUndone(approval) ? 'stays' : tellings[state]);
  if (undoOf === null) return told;
  const undone = about.tellUndo?.(request, facts) ?? told.what;
  return { ...told, what: `undo approval ${undoOf}: ${undone}` };
}

function unknown({ kind }: Headlined): Told {
  return { what: `do what nothing here knows any more (${kind})`, lines: [] };
}

/** A request as its card shows it; null: there is none. */
export const getApproval = query({
  name: 'approvals.get',
  permission: seeApprovals,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await findApproval(ctx.scope, id);
    return approval && shownApproval(ctx, await withPresentFacts(ctx, approval), await crowdNow(ctx));
  },
});

/** A request with its newest events. */
export const openApproval = query({
  name: 'approvals.open',
  permission: seeApprovals,
  input: z.union([z.object({ id: z.uuid() }), z.object({ number: z.int() })]),
  async run(ctx, wanted) {
    const id = 'id' in wanted ? wanted.id : await findIdByNumber(ctx.scope, wanted.number);
    const approval = id && (await findApproval(ctx.scope, id));
    if (!approval) throw notThere(approvalCase, 'number' in wanted ? wanted.number : undefined);
    const [crowd, events] = await Promise.all([
      crowdNow(ctx),
      listEvents(ctx.scope, approval.id, eventsShown),
    ]);
    const shown = shownApproval(ctx, await withPresentFacts(ctx, approval), crowd);
    return { shown: { ...shown, may: maysOf(ctx, approval, crowd) }, events };
  },
});

/** An event with its request as it is now. */
export const getEvent = query({
  name: 'approvals.step',
  permission: seeApprovals,
  input: z.object({ event: z.uuid(), approval: z.uuid() }),
  async run(ctx, wanted) {
    const [event, approval] = await Promise.all([
      findEvent(ctx.scope, wanted.event),
      findApproval(ctx.scope, wanted.approval),
    ]);
    if (!event || !approval) return null;
    return { event, shown: shownApproval(ctx, approval, await crowdNow(ctx)) };
  },
});
