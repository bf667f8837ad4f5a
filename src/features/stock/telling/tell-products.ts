import { z } from 'zod';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { money } from '../../../core/text/money.ts';
import { skuFacts } from '../facts-model.ts';
import { severalMeant } from '../importing/name-rules.ts';
import { skusNamed } from '../importing/name-store.ts';
import { currencyClash, mergeProduct, type Product, sameProduct } from '../importing/product-rules.ts';
import { productsById, upsertProducts } from '../importing/product-store.ts';
import { keepListed } from '../ledger/span-store.ts';
import { missingSku } from '../missing.ts';
import { tellProductsPermission } from '../permissions.ts';
import { type TakenProduct, type ToldProduct, toldProduct } from './model.ts';
import { keepToldAt, toldAtOf } from './told-store.ts';

/**
 * Takes products as a source outside tells them, in any order: an older word changes nothing. One that is known, by its id
 * or its code, keeps its code and what the source does not say. Answers for each, in the order given.
 */
export const tellProducts = mutation({
  name: 'stock.tell-products',
  permission: tellProductsPermission,
  input: z.object({ products: z.array(toldProduct) }),
  async run(ctx, { products }): Promise<Outcome> {
    const taken: TakenProduct[] = [];
    const all: Outcome = { result: taken, changes: [], arrived: [], facts: [] };
    // Of one code or id told twice, the later word is told over the earlier one.
    for (const batch of apart(products)) {
      const outcome = await tellBatch(ctx, batch);
      taken.push(...outcome.result);
      all.changes.push(...outcome.changes);
      all.arrived.push(...outcome.arrived);
      all.facts.push(...outcome.facts);
    }
    return all;
  },
});

interface Outcome {
  readonly result: readonly TakenProduct[];
  readonly changes: ReturnType<typeof changeOf>[];
  readonly arrived: string[];
  readonly facts: ReturnType<typeof skuFacts.changed>[number][];
}

/** In their order, cut where one comes again. */
function apart(products: readonly ToldProduct[]): readonly (readonly ToldProduct[])[] {
  const batches: ToldProduct[][] = [];
  let named = new Set<string>();
  for (const one of products) {
    const names = [codeKey(one.code), ...(one.id ? [one.id] : [])];
    if (batches.length === 0 || names.some((name) => named.has(name))) {
      batches.push([]);
      named = new Set();
    }
    for (const name of names) named.add(name);
    batches.at(-1)?.push(one);
  }
  return batches;
}

async function tellBatch(ctx: MutationContext, products: readonly ToldProduct[]): Promise<Outcome> {
  const { tx, now } = ctx;
  const named = await skusNamed(
    tx,
    products.map(({ code }) => codeKey(code)),
  );
  const targets = products.map((one) => {
    const found = named.get(codeKey(one.code)) ?? [];
    return one.id === null ? found : [{ id: one.id, code: one.code }];
  });
  const ids = [...new Set(targets.flatMap((some) => some.map(({ id }) => id)))];
  const [stored, toldAts] = [await productsById(tx, ids), await toldAtOf(tx, ids)];
  const taken: TakenProduct[] = [];
  const written: { readonly before: Product | null; readonly after: Product }[] = [];
  const told: { readonly id: string; readonly at: Date }[] = [];
  for (const [n, one] of products.entries()) {
    const meant = targets[n] ?? [];
    const before = (meant[0] && stored.get(meant[0].id)) ?? null;
    const said = saidOf(one);
    const clash = before && currencyClash(before, said);
    if (meant.length > 1) taken.push({ reason: `its code ${one.code} ${severalMeant(meant)}` });
    else if (clash) taken.push({ reason: `${clash.column} ${clash.value} ${clash.reason}` });
    else {
      const after = before ? mergeProduct(before, said) : fresh(ctx, said);
      const known = toldAts.get(after.id);
      taken.push({ id: after.id });
      if (known && known > one.versionAt) continue;
      told.push({ id: after.id, at: one.versionAt });
      if (!before || !sameProduct(before, after)) written.push({ before, after });
    }
  }
  await upsertProducts(
    tx,
    written.map(({ after }) => after),
    now,
    ctx.actor.id,
  );
  const fresher = await whoWasFirst(ctx, written);
  await keepToldAt(
    tx,
    told.map(({ id, at }) => ({ id: fresher.get(id) ?? id, at })),
  );
  const turned = written.filter(({ before, after }) => before && before.listed !== after.listed);
  await keepListed(
    tx,
    turned.map(({ after }) => after.id),
    now,
  );
  return {
    result: taken.map((one) => ('id' in one ? { id: fresher.get(one.id) ?? one.id } : one)),
    changes: written.map(changeOf),
    arrived: written.flatMap(({ before, after }) => (before ? [] : [missingSku(after.code)])),
    facts: [...skuFacts.changed([...written.map(({ after }) => after.id), ...told.map(({ id }) => id)])],
  };
}

/** The ids of new ones that somebody else has stored meanwhile, by ours. */
async function whoWasFirst(
  { tx }: MutationContext,
  written: readonly { readonly before: Product | null; readonly after: Product }[],
): Promise<ReadonlyMap<string, string>> {
  const added = written.flatMap(({ before, after }) => (before ? [] : [after]));
  if (added.length === 0) return new Map();
  const named = await skusNamed(
    tx,
    added.map((one) => one.codeKey),
  );
  return new Map(added.map(({ id, codeKey: key }) => [id, named.get(key)?.[0]?.id ?? id]));
}

function saidOf(one: ToldProduct): Product {
  return {
    id: '',
    code: one.code,
    codeKey: codeKey(one.code),
    title: one.title,
    barcode: codeKey(one.barcode ?? '') || null,
    category: one.category,
    supplier: one.supplier,
    unitCost: null,
    // Something given away for nothing says nothing about the price.
    price: one.price?.minor === 0n ? null : one.price,
    currency: one.price?.currency ?? null,
    reorderPoint: null,
    listed: one.listed,
  };
}

function fresh({ ids, now, workspace }: MutationContext, said: Product): Product {
  return {
    ...said,
    id: ids.uuid(now),
    title: said.title ?? said.code,
    currency: said.currency ?? workspace.currency,
    listed: said.listed ?? true,
  };
}

function changeOf({ before, after }: { readonly before: Product | null; readonly after: Product }) {
  return {
    subject: { kind: 'sku', id: after.id },
    before: before && shownOf(before),
    after: shownOf(after),
  };
}

/** For the audit log. */
function shownOf({ code, title, barcode, category, supplier, price, listed }: Product) {
  const priced = price && money(price.minor, price.currency);
  return { code, title, barcode, category, supplier, price: priced, listed };
}
