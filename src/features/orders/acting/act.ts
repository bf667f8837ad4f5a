import { z } from 'zod';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { atInput } from '../../../core/runtime/refusal.ts';
import { money } from '../../../core/text/money.ts';
import { readMoney } from '../../../core/text/number.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { requestApproval } from '../../approvals/index.ts';
import { openMatters } from '../../issues/index.ts';
import { actOnOrders } from '../permissions.ts';
import { kindOf } from './kinds.ts';
import { type Act, type ActDraft, type ActFacts, type ActRequest, acts, matterOf } from './model.ts';
import { readAct } from './read.ts';
import { actSentences, inputOf } from './refusals.ts';
import { leftToRefund, whyNotAct } from './rules.ts';
import { actLines } from './store.ts';

/** As many as a form can tick. */
const mostTicked = 10;
const longestKey = 75;

/** What the form of an act shows. */
export const draftAct = query({
  name: 'orders.draft-act',
  permission: actOnOrders,
  input: z.object({ id: z.uuid(), act: z.enum(acts) }),
  async run(ctx, { id, act }): Promise<ActDraft> {
    const probe = { act: 'hold', orderId: id, reason: '' } as const;
    const { facts } = await readAct(ctx, probe);
    const lines = act === 'reship' ? await actLines(ctx.scope, id, mostTicked + 1) : [];
    // Ticks that leave lines out would say less than is there.
    const canTick = lines.length <= mostTicked && lines.every(({ key }) => key.length <= longestKey);
    return { id, act, facts, lines: canTick ? lines : [] };
  },
});

/** Asks for an act; within the policy it happens at once. */
export const actOnOrder = mutation({
  name: 'orders.act',
  permission: actOnOrders,
  input: z.object({
    id: z.uuid(),
    act: z.enum(acts),
    reason: z.string(),
    on: z.iso.date().nullable(),
    /** As typed. */
    amount: z.string().nullable(),
    lines: z.array(z.string()),
    note: z.string().max(500, '500 characters at most.').nullable(),
  }),
  async run(ctx, { id, act, reason, on, amount, lines, note }) {
    const about = { orderId: id, reason };
    const { facts: before } = await readAct(ctx, { act: 'hold', ...about });
    const request = requestOf({ act, on, amount, lines }, about, before);
    const { facts } = await readAct(ctx, request);
    const no = whyNotAct(request, facts, dayIn(ctx.workspace.timeZone, ctx.now));
    if (no) throw atInput(inputOf(no), actSentences[no](facts, request));
    const asked = await requestApproval.call(ctx, { ...kindOf[act].of(request), why: note });
    const matter = matterOf(asked.id);
    const task = (await openMatters(ctx.tx, [matter])).get(matter);
    return { result: { ...asked, request, facts, task: task?.id ?? null }, changes: [] };
  },
});

function requestOf(
  { act, on, amount, lines }: { act: Act; on: string | null; amount: string | null; lines: string[] },
  about: { readonly orderId: string; readonly reason: string },
  facts: ActFacts,
): ActRequest {
  switch (act) {
    case 'promise':
      if (on === null) throw atInput('on', 'Pick the day.');
      return { act, ...about, on };
    case 'reship':
      return { act, ...about, lines };
    case 'refund':
      return { act, ...about, amountMinor: String(readAmount(amount ?? '', facts)) };
    default:
      return { act, ...about };
  }
}

function readAmount(typed: string, facts: ActFacts): bigint {
  if (typed.trim() === '')
    throw atInput('amount', `Say how much: ${money(leftToRefund(facts), facts.currency)} is left.`);
  const read = readMoney(typed.trim(), facts.currency, null);
  if ('reason' in read) throw atInput('amount', `That ${read.reason}.`);
  return read.value;
}
