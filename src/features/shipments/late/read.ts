import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { countryCode } from '../../../core/text/country.ts';
import { didYouMean, namedIn } from '../../../core/text/names.ts';
import { knownCarriers } from '../../carriers/index.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { locations } from '../../locations/index.ts';
import { wordsOf, wordsOfCode } from '../parcels/coded.ts';
import { countOpen } from '../parcels/list-store.ts';
import { groupCode } from '../parcels/model.ts';
import { carrierNamesOf } from '../parcels/names.ts';
import { openNames } from '../parcels/open-names-store.ts';
import { readShipments } from '../permissions.ts';
import { lateCells } from './late-store.ts';
import type { LateParcels } from './model.ts';
import { summed } from './sums.ts';
import { endsSaid, twoWays, type WayNamed, wayNamed } from './ways.ts';

/** What is late and what is going to be, of a carrier, of a lane (by what a button carries) or of all. */
export const getLate = query({
  name: 'shipments.late',
  permission: readShipments,
  input: z.object({ of: groupCode.nullable() }),
  async run({ scope, now, workspace }, { of }): Promise<LateParcels> {
    const [cells, open, heard] = await Promise.all([
      lateCells(scope, now, of),
      countOpen(scope, of),
      freshnessOf(scope, 'shipments'),
    ]);
    const namesOf = await carrierNamesOf(scope);
    return {
      of: of === null ? null : { code: of, words: (await wordsOfCode(scope, of)) ?? 'nobody now' },
      ...summed(cells, namesOf, workspace.currency),
      ...open,
      heard,
    };
  },
});

/** The carrier, the lane or the lanes that words mean, or a carrier and lanes, as a button carries them; null without words. */
export const wayMeant = query({
  name: 'shipments.way-meant',
  permission: readShipments,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }): Promise<string | null> {
    const asked = text.trim();
    if (asked === '') return null;
    const namesOf = await carrierNamesOf(scope);
    const places = await locations(scope);
    const ways = (await openNames(scope)).map((one) => {
      const words = wordsOf(one, namesOf);
      return { code: one.code, words, says: [words, one.lane ?? '', ...endsSaid(one, places)] };
    });
    const found = wayNamed(ways, asked);
    if ('code' in found) return found.code;
    const two = twoWays(ways, asked);
    if (two && 'code' in two) return two.code;
    throw two ? twoRefused(two) : whyNoWay(asked, found, await knownCarriers(scope), places);
  },
});

/** Two carriers, or two lanes: each can be asked for. */
function twoRefused({ one, other }: { readonly one: string; readonly other: string }): Refusal {
  return new Refusal(
    'not-found',
    `${one} and ${other} are two: I look at one carrier and one lane or country at a time.`,
    {
      next: `Try \`/shipment late ${one}\` or \`/shipment late ${other}\`: each has its parcels by carrier and lane.`,
    },
  );
}

/** "HAM → DE 10": a lane on which nothing is on its way now, as lists print it; null: it is none. */
function emptyLane(asked: string, places: readonly { readonly code: string; readonly name: string }[]) {
  const [, from = '', to = '', area] = /^(.+?) ?(?:→|->|-| to ) ?(.+?)(?: (\w{2}))?$/.exec(asked) ?? [];
  const isPlace = namedIn(places, ({ code, name }) => [code, name], from).exact.length > 0;
  if (!(isPlace || countryCode(from) !== null) || countryCode(to) === null) return null;
  return { whole: area === undefined ? null : `${from} → ${to}` };
}

function whyNoWay(
  asked: string,
  { near, fits }: { readonly near: readonly WayNamed[]; readonly fits: boolean },
  carriers: readonly { readonly code: string; readonly name: string }[],
  places: readonly { readonly code: string; readonly name: string }[],
): Refusal {
  const shown = asked.slice(0, 60);
  const all = { next: '`/shipment late` shows all carriers and lanes that have late parcels.' };
  const lane = emptyLane(asked, places);
  if (lane)
    return new Refusal(
      'not-found',
      `No parcel is on its way on the lane ${shown}.`,
      lane.whole === null
        ? all
        : { next: `\`/shipment late ${lane.whole}\` shows all areas; \`/shipment late\` all lanes.` },
    );
  const carrier = namedIn(carriers, ({ code, name }) => [code, name], asked);
  const [idle] = carrier.exact;
  if (idle) return new Refusal('not-found', `No parcel is on its way with ${idle.name}.`, all);
  const isPlace =
    countryCode(asked) !== null || namedIn(places, ({ code, name }) => [code, name], asked).exact.length > 0;
  if (isPlace && !fits) return new Refusal('not-found', `No parcel is on its way from or to ${shown}.`, all);
  const names = [...new Set([...near.map(({ words }) => words), ...carrier.like.map(({ name }) => name)])];
  return new Refusal(
    'not-found',
    fits
      ? `${shown} is where parcels come from and where they go.`
      : `I know no carrier, location, country or lane called ${shown}.`,
    names.length > 0 ? { next: didYouMean(names) } : all,
  );
}
