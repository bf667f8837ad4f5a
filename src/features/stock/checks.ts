import type { Check } from '../../core/declare/check.ts';
import { count } from '../../core/text/sentence.ts';
import { momentWithZone } from '../../core/time/reader.ts';
import { isStale } from './card/rules.ts';
import { countSkus, listSources } from './card/store.ts';

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
      const sources = await listSources(ctx.engine.database.scope(ctx.workspace.id));
      const fed = sources.filter((source) => source.asOf !== null);
      return fed.length > 0
        ? { ok: true, finding: `levels for ${count(fed.length, 'location')}` }
        : { ok: false, finding: 'none yet: npm run import -- levels <file>' };
    },
  },
];

export const health: readonly Check[] = [
  {
    title: 'Stock levels',
    async look(ctx) {
      const sources = await listSources(ctx.engine.database.scope(ctx.workspace.id));
      const fed = sources.filter(({ asOf }) => asOf !== null);
      const silent = fed.filter((source) => isStale(source, ctx.now));
      const at = (asOf: Date) => momentWithZone(asOf, ctx.now, ctx.actor.timeZone);
      // What is wrong comes first: a long list is cut.
      const lines = [
        ...silent.flatMap(({ name, asOf }) => (asOf ? [`${name} silent since ${at(asOf)}`] : [])),
        ...sources.flatMap((one) => {
          if (!one.asOf) return [`${one.name}: nothing imported yet`];
          return silent.includes(one) ? [] : [`${one.name} as of ${at(one.asOf)}`];
        }),
      ];
      return {
        ok: fed.length > 0 && silent.length === 0,
        finding: lines.join(', ') || 'no locations yet',
      };
    },
  },
];
