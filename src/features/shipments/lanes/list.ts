import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { openMatters } from '../../issues/index.ts';
import { colleagues } from '../../people/index.ts';
import { disruptionName } from '../disrupted/names.ts';
import { readShipments } from '../permissions.ts';
import { burstsWith, openBursts } from './burst-store.ts';
import {
  type DisruptionStands,
  joinedForMs,
  matterOfDisruption,
  nothingBeside,
  type StandingDisruption,
} from './disruption-model.ts';
import { besideOf, disruptionsSince, disruptionsWith, inside } from './disruption-store.ts';
import { onLane } from './lane-store.ts';
import type { Burst, InTrouble } from './model.ts';
import { sumsOf } from './sums-store.ts';

const mostShown = 20;

/** Disruptions that go on or are to come, and those that ended within a month. */
export const listDisruptions = query({
  name: 'shipments.disruptions',
  permission: readShipments,
  input: z.object({}),
  async run({ scope, now }): Promise<readonly StandingDisruption[]> {
    const all = await disruptionsSince(scope, new Date(now.getTime() - joinedForMs), mostShown);
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
        beside: one.endedAt ? nothingBeside : await besideOf(scope, one, now),
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

/** A disruption with what came into trouble inside it; null: it is no longer here. */
export const getDisruption = query({
  name: 'shipments.disruption',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  async run({ scope, now }, { id }): Promise<DisruptionStands | null> {
    const [of] = await disruptionsWith(scope, [id]);
    if (!of) return null;
    const beside = of.endedAt ? nothingBeside : await besideOf(scope, of, now);
    return { of, sums: await sumsOf(scope, inside(of)), beside };
  },
});

/** The lanes that go wrong now, with what their parcels come to. */
export const listBursts = query({
  name: 'shipments.bursts',
  permission: readShipments,
  input: z.object({}),
  async run({ scope }): Promise<readonly InTrouble<Burst>[]> {
    const all = await openBursts(scope, mostShown);
    return await Promise.all(
      all.map(async (of) => ({ of, sums: await sumsOf(scope, onLane(of, of.since)) })),
    );
  },
});

/** A burst of a lane with what its parcels come to; null: it is no longer here. */
export const getBurst = query({
  name: 'shipments.burst',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  async run({ scope }, { id }): Promise<InTrouble<Burst> | null> {
    const [of] = await burstsWith(scope, [id]);
    if (!of) return null;
    return { of, sums: await sumsOf(scope, onLane(of, of.since)) };
  },
});
