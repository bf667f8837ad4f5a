import { z } from 'zod';
import { personOf } from '../../../cases/reader.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { moment } from '../../../core/time/reader.ts';
import { rolesHolding } from '../../../core/tokens/permission.ts';
import { pickMember } from '../../people/index.ts';
import { changePolicy, decideApprovals } from '../permissions.ts';
import { delegated, delegationEnded } from './notifications.ts';
import { spanSentences } from './refusals.ts';
import { whyNotThen } from './rules.ts';
import { findDelegation, findOverlapping, holdGiver, insertDelegation, markEnded } from './store.ts';

/** For a while somebody else may decide what the one who asks could decide. */
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
  async run(ctx, { who, from: begin, until }) {
    const giver = personOf(ctx);
    const from = begin && begin > ctx.now ? begin : ctx.now;
    const no = whyNotThen({ from, until }, ctx.now);
    if (no) throw wrong(spanSentences[no].field, spanSentences[no].says);
    const taker = await takerOf(ctx, who);
    await holdGiver(ctx.tx, giver.id);
    const [other] = await findOverlapping(ctx.tx, giver.id, from, until);
    if (other) {
      const when = `until ${moment(other.endsAt, ctx.now, giver.timeZone)}`;
      const since =
        other.startsAt > ctx.now ? `from ${moment(other.startsAt, ctx.now, giver.timeZone)} ` : '';
      throw wrong('until', `${other.to.name} decides in your place ${since}${when}: end that first.`);
    }
    const id = ctx.ids.uuid(ctx.now);
    await insertDelegation(ctx.tx, {
      id,
      fromId: giver.id,
      toId: taker.personId,
      startsAt: from,
      endsAt: until,
      createdAt: ctx.now,
    });
    const [away = null] = await findOverlapping(ctx.tx, taker.personId, from, until);
    return {
      result: { id, to: taker.name, from, until, awayThen: away?.to.name ?? null },
      changes: [
        {
          subject: { kind: 'approval-delegation', id },
          before: null,
          after: {
            from: giver.id,
            to: taker.personId,
            startsAt: from.toISOString(),
            endsAt: until.toISOString(),
          },
        },
      ],
      notifications: [delegated.about(id, taker.slackUserId, {}, { owner: giver.slackUserId })],
    };
  },
});

/** Takes it back, or gives it back, before its time. */
export const endDelegation = mutation({
  name: 'approvals.end-delegation',
  permission: decideApprovals,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const one = await findDelegation(ctx.tx, id);
    if (!one) throw new Refusal('not-found', 'That delegation is not there.');
    const { from, to } = one;
    const own = ctx.actor.kind === 'person' && [from.id, to.id].includes(ctx.actor.id);
    if (!own && !holds(ctx.actor, changePolicy))
      throw new Refusal('not-allowed', `That is between ${from.name} and ${to.name}.`);
    if (!(await markEnded(ctx.tx, id, ctx.now))) {
      const now = await findDelegation(ctx.tx, id);
      const when = moment(now?.endedAt ?? one.endsAt, ctx.now, ctx.actor.timeZone);
      throw new Refusal('conflict', `It has been over since ${when}.`);
    }
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

async function takerOf(ctx: MutationContext, who: string) {
  const member = await pickMember(ctx, who).catch((error: unknown) => {
    if (error instanceof Refusal) throw wrong('who', error.message, error.next);
    throw error;
  });
  const { name, active, roles } = member;
  if (isActor(ctx, member.personId)) throw wrong('who', 'That is you.');
  if (!active) throw wrong('who', `${name} is deactivated in Slack.`);
  if (!rolesHolding(decideApprovals).some((role) => roles.includes(role)))
    throw wrong('who', `${name} may not ${decideApprovals.to}: that is for an ${decideApprovals.atLeast}.`);
  return member;
}

function wrong(field: string, sentence: string, next?: string): Refusal {
  return new Refusal('invalid', sentence, { fields: { [field]: sentence }, ...(next && { next }) });
}
