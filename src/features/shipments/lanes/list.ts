import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { openMatters } from '../../issues/index.ts';
import { colleagues } from '../../people/index.ts';
import { readShipments } from '../permissions.ts';
import { burstsWith } from './burst-store.ts';
import { type Disruption, matterOfDisruption, type StandingDisruption } from './disruption-model.ts';
import { disruptionsSince, disruptionsWith, inside } from './disruption-store.ts';
import { disruptionName } from './disruption-words.ts';
import { onLane } from './lane-store.ts';
import type { Burst, InTrouble } from './model.ts';
import { membersOf, sumsOf } from './sums-store.ts';

const shownEndedMs = 30 * 86_400_000;
const mostShown = 20;
/** A page of a list. */
const mostMembers = 10;

/** Disruptions that go on or are to come, and those that ended within a month. */
export const listDisruptions = query({
  name: 'shipments.disruptions',
  permission: readShipments,
  input: z.object({}),
  async run({ scope, now }): Promise<readonly StandingDisruption[]> {
    const all = await disruptionsSince(scope, new Date(now.getTime() - shownEndedMs), mostShown);
    if (all.length === 0) return [];
    const names = new Map((await colleagues(scope)).map(({ id, name }) => [id, name]));
    const issues = await openMatters(
      scope,
      all.map(({ id }) => matterOfDisruption(id)),
    );
    return await Promise.all(
      all.map(async (one) => ({
        ...one,
        sums: await sumsOf(scope, inside(one)),
        declaredBy: names.get(one.declaredById) ?? null,
        issue: issues.get(matterOfDisruption(one.id)) ?? null,
      })),
    );
  },
});

/** The names of those that are declared now. */
export const namesOfDisruptions = query({
  name: 'shipments.names-of-disruptions',
  permission: readShipments,
  input: z.object({}),
  async run({ scope, now }): Promise<readonly string[]> {
    const all = await disruptionsSince(scope, now, mostShown);
    return all.filter(({ endedAt, fromAt }) => endedAt === null && fromAt <= now).map(disruptionName);
  },
});

/** A disruption with the parcels that came into trouble inside it; null: it is no longer here. */
export const getDisruption = query({
  name: 'shipments.disruption',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  async run({ scope }, { id }): Promise<InTrouble<Disruption> | null> {
    const [of] = await disruptionsWith(scope, [id]);
    if (!of) return null;
    return {
      of,
      sums: await sumsOf(scope, inside(of)),
      members: await membersOf(scope, inside(of), mostMembers),
    };
  },
});

/** A burst of a lane with its parcels; null: it is no longer here. */
export const getBurst = query({
  name: 'shipments.burst',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  async run({ scope }, { id }): Promise<InTrouble<Burst> | null> {
    const [of] = await burstsWith(scope, [id]);
    if (!of) return null;
    const which = onLane(of, of.since);
    return { of, sums: await sumsOf(scope, which), members: await membersOf(scope, which, mostMembers) };
  },
});
