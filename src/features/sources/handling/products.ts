import { missingSku, tellProducts } from '../../stock/index.ts';
import type { SaidProduct } from '../meaning/meaning.ts';
import { itemsOf, keepItems } from '../source/item-store.ts';
import { missingThere } from '../source/missing.ts';
import type { Fate, Take } from './outcome.ts';

/** Takes products, and remembers what their source calls them. What waited for one of those names goes on. */
export const takeProducts: Take = async (ctx, meant) => {
  const told = meant.flatMap(({ delivery, meaning }) =>
    meaning.is === 'products' ? meaning.products.map((said) => ({ delivery, said })) : [],
  );
  if (told.length === 0) return { fates: new Map(), news: [], arrived: [] };
  const source = ctx.actor.id;
  const keysOf = ({ refs }: SaidProduct) => refs.map((ref) => ({ source, ...ref }));
  const known = await itemsOf(
    ctx.tx,
    told.flatMap(({ said }) => keysOf(said)),
  );
  const taken = await tellProducts.call(ctx, {
    products: told.map(({ said }) => {
      const ids = keysOf(said).flatMap((key) => known.idOf(key) ?? []);
      return { ...said.product, id: ids[0] ?? null };
    }),
  });
  const fates = new Map<string, Fate>(told.map(({ delivery }) => [delivery.id, { state: 'done' }]));
  const named = told.flatMap(({ delivery, said }, n) => {
    const outcome = taken[n];
    if (outcome && 'id' in outcome) return [{ said, id: outcome.id }];
    fates.set(delivery.id, { state: 'failed', why: outcome?.reason ?? 'it was not taken' });
    return [];
  });
  const freshly = named.filter(({ said }) => keysOf(said).some((key) => known.idOf(key) === undefined));
  const fresh = freshly.flatMap(({ said, id }) =>
    keysOf(said).flatMap((key) => (known.idOf(key) === undefined ? [{ ...key, id }] : [])),
  );
  await keepItems(ctx.tx, fresh);
  return {
    fates,
    news: told.map(({ delivery, said }) => ({
      kind: 'products',
      source: delivery.sourceName,
      location: '',
      at: said.product.versionAt,
      coversUntil: delivery.receivedAt,
    })),
    arrived: [
      ...fresh.map(({ externalId }) => missingThere('sku', { id: source }, externalId)),
      // By the code that the source has for it too: ours may be another.
      ...new Set(freshly.map(({ said }) => missingSku(said.product.code))),
    ],
  };
};
