import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { didYouMean, namedIn } from '../../../core/text/names.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { countOpen } from '../parcels/list-store.ts';
import { groupCode } from '../parcels/model.ts';
import { carrierNamesOf } from '../parcels/names.ts';
import { readShipments } from '../permissions.ts';
import { laneWords } from '../shipment/lane-words.ts';
import { lateCells, openNames } from './late-store.ts';
import type { LateParcels } from './model.ts';
import { summed } from './sums.ts';

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
    const name = of === null ? undefined : (await openNames(scope)).find(({ code }) => code === of);
    const words = name && (name.lane === null ? wordsOf(namesOf(nameless(name))) : laneWords(name.lane));
    return {
      of: of === null ? null : { code: of, words: words ?? 'nobody now' },
      ...summed(cells, namesOf, workspace.currency),
      ...open,
      heard,
    };
  },
});

const nameless = <Name extends { readonly carrierId: string | null; readonly carrierSaid: string | null }>(
  name: Name,
) => ({ ...name, serviceId: null, serviceSaid: null });

function wordsOf({ carrier }: { readonly carrier: string | null }): string {
  return carrier ?? 'carrier not told';
}

/** The carrier or the lane that words mean, as a button carries it; null without words. */
export const wayMeant = query({
  name: 'shipments.way-meant',
  permission: readShipments,
  input: z.object({ text: z.string() }),
  async run({ scope }, { text }): Promise<string | null> {
    const asked = text.trim();
    if (asked === '') return null;
    const namesOf = await carrierNamesOf(scope);
    const names = (await openNames(scope)).map((one) => ({
      code: one.code,
      words: one.lane ?? wordsOf(namesOf(nameless(one))),
    }));
    const spelt = names.find(({ words }) => laneKey(words) === laneKey(asked));
    const { exact, like } = namedIn(names, ({ words }) => [words], asked);
    const [only] = spelt ? [spelt] : exact.length > 0 ? exact : like;
    if (only && (spelt || exact.length > 0 || like.length === 1)) return only.code;
    throw new Refusal('not-found', `No parcel is on its way with or on ${asked.slice(0, 60)}.`, {
      next: only
        ? didYouMean(like.map(({ words }) => words))
        : '`/shipment late` shows all carriers and lanes that have late parcels.',
    });
  },
});

/** "ham → de 10" is "HAM → DE 10". */
function laneKey(text: string): string {
  return codeKey(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
