import type { Check } from '../../core/declare/check.ts';
import { count } from '../../core/text/sentence.ts';
import { countFedLocations, countSkus } from './set-up-store.ts';

export const setup: readonly Check[] = [
  {
    title: 'Products',
    async look(ctx) {
      const skus = await countSkus(ctx.engine.database.scope(ctx.workspace.id));
      return skus > 0
        ? { ok: true, finding: `${count(skus, 'SKU')} in the catalogue` }
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
