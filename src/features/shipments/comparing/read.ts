import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { countParcels } from '../parcels/list-store.ts';
import { everything, groupCode } from '../parcels/model.ts';
import { carrierNamesOf } from '../parcels/names.ts';
import { carrierWords } from '../parcels/words.ts';
import { readShipments } from '../permissions.ts';
import type { Comparison } from './model.ts';
import { ranked } from './rules.ts';
import { scoresOf } from './score-store.ts';

/** How carriers did in the last 28 days; of one, by what a button carries, how its services on each lane did. */
export const compareCarriers = query({
  name: 'shipments.compare',
  permission: readShipments,
  input: z.object({ of: groupCode.nullable() }),
  async run({ scope, now }, { of }): Promise<Comparison> {
    const [stored, lateNow, namesOf, heard] = [
      await scoresOf(scope, now, of),
      await countParcels(scope, now, { ...everything, show: 'late', of, after: null }),
      await carrierNamesOf(scope),
      await freshnessOf(scope, 'shipments'),
    ];
    const scores = ranked(stored.map((one) => ({ ...one, ...namesOf(one) })));
    const [first] = scores;
    const words = first ? carrierWords(first.carrier) : 'a carrier without parcels';
    return { of: of === null ? null : { code: of, words }, scores, lateNow, heard };
  },
});
