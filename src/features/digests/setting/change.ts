import { z } from 'zod';
import { isPausedAt } from '../../../core/declare/catch-up.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { moment } from '../../../core/time/reader.ts';
import { rolesHolding } from '../../../core/tokens/permission.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import { pickMember } from '../../people/index.ts';
import { demandKept } from '../digest/demand-digest.ts';
import type { Digest } from '../digest/model.ts';
import { endDigest, endSchedule, giveSchedule, lockSchedule, pauseSchedule } from '../digest/store.ts';
import { startEdition } from '../edition/start.ts';
import { extraEditions } from '../listing/store.ts';
import { haveDigests, keepDigests } from '../permissions.ts';

const one = z.object({ id: z.uuid() });

/** Pauses a digest, with or without an end; its slots are noted as paused meanwhile. */
export const pauseDigest = mutation({
  name: 'digests.pause',
  permission: haveDigests,
  input: one.extend({ until: z.date().nullable() }),
  async run(ctx, { id, until }) {
    const digest = await demandKept(ctx, ctx.tx, id);
    if (until !== null && until <= ctx.now)
      throw new Refusal('invalid', 'A pause ends in the future.', {
        fields: { until: 'Pick a moment that is still to come.' },
      });
    const changed = await pauseSchedule(ctx.tx, id, true, until);
    const { paused, pausedUntil } = digest.schedule;
    return {
      result: { digest: { ...digest, schedule: { ...digest.schedule, paused: true, pausedUntil: until } } },
      changes: changed
        ? [pauseChange(id, { paused, pausedUntil }, { paused: true, pausedUntil: until })]
        : [],
    };
  },
});

/** Resumes a digest. `isChanged`: false when it was running. */
export const resumeDigest = mutation({
  name: 'digests.resume',
  permission: haveDigests,
  input: one,
  async run(ctx, { id }) {
    const digest = await demandKept(ctx, ctx.tx, id);
    const isChanged = isPausedAt(digest.schedule, ctx.now);
    await pauseSchedule(ctx.tx, id, false);
    const { paused, pausedUntil } = digest.schedule;
    return {
      result: {
        digest: { ...digest, schedule: { ...digest.schedule, paused: false, pausedUntil: null } },
        isChanged,
      },
      changes: isChanged
        ? [pauseChange(id, { paused, pausedUntil }, { paused: false, pausedUntil: null })]
        : [],
    };
  },
});

interface Pause {
  readonly paused: boolean;
  readonly pausedUntil: Date | null;
}

function pauseChange(id: string, before: Pause, after: Pause) {
  const said = ({ paused, pausedUntil }: Pause) => ({ paused, until: pausedUntil?.toISOString() ?? null });
  return { subject: { kind: 'digest', id }, before: said(before), after: said(after) };
}

/** Deletes a digest; what it posted stays. */
export const deleteDigest = mutation({
  name: 'digests.delete',
  permission: haveDigests,
  input: one,
  async run(ctx, { id }) {
    const digest = await demandKept(ctx, ctx.tx, id);
    await endSchedule(ctx.tx, id, ctx.now);
    await endDigest(ctx.tx, id, ctx.now);
    const { number, name, schedule } = digest;
    return {
      result: { digest },
      changes: [
        { subject: { kind: 'digest', id }, before: { number, name, place: schedule.place }, after: null },
      ],
    };
  },
});

/** Somebody else hears of its failures from now on. */
export const transferDigest = mutation({
  name: 'digests.transfer',
  permission: haveDigests,
  input: one.extend({ to: z.string() }),
  async run(ctx, { id, to }) {
    const digest = await demandKept(ctx, ctx.tx, id);
    if (isPerson(digest.schedule.place))
      throw new Refusal('invalid', 'A digest by direct message belongs to whoever reads it.');
    const person = await pickMember(ctx, to);
    // Who owns it mends what keeps it from being posted.
    if (!person.active || !rolesHolding(keepDigests).some((role) => person.roles.includes(role)))
      throw new Refusal('invalid', `${person.name} may not ${keepDigests.to}, so could not mend it.`, {
        next: 'Pick a lead, a manager or an admin.',
        fields: { to: 'Pick a lead, a manager or an admin.' },
      });
    await giveSchedule(ctx.tx, id, person.slackUserId);
    return {
      result: {
        digest: { ...digest, schedule: { ...digest.schedule, owner: person.slackUserId } },
        name: person.name,
      },
      changes: [
        {
          subject: { kind: 'digest', id },
          before: { owner: digest.schedule.owner },
          after: { owner: person.slackUserId },
        },
      ],
    };
  },
});

/** Whoever asks again so soon has pressed twice, or somebody else was first. */
const againAfterMs = 60_000;

async function demandNotJust({ tx, now, actor }: MutationContext, { id, name }: Digest): Promise<void> {
  await lockSchedule(tx, id);
  const [last] = await extraEditions(tx, id, 1);
  if (!last || now.getTime() - last.askedAt.getTime() >= againAfterMs) return;
  throw new Refusal(
    'conflict',
    `${name} was posted by hand at ${moment(last.askedAt, now, actor.timeZone)} already.`,
    {
      next: 'Wait a minute to post it once more.',
    },
  );
}

/** Has an edition posted now, beside its times: no slot of the schedule is touched. */
export const sendNow = mutation({
  name: 'digests.send-now',
  permission: haveDigests,
  input: one,
  async run(ctx, { id }) {
    const digest = await demandKept(ctx, ctx.tx, id);
    if (ctx.actor.kind !== 'person') throw new Refusal('invalid', 'Ask for it in Slack.');
    await demandNotJust(ctx, digest);
    const started = await startEdition(ctx, digest, { slotAt: null, askedBy: ctx.actor.slackUserId });
    return { ...started, result: { digest } };
  },
});
