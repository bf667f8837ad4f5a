import { z } from 'zod';
import { demand, refusalFor } from '../../../cases/demand.ts';
import { actingReaderOf, personOf, readerOf } from '../../../cases/reader.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { rolesHolding } from '../../../core/tokens/permission.ts';
import { pickMember } from '../../people/index.ts';
import { changePolicy, decideApprovals } from '../permissions.ts';
import { delegated, delegationEnded } from './notifications.ts';
import {
  delegateSentences,
  endSentences,
  overlapSentence,
  spanSentences,
  whyNotDelegateTo,
  whyNotEnd,
} from './refusals.ts';
import { whyNotSpan } from './rules.ts';
import { findDelegation, findOverlapping, holdDelegator, insertDelegation, markEnded } from './store.ts';

/** Lets another person decide in the actor's place for a while. */
export const delegate = mutation({
  name: 'approvals.delegate',
  permission: decideApprovals,
  input: z.object({
    /** Slack user id or name. */
    who: z.string().min(1, 'Say who: @ and the name.'),
    /** Null: from now on. */
    from: z.date().nullable(),
    until: z.date(),
  }),
  async first(tx, actor) {
    if (actor.kind === 'person') await holdDelegator(tx, actor.id);
  },
  async run(ctx, { who, from: begin, until }) {
    const delegator = personOf(ctx);
    const from = begin && begin > ctx.now ? begin : ctx.now;
    const no = whyNotSpan({ from, until }, ctx.now);
    if (no) throw atField(spanSentences[no].field, spanSentences[no].says);
    const member = await memberNamed(ctx, who);
    const [other] = await findOverlapping(ctx.tx, delegator.id, from, until);
    if (other) throw atField('until', overlapSentence(other, readerOf(ctx)));
    const id = ctx.ids.uuid(ctx.now);
    await insertDelegation(ctx.tx, {
      id,
      fromId: delegator.id,
      toId: member.personId,
      startsAt: from,
      endsAt: until,
      createdAt: ctx.now,
    });
    const [away = null] = await findOverlapping(ctx.tx, member.personId, from, until);
    return {
      result: { id, to: member.name, from, until, awayThen: away?.to.name ?? null },
      changes: [
        {
          subject: { kind: 'approval-delegation', id },
          before: null,
          after: {
            from: delegator.id,
            to: member.personId,
            startsAt: from.toISOString(),
            endsAt: until.toISOString(),
          },
        },
      ],
      notifications: [delegated.about(id, member.slackUserId, {}, { owner: delegator.slackUserId })],
    };
  },
});

/** Ends a delegation early, for either side. */
export const endDelegation = mutation({
  name: 'approvals.end-delegation',
  permission: decideApprovals,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const one = await findDelegation(ctx.tx, id);
    if (!one) throw new Refusal('not-found', 'That delegation is not there.');
    const { from, to } = one;
    const reader = actingReaderOf(ctx);
    const no = whyNotEnd(one, reader.personId, holds(ctx.actor, changePolicy));
    demand(no, endSentences, one, reader);
    if (!(await markEnded(ctx.tx, id, ctx.now)))
      throw refusalFor('is over', endSentences, (await findDelegation(ctx.tx, id)) ?? one, reader);
    const others = [from, to].filter(({ active, id }) => active && !isActor(ctx, id));
    return {
      result: one,
      changes: [
        {
          subject: { kind: 'approval-delegation', id },
          before: { endsAt: one.endsAt.toISOString() },
          after: { endedAt: ctx.now.toISOString() },
        },
      ],
      notifications: others.map(({ slackUserId }) =>
        delegationEnded.about(id, slackUserId, { by: ctx.actor.kind === 'person' ? ctx.actor.id : null }),
      ),
    };
  },
});

function isActor({ actor }: Context, id: string): boolean {
  return actor.kind === 'person' && actor.id === id;
}

async function memberNamed(ctx: MutationContext, who: string) {
  const member = await pickMember(ctx, who).catch((error: unknown) => {
    if (error instanceof Refusal) throw atField('who', error.message, error.next);
    throw error;
  });
  const mayDecide = rolesHolding(decideApprovals).some((role) => member.roles.includes(role));
  const no = whyNotDelegateTo(member, personOf(ctx).id, mayDecide);
  if (no) throw atField('who', delegateSentences[no](member));
  return member;
}

function atField(field: string, sentence: string, next?: string): Refusal {
  return new Refusal('invalid', sentence, { fields: { [field]: sentence }, ...(next && { next }) });
}
