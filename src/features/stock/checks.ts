import type { Check } from '../../core/declare/check.ts';
import { number } from '../../core/text/quantity.ts';
import { count } from '../../core/text/sentence.ts';
import { countFedLocations, countSkus } from './set-up-store.ts';

/** Who sets up wants to see that the file arrived; nobody waits for the exact number of a large catalogue. */
const countedTo = 5_000;

export const setup: readonly Check[] = [
  {
    title: 'Products',
    async look(ctx) {
      const skus = await countSkus(ctx.engine.database.scope(ctx.workspace.id), countedTo);
      const many = skus > countedTo ? `more than ${number(countedTo)} SKUs` : count(skus, 'SKU');
      return skus > 0
        ? { ok: true, finding: `${many} in the catalogue` }
        : { ok: false, finding: 'none yet: npm run import -- products <file>' };
    },
  },
  {
    title: 'Stock levels',
    async look(ctx) {
      const fed = await countFedLocations(ctx.engine.database.scope(ctx.workspace.id));
      return fed > 0
        ? { ok: true, finding: `levels for ${count(fed, 'location')}` }
        : { ok: false, finding: 'none yet: npm run import -- levels <file>' };
    },
  },
];
