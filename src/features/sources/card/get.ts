import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { locations } from '../../locations/index.ts';
import type { RefusalCount } from '../deliveries/model.ts';
import { listRefusals } from '../deliveries/refusal-store.ts';
import { countsOf, waitingOf } from '../deliveries/standing-store.ts';
import { demandSource } from '../editing/demand-source.ts';
import { changeSources, seeSources } from '../permissions.ts';
import { kindNames, type Source } from '../source/model.ts';
import { mappedPlaces } from '../source/place-store.ts';
import { noSuchSource, whereTheyAre } from '../source/refusals.ts';
import { listSources } from '../source/store.ts';
import type { KnownSource, SourceCard, SourceList, StandingSource } from './model.ts';

const dayMs = 86_400_000;
const mostReasons = 5;
const placeWord = 'location ';

/** All sources and how they stand. */
export const getSources = query({
  name: 'sources.list',
  permission: seeSources,
  input: z.object({}),
  async run(ctx): Promise<SourceList> {
    const refusals = await listRefusals(ctx.scope, new Date(ctx.now.getTime() - dayMs));
    const strangers = refusals.filter(({ source }) => source === '');
    return {
      sources: await standing(ctx, await listSources(ctx.scope), refusals),
      strangers: strangers.reduce((sum, { count }) => sum + count, 0),
      isHeard: ctx.engine.webhooks.listening() !== 'no',
    };
  },
});

export const getSource = query({
  name: 'sources.get',
  permission: seeSources,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<SourceCard> {
    const found = await demandSource(ctx.scope, id);
    const refusals = await listRefusals(ctx.scope, new Date(ctx.now.getTime() - dayMs));
    const [own] = await standing(ctx, [found], refusals);
    if (!own) throw new Error(`The source ${id} stands nowhere.`);
    const places = await locations(ctx.scope);
    const mapped = await mappedPlaces(ctx.scope, id);
    const waiting = await waitingOf(ctx.scope, id, mostReasons);
    const lacking = waiting.find(({ state, reason }) => state === 'parked' && reason.startsWith(placeWord));
    return {
      ...own,
      waiting,
      lacking: lacking ? lacking.reason.slice(placeWord.length) : null,
      places: mapped.map(({ externalId, locationId }) => ({
        externalId,
        location: places.find((one) => one.id === locationId)?.name ?? null,
      })),
    };
  },
});

/** The source that a person's words mean: its name, its number or its kind. */
export const findSource = query({
  name: 'sources.find',
  permission: seeSources,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }): Promise<{ readonly id: string }> {
    const key = codeKey(text);
    const all = await listSources(scope);
    const named = all.filter(({ name, number }) => codeKey(name) === key || String(number) === key);
    const ofKind = all.filter(({ kind }) => codeKey(kindNames[kind]) === key);
    const [found] = named.length > 0 ? named : ofKind.length === 1 ? ofKind : [];
    if (!found)
      throw new Refusal('not-found', `${noSuchSource} It would be called ${text.trim()}.`, {
        next: whereTheyAre,
      });
    return { id: found.id };
  },
});

/** What a form about places offers. */
export const getPlaces = query({
  name: 'sources.places',
  permission: changeSources,
  input: z.object({}),
  run: async ({ scope }) => (await locations(scope)).filter(({ active }) => active),
});

async function standing(
  { scope }: Pick<QueryContext, 'scope'>,
  all: readonly Source[],
  refusals: readonly RefusalCount[],
): Promise<readonly StandingSource[]> {
  const counts = await countsOf(
    scope,
    all.map(({ id }) => id),
  );
  return all.map((source) => {
    const own = counts.get(source.id);
    const { lastReceivedAt = null, stored = 0, parked = 0, failed = 0 } = own ?? {};
    return {
      source: shownOf(source),
      counts: { lastReceivedAt, stored, parked, failed },
      refused: byReason(refusals.filter((one) => one.source === source.id)),
    };
  });
}

function shownOf({ path: _, secretId: __, previousSecretId: ___, ...source }: Source): KnownSource {
  return source;
}

function byReason(refusals: readonly RefusalCount[]) {
  const sums = new Map<RefusalCount['reason'], number>();
  // A greeting is nothing to look after.
  for (const { reason, count } of refusals)
    if (reason !== 'ping') sums.set(reason, (sums.get(reason) ?? 0) + count);
  return [...sums].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}
