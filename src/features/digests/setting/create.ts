import { slotsAfter } from '../../../core/declare/slots/moments.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { demandKeeper } from '../digest/demand-digest.ts';
import { draftShape } from '../digest/draft-model.ts';
import { type Digest, digestKindId } from '../digest/model.ts';
import { insertDigest, insertSchedule, listDigests, nextNumber } from '../digest/store.ts';
import { haveDigests } from '../permissions.ts';
import { checked, scheduleOf, timingOf } from './checked.ts';

/** More are not read by anybody; each is composed and corrected. */
const mostDigests = 500;

/** Sets up a digest. The same name at the same place and times is the second click of the same wish. */
export const createDigest = mutation({
  name: 'digests.create',
  permission: haveDigests,
  input: draftShape,
  async run(ctx, wish) {
    const draft = checked(ctx, wish);
    await demandKeeper(ctx, ctx.tx, draft.place);
    const timing = await timingOf(ctx, draft.when);
    const next = await slotsAfter(ctx, { ...timing, kind: digestKindId }, ctx.now, 3);
    const all = await listDigests(ctx.tx);
    const known = all.find(
      ({ name, schedule }) =>
        schedule.place === draft.place &&
        schedule.cron === timing.cron &&
        schedule.timeZone === timing.timeZone &&
        name.toLowerCase() === draft.name.toLowerCase(),
    );
    if (known) return { result: { digest: known, next, isNew: false }, changes: [] };
    if (all.length >= mostDigests)
      throw new Refusal('conflict', `There are ${mostDigests} digests already.`, {
        next: 'Delete one that nobody reads.',
      });
    const id = ctx.ids.uuid(ctx.now);
    const owner = ctx.actor.kind === 'person' ? ctx.actor.slackUserId : null;
    const schedule = scheduleOf({ id, owner }, timing, draft);
    const { name, period, sections, kpis, skipIfEmpty, tolerance } = draft;
    const number = await nextNumber(ctx.tx, 'digest');
    const digest: Digest = { id, number, name, period, sections, kpis, skipIfEmpty, tolerance, schedule };
    await insertSchedule(ctx.tx, schedule, ctx.now);
    await insertDigest(ctx.tx, digest, ctx.now);
    const { place, cron, timeZone } = schedule;
    return {
      result: { digest, next, isNew: true },
      changes: [
        {
          subject: { kind: 'digest', id },
          before: null,
          after: { number, name, place, cron, timeZone, period, sections, kpis },
        },
      ],
    };
  },
});
