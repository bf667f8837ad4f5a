import { type Finder, mostFound } from '../../../core/declare/finder.ts';
import { mentionsOf } from '../../../core/declare/mention.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { stockCard } from '../card/views.ts';
import { lookUpStock } from '../permissions.ts';
import { getCard, getCards, lookUp } from './look-up.ts';
import { readingOf } from './reading.ts';
import { standing } from './views.ts';

/** SKUs for "find anything". */
export const finder: Finder = {
  kind: 'SKU',
  searches: 'SKUs by code, barcode or title',
  permission: lookUpStock,
  async find(ctx, text) {
    const outcome = await lookUp.call(ctx, { text, words: text.split(' ').filter(Boolean).slice(0, 8) });
    const isText = (word: string | null) => word !== null && codeKey(word) === codeKey(text);
    switch (outcome.found) {
      case 'one': {
        const { id, code, title, barcode } = outcome.card;
        return [{ kind: 'SKU', id, title: `${code} ${title}`, exact: isText(code) || isText(barcode) }];
      }
      case 'several':
        return outcome.cards
          .slice(0, mostFound + 1)
          .map(({ id, code, title }) => ({ kind: 'SKU', id, title: `${code} ${title}`, exact: false }));
      case 'choices':
        return outcome.hits.slice(0, mostFound + 1).map(({ id, code, title }) => ({
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
  async stands(ctx, ids) {
    const cards = await getCards.call(ctx, { skus: [...ids] });
    return new Map(cards.map((card) => [card.id, standing(card, readingOf(ctx))]));
  },
  async show(ctx, id) {
    const [card, mentions] = await Promise.all([
      getCard.call(ctx, { sku: id }),
      mentionsOf(ctx, 'sku', [{ id }]),
    ]);
    return stockCard(card, readingOf(ctx), mentions.get(id));
  },
};
