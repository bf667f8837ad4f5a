import { z } from 'zod';
import { askingOf } from '../../../core/declare/mention.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { isFiller, withoutFillers } from '../../../core/text/talk.ts';
import { businessDay } from '../card/demand-rules.ts';
import { type Hit, hasContent, type LookUp, lastFrom, looksLikeCode, maxChoices } from '../card/rules.ts';
import { findCard, findCards, findExactly } from '../card/store.ts';
import { lookUpStock } from '../permissions.ts';
import { findByBareCode, findByLooseCode, findByPrefix } from '../search/code-store.ts';
import { nearestTo, titlesWith } from '../search/search.ts';

const maxWords = 40;

/** Finds by exact code, barcode or alias; else by the beginning of a code; else by words of
 * the title; else by a code without its hyphens ("mug01"). */
export const lookUp = query({
  name: 'stock.look-up',
  permission: lookUpStock,
  input: z.object({ text: z.string().min(1), words: z.array(z.string()).min(1) }),
  async run(ctx, { text, words }): Promise<LookUp> {
    if (words.length > maxWords) {
      throw new Refusal(
        'invalid',
        `That is ${words.length} words; up to ${maxWords} SKUs can be looked up at once.`,
      );
    }
    const keys = [...new Set([text, ...words].map(codeKey))];
    const today = businessDay(ctx);
    const asking = askingOf(ctx);
    const cards = await Promise.all(keys.map((text) => findExactly(ctx.scope, { text, today, asking })));
    const hits = keys.flatMap((key, i) => (cards[i] ?? []).map((card) => ({ text: key, card })));

    const whole = hits.filter((hit) => hit.text === codeKey(text)).map((hit) => hit.card);
    const [only] = whole;
    if (only) return whole.length === 1 ? { found: 'one', card: only } : choices(text, whole, 0);

    const missing = words.filter(
      (word) => !isFiller(word) && !hits.some((hit) => hit.text === codeKey(word)),
    );
    if (hits.length === 0) return await searchFor(ctx, text, words, 0);
    if (!missing.every(looksLikeCode)) {
      // A word of a title can also be a code; the words count as codes only if no title contains them all.
      const titled = await searchFor(ctx, text, words, 0);
      if (titled.found !== 'nothing') return titled;
    }
    // In the order in which they were typed.
    const asked = words.flatMap((word) => hits.filter((hit) => hit.text === codeKey(word)));
    const several = [...new Map(asked.map(({ card }) => [card.id, card])).values()];
    const [sole] = several;
    // "MUG-01 blue": what it is called besides its code.
    if (several.length === 1 && sole && missing.every((word) => isIn(sole.title, word)))
      return { found: 'one', card: sole };
    return { found: 'several', cards: several, missing };
  },
});

/** Searches codes and titles only, for words that are also a code. */
export const search = query({
  name: 'stock.search',
  permission: lookUpStock,
  input: z.object({
    text: z.string().min(1),
    words: z.array(z.string()).min(1),
    /** How many of the best are left out: those of the pages before. */
    from: z.int().min(0).max(lastFrom).default(0),
  }),
  run: async (ctx, { text, words, from }): Promise<LookUp> => await searchFor(ctx, text, words, from),
});

export const getCard = query({
  name: 'stock.card',
  permission: lookUpStock,
  input: z.object({ sku: z.uuid() }),
  async run(ctx, { sku }) {
    const card = await findCard(ctx.scope, sku, businessDay(ctx));
    if (!card)
      throw new Refusal('not-found', 'That SKU is no longer in the catalogue.', {
        next: 'Look it up again with `/stock`.',
      });
    return card;
  },
});

/** Several at once; SKUs that no longer exist are left out. */
export const getCards = query({
  name: 'stock.cards',
  permission: lookUpStock,
  input: z.object({ skus: z.array(z.uuid()).max(maxWords) }),
  run: async (ctx, { skus }) => await findCards(ctx.scope, skus, businessDay(ctx)),
});

async function searchFor(
  ctx: QueryContext,
  text: string,
  words: readonly string[],
  from: number,
): Promise<LookUp> {
  const limit = from + maxChoices + 1;
  const [word = ''] = words;
  const single = words.length === 1;
  const byPrefix = single && codeKey(word) !== '' ? await findByPrefix(ctx.scope, codeKey(word), limit) : [];
  // A mistyped code is as close to the wrong product as to the right one: a list is offered, a card never shown at
  // once.
  const telling = withoutFillers(words.filter(hasContent)).slice(0, 8);
  const byTitle =
    byPrefix.length > 0 || telling.length === 0 || (single && looksLikeCode(word))
      ? []
      : await titlesWith(ctx.scope, telling.join(' '), { limit, today: businessDay(ctx).day });
  // "mug-1" may mean MUG-01 as well as the beginning of MUG-12, and "mug 1" as well as any mug; MUG-12 is no other.
  const isExact = byPrefix.some(({ code }) => codeKey(code) === codeKey(word));
  const mayBeLoose =
    byPrefix.length > 0 ? looksLikeCode(word) && !isExact : byTitle.length > 0 && /\d/.test(text);
  const loose = mayBeLoose ? await findByLooseCode(ctx.scope, text, maxChoices) : [];
  const known = unique([...loose, ...byPrefix, ...byTitle]);
  const hits = known.length > 0 ? known : await findByBareCode(ctx.scope, text, limit);
  const [only, another] = hits;
  if (!only)
    return {
      found: 'nothing',
      asked: text,
      nearest: await nearestTo(ctx.scope, text, words.slice(0, 8), 5),
    };
  if (another) return choices(text, hits, from);
  const card = await findCard(ctx.scope, only.id, businessDay(ctx));
  return card ? { found: 'one', card } : { found: 'nothing', asked: text, nearest: [] };
}

function isIn(title: string, word: string): boolean {
  return title.toLowerCase().includes(word.toLowerCase());
}

function unique(hits: readonly Hit[]): readonly Hit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()];
}

function choices(asked: string, hits: readonly Hit[], from: number): LookUp {
  const to = from + maxChoices;
  return { found: 'choices', asked, hits: hits.slice(from, to), from, more: hits.length > to };
}
