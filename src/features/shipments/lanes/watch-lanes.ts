import { z } from 'zod';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayAt, instantAt } from '../../../core/time/wall-clock.ts';
import { carrierNamed } from '../../carriers/index.ts';
import { openMatters, raiseIssue, redrawIssue, resolveMatter } from '../../issues/index.ts';
import { adminAccounts } from '../../people/index.ts';
import { disruptionName } from '../disrupted/names.ts';
import { burstName } from '../parcels/words.ts';
import { watchLanesPermission } from '../permissions.ts';
import { addBurst, holdBursts } from './burst-store.ts';
import { retellFor } from './disruption-issue.ts';
import { covers, type Disruption, joinedForMs, matterOfDisruption } from './disruption-model.ts';
import { exposedTo, holdDisruptions, inside, outside } from './disruption-store.ts';
import { followOver, overWith } from './end-disruption.ts';
import { dropLaneDays, keepLaneDay, onLane, risingLanes } from './lane-store.ts';
import type { Burst, RisingLane } from './model.ts';
import { fewest, isBurst, isMoved, laneKeyOf, matterOfBurst, usualDays, windowMs } from './rules.ts';
import { showBurst, showDisruption } from './shown-store.ts';
import { countOf, sumsOf } from './sums-store.ts';
import { sumsWords } from './words.ts';

/**
 * Looks at the lanes: raises one issue where many parcels of one are delayed or at risk at once, brings the cards of those
 * before up to date, and ends them with their last parcel, or when somebody has done with their issue. What lies inside a declared disruption raises none.
 */
export const watchLanes = mutation({
  name: 'shipments.watch-lanes',
  permission: watchLanesPermission,
  input: z.object({}),
  async run(ctx) {
    const joinedSince = new Date(ctx.now.getTime() - joinedForMs);
    const disruptions = await goOn(ctx, await holdDisruptions(ctx.tx, joinedSince));
    const bursts = await holdBursts(ctx.tx);
    for (const one of bursts) await follow(ctx, one, disruptions);
    const known = new Set(bursts.map(laneKeyOf));
    const since = new Date(ctx.now.getTime() - windowMs);
    const usualFrom = dayAt(ctx.workspace.timeZone, ctx.now).subtract({ days: usualDays }).toString();
    const rising = await risingLanes(ctx.tx, { since, atLeast: fewest, usualFrom });
    const fresh = rising.filter((lane) => isBurst(lane) && !known.has(laneKeyOf(lane)));
    for (const lane of fresh) await raise(ctx, lane);
    return { result: { raised: fresh.length }, changes: [] };
  },
});

/** Those of the disruptions that have begun and are not over; the cards of all are brought up to date. */
async function goOn(ctx: MutationContext, all: readonly Disruption[]): Promise<readonly Disruption[]> {
  const left: Disruption[] = [];
  for (const one of all) {
    if (one.endedAt) {
      await followOver(ctx, one);
      continue;
    }
    if (one.untilAt && one.untilAt <= ctx.now) {
      await overWith(ctx, one);
      continue;
    }
    if (one.fromAt > ctx.now) continue;
    left.push(one);
    const sums = await sumsOf(ctx.tx, inside(one));
    const shown = { ...sums, exposed: await countOf(ctx.tx, exposedTo(one)), endedAt: null };
    if (!isMoved(one, shown)) continue;
    await showDisruption(ctx.tx, one.id, shown);
    await retellFor(ctx, one, sums);
  }
  return left;
}

async function follow(ctx: MutationContext, one: Burst, disruptions: readonly Disruption[]): Promise<void> {
  const sums = await sumsOf(ctx.tx, onLane(one, one.since));
  const taking = sums.open > 0 ? await takingOver(ctx, one, disruptions) : null;
  if (taking || sums.open === 0) {
    await showBurst(ctx.tx, one.id, { ...sums, endedAt: ctx.now });
    await resolveMatter.call(asSystem(ctx, 'shipments'), {
      matter: matterOfBurst(one.id),
      // What is in another issue is nothing to do here.
      taken: taking ? 'resolve' : 'ask',
      code: taking ? 'duplicate' : 'fixed',
      note: taking
        ? `${disruptionName(taking)} is declared: ${await hasThem(ctx, taking)} has its parcels.`
        : `None of ${count(sums.parcels, 'parcel')} is on its way any more: ${sums.delivered} delivered.`,
    });
    return;
  }
  const matter = matterOfBurst(one.id);
  const issue = (await openMatters(ctx.tx, [matter])).get(matter);
  // Somebody has done with it: what comes into trouble on its lane from now on is another burst.
  const endedAt = issue ? null : ctx.now;
  if (issue && !isMoved({ ...one, exposed: 0 }, { ...sums, exposed: 0 })) return;
  await showBurst(ctx.tx, one.id, { ...sums, endedAt });
  if (issue) await redrawIssue.call(asSystem(ctx, 'shipments'), { id: issue.id });
}

/** The disruption that has all that is left of a burst: what came into trouble before it began is not the disruption's. */
async function takingOver(
  ctx: MutationContext,
  one: Burst,
  disruptions: readonly Disruption[],
): Promise<Disruption | null> {
  for (const disruption of disruptions.filter((all) => covers(all, one))) {
    if ((await sumsOf(ctx.tx, outside(one, disruption))).open === 0) return disruption;
  }
  return null;
}

/** "issue #2". */
async function hasThem(ctx: MutationContext, { id }: Disruption): Promise<string> {
  const matter = matterOfDisruption(id);
  const issue = (await openMatters(ctx.tx, [matter])).get(matter);
  return issue ? `issue #${issue.number}` : 'it';
}

async function raise(ctx: MutationContext, lane: RisingLane): Promise<void> {
  const carrierName = (await carrierNamed(ctx.tx, lane.carrier)) ?? lane.carrierSaid ?? '';
  const sums = await sumsOf(ctx.tx, onLane(lane, lane.since));
  const id = ctx.ids.uuid(ctx.now);
  const burst: Burst = { ...lane, id, carrierName, beganAt: ctx.now, endedAt: null, ...sums };
  if (!(await addBurst(ctx.tx, burst))) return;
  const name = burstName(burst);
  const [otherwise = null] = await adminAccounts(ctx.tx);
  const usual =
    lane.usual > 0 ? `usually ${Math.round(lane.usual * 1_000) / 10} % a day` : 'usually nearly none';
  await raiseIssue.call(asSystem(ctx, 'shipments'), {
    title: `${name}: many parcels delayed`,
    details: [
      `${count(lane.troubled, 'parcel')} of this lane became delayed or at risk within a day, of ${count(Math.max(lane.open, lane.troubled), 'parcel')} on it (${usual}). At first: ${sumsWords(sums)}.`,
      'Parcels leave this issue as they arrive, and it ends with the last. Where a strike or a storm is behind it, declare it with `/shipment disruption`: what gets into trouble there is then kept together.',
    ].join(' '),
    kind: 'shipment',
    severity: 'high',
    links: [{ what: 'lane', ref: id, label: name, url: null }],
    source: 'shipments',
    matter: matterOfBurst(id),
    otherwise,
  });
}

/** Every five minutes: nobody reads faster, and a card that is edited more often is not read. */
export const lanesWatched: ScheduleKind = {
  id: 'shipments.lanes',
  title: 'Looking for trouble on lanes',
  builtIn: { cron: '*/5 * * * *' },
  async run(ctx) {
    const { raised } = await watchLanes.call(asSystem(ctx, 'shipments'), {});
    return { state: raised > 0 ? 'done' : 'empty', changes: [] };
  },
};

/** After midnight the day that has ended is written down. */
export const keepLaneDays = mutation({
  name: 'shipments.keep-lane-days',
  permission: watchLanesPermission,
  input: z.object({}),
  async run(ctx) {
    const { timeZone } = ctx.workspace;
    const today = dayAt(timeZone, ctx.now);
    const day = today.subtract({ days: 1 });
    const midnight = (of: typeof today) => instantAt(timeZone, of.toPlainDateTime());
    await keepLaneDay(ctx.tx, { day: day.toString(), from: midnight(day), until: midnight(today) });
    await dropLaneDays(ctx.tx, today.subtract({ days: usualDays + 1 }).toString());
    return { result: null, changes: [] };
  },
});

export const laneDaysKept: ScheduleKind = {
  id: 'shipments.lane-days',
  title: 'Writing down how lanes were',
  builtIn: { cron: '2 0 * * *' },
  async run(ctx) {
    await keepLaneDays.call(asSystem(ctx, 'shipments'), {});
    return { state: 'done', changes: [] };
  },
};
