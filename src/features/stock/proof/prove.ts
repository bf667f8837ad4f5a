import { z } from 'zod';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { number } from '../../../core/text/quantity.ts';
import { raiseIssue, resolveMatter } from '../../issues/index.ts';
import { adminAccounts } from '../../people/index.ts';
import { skuFacts } from '../facts-model.ts';
import { buckets, type Shelf } from '../ledger/model.ts';
import { keepKnown, keepStockouts } from '../ledger/span-store.ts';
import { holdPlace } from '../ledger/store.ts';
import { proveLedger } from '../permissions.ts';
import { digestOf, nextPage, type Proof, type StraySpan, type WrongLevel } from './model.ts';
import { keepProof, lastProof, namesOf, provePage } from './store.ts';

const matter = 'stock.ledger-proof';
const listedAtMost = 20;
const dayMs = 86_400_000;

const bucket = z.enum(buckets);
const shelf = z.object({ skuId: z.uuid(), locationId: z.uuid(), bucket });
// What was written past the ledger may be anything.
const wrongLevel = z.object({
  skuId: z.string(),
  locationId: z.string(),
  bucket: z.string(),
  level: z.number().nullable(),
  legs: z.number(),
});

/** When the ledger was proved last. Run by the system. */
export const getProof = query({
  name: 'stock.last-proof',
  permission: proveLedger,
  input: z.object({}),
  run: async ({ scope }) => await lastProof(scope),
});

/** One step of the walk over all shelves. Run by the system. */
export const proveSome = query({
  name: 'stock.prove-some',
  permission: proveLedger,
  input: z.object({ after: shelf.nullable(), size: z.int().min(1) }),
  run: async ({ scope }, { after, size }) => await provePage(scope, after, size),
});

/** Spans follow from the legs: where an earlier release wrote past them, they are told anew. Run by the system. */
export const repairSpans = mutation({
  name: 'stock.repair-spans',
  permission: proveLedger,
  input: z.object({
    places: z.array(z.object({ skuId: z.uuid(), locationId: z.uuid(), since: z.date() })),
  }),
  async run(ctx, { places }) {
    // In the order of all who hold levels.
    const key = ({ skuId, locationId }: StraySpan) => `${skuId} ${locationId}`;
    for (const place of places.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))) await holdPlace(ctx.tx, place);
    const touched = places.map(({ since: at, ...place }) => ({ ...place, at }));
    await keepKnown(ctx.tx, touched);
    await keepStockouts(ctx.tx, touched);
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    return {
      result: null,
      changes: [{ subject, before: null, after: { repaired: places.length } }],
      facts: skuFacts.changed([...new Set(places.map(({ skuId }) => skuId))]),
    };
  },
});

/** Keeps what a proof found; raises an issue about it once, and ends that when all adds up again. Run by the system. */
export const noteProof = mutation({
  name: 'stock.note-proof',
  permission: proveLedger,
  input: z.object({ levels: z.int(), wrong: z.array(wrongLevel) }),
  async run(ctx, { levels, wrong }) {
    const { now } = ctx;
    const before = await lastProof(ctx.tx);
    const [admin] = await adminAccounts(ctx.tx);
    // Without anybody whom an issue could be shown it is not told yet, and tried again by the next proof.
    const told = admin === undefined ? null : digestOf(wrong);
    const isNews = told !== before?.told || now.getTime() - (before?.toldAt?.getTime() ?? 0) > dayMs;
    if (told && admin && isNews) await raise(ctx, wrong, admin);
    if (wrong.length === 0 && before?.told) {
      const note = 'Every level is the sum of its movements again.';
      await resolveMatter.call(ctx, { matter, code: 'fixed', note });
    }
    const toldAt = told === null ? null : isNews ? now : (before?.toldAt ?? now);
    await keepProof(ctx.tx, { endedAt: now, levels, wrong: wrong.length, told, toldAt });
    return { result: null, changes: [] };
  },
});

async function raise(ctx: MutationContext, wrong: readonly WrongLevel[], admin: string): Promise<void> {
  const shown = wrong.slice(0, listedAtMost);
  const { skus, locations } = await namesOf(ctx.tx, shown);
  const nameOf = ({ skuId }: WrongLevel) => skus.get(skuId) ?? 'a SKU that is gone';
  const lines = shown.map((one) => {
    const level = one.level === null ? 'there is no level' : `the level is ${one.level}`;
    const place = locations.get(one.locationId) ?? 'a location that is gone';
    return `${nameOf(one)} in ${place}, ${one.bucket.replace('_', ' ')}: ${level}, its movements make ${one.legs}.`;
  });
  const rest = wrong.length - shown.length;
  const one = wrong.length === 1;
  await raiseIssue.call(ctx, {
    title: `${one ? 'A stock level is not the sum of its' : `${number(wrong.length)} stock levels are not the sum of their`} movements: ${lines[0]}`,
    details: [
      ...lines,
      ...(rest > 0 ? [`And ${number(rest)} more.`] : []),
      'Something wrote past the ledger. Find out what, and put the level right; this is done by itself once all adds up.',
    ].join('\n'),
    kind: 'system',
    severity: 'high',
    links: [...skus].slice(0, 5).map(([ref, label]) => ({ what: 'sku', ref, label, url: null })),
    source: 'stock',
    matter,
    otherwise: admin,
  });
}

/** Walks over all shelves and holds every level against its legs. `size`: the levels of the first statement. */
export async function prove(ctx: Context, size = 1_000): Promise<Proof> {
  const wrong: WrongLevel[] = [];
  let levels = 0;
  let after: Shelf | null = null;
  let take = size;
  do {
    const page: Awaited<ReturnType<typeof proveSome.call>> = await proveSome.call(ctx, { after, size: take });
    levels += page.levels;
    wrong.push(...page.wrong);
    const stray: readonly StraySpan[] = page.stray;
    if (stray.length > 0) await repairSpans.call(ctx, { places: [...stray] });
    take = size < 200 ? size : nextPage(take, page.rows);
    after = page.next;
  } while (after !== null);
  await noteProof.call(ctx, { levels, wrong });
  return { levels, wrong };
}
