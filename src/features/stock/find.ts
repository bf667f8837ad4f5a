import type { Finder } from '../../core/feature.ts';
import { getCard, lookUp } from './lookup.ts';
import { lookUpStock } from './permissions.ts';
import { stockCard } from './views.ts';

/** SKUs for "find anything". */
export const finder: Finder = {
  kind: 'SKU',
  permission: lookUpStock,
  async find(ctx, text) {
    const outcome = await lookUp.call(ctx, { text, words: text.split(' ').filter(Boolean).slice(0, 8) });
    const isText = (word: string | null) => word?.toUpperCase() === text.toUpperCase();
    switch (outcome.found) {
      case 'one': {
        const { id, code, title, barcode } = outcome.card;
        return [{ kind: 'SKU', id, title: `${code} ${title}`, exact: isText(code) || isText(barcode) }];
      }
      case 'several':
        return outcome.cards
          .slice(0, 5)
          .map(({ id, code, title }) => ({ kind: 'SKU', id, title: `${code} ${title}`, exact: false }));
      case 'choices':
        return outcome.hits.slice(0, 5).map(({ id, code, title }) => ({
          kind: 'SKU',
          id,
          title: `${code} ${title}`,
          exact: isText(code),
        }));
      case 'nothing':
        return [];
    }
  },
  async title(ctx, id) {
    const { code, title } = await getCard.call(ctx, { sku: id });
    return `${code} ${title}`;
  },
  async show(ctx, id) {
    return stockCard(await getCard.call(ctx, { sku: id }), { now: ctx.now, timeZone: ctx.actor.timeZone });
  },
};
