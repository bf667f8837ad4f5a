import type { Approved } from '../../../core/declare/approval.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { renewApprovals } from '../../approvals/index.ts';
import { raiseIssue, resolveMatter } from '../../issues/index.ts';
import { colleagues } from '../../people/index.ts';
import { tellOrders } from '../keeping/tell-orders.ts';
import { type ActFacts, type ActRequest, matterOf } from './model.ts';
import { backWords, endedWords, outcomeOf } from './outcomes.ts';
import { actSentences } from './refusals.ts';
import { contradicted, standsSo, whyNotAct } from './rules.ts';
import { statementOf } from './statements.ts';
import { stepsOf } from './steps.ts';
import { lastSaid } from './store.ts';
import { wishOf } from './words.ts';

/**
 * Says here what one of us decided, and raises the task to do it in the shop, which nothing of ours can change. The
 * backlog goes by what is said at once.
 */
export async function runAct(ctx: MutationContext, request: ActRequest, facts: ActFacts, approved: Approved) {
  const no = whyNotAct(request, facts, dayIn(ctx.workspace.timeZone, ctx.now));
  if (no) throw new Refusal('conflict', actSentences[no](facts, request));
  const { orderId } = request;
  const { number } = facts;
  const before = await lastSaid(ctx.tx, orderId);
  // Of two words of one moment the greater hash would count.
  const at = new Date(Math.max(ctx.now.getTime(), (before?.getTime() ?? 0) + 1));
  const statement = statementOf(request, facts, { at, by: approved.requesterId });
  if (statement) {
    const { refused } = await tellOrders.call(asSystem(ctx, 'orders'), { statements: [statement] });
    const [first] = refused;
    if (first) throw new Refusal('conflict', `Order ${number} takes no word of ours: ${first.reason}.`);
  }
  const ended = await endContradicted(ctx, request, facts);
  const isDone = ended.length > 0 && standsSo(request, facts);
  const issue = isDone ? null : await raiseTask(ctx, request, facts, approved);
  return {
    changes: [
      {
        subject: { kind: 'order', id: orderId },
        before: null,
        after: { act: request.act, issue, approval: approved.number },
        reason: request.reason,
      },
    ],
    due: await renewApprovals(ctx, [orderId]),
    said: issue === null ? endedWords(request, facts, ended) : outcomeOf(request, facts, issue, ended),
  };
}

/** The numbers of the tasks that this ends. One that somebody has done meanwhile is none of them. */
async function endContradicted(
  ctx: MutationContext,
  request: ActRequest,
  facts: ActFacts,
): Promise<number[]> {
  const ended: number[] = [];
  const now = backWords(request, facts);
  for (const { approvalId } of contradicted(request, facts)) {
    const number = await resolveMatter.call(asSystem(ctx, 'orders'), {
      matter: matterOf(approvalId),
      code: 'will not be fixed',
      note: `${capitalized(now)}, before anybody did this: there is nothing to do.`,
    });
    if (number !== null) ended.push(number);
  }
  return ended;
}

async function raiseTask(
  ctx: MutationContext,
  request: ActRequest,
  facts: ActFacts,
  { id, number, requesterId, why }: Approved,
): Promise<number> {
  const requester = (await colleagues(ctx.tx)).find((one) => one.id === requesterId);
  const wish = wishOf(request, facts);
  const { issue } = await raiseIssue.call(ctx, {
    title: capitalized(wish),
    details: [
      ...stepsOf(request, facts).map((step, i) => `${i + 1}. ${step}`),
      ...(why ? [`Why: ${why}`] : []),
    ].join('\n'),
    kind: 'task',
    severity: request.act === 'hold' || request.act === 'cancel' ? 'high' : 'normal',
    department: departmentOf(request),
    links: [
      { what: 'order', ref: request.orderId, label: `Order ${facts.number}`, url: null },
      { what: 'approval', ref: id, label: `Approval ${number}`, url: null },
    ],
    source: 'orders',
    matter: matterOf(id),
    otherwise: requester?.slackUserId ?? null,
  });
  return issue.number;
}

/** Who has the system in which it is done. */
function departmentOf({ act }: ActRequest): 'warehouse' | 'customer service' {
  return ['expedite', 'take back expedite', 'hold', 'release'].includes(act)
    ? 'warehouse'
    : 'customer service';
}
