import { z } from 'zod';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { count } from '../../../core/text/sentence.ts';
import { calendarDay } from '../../../core/time/spans.ts';
import { raiseIssue, resolveMatter } from '../../issues/index.ts';
import { adminAccounts } from '../../people/index.ts';
import { codesOfSkus } from '../../stock/index.ts';
import { proveDemandPermission as permission } from '../permissions.ts';
import type { SkuDay, WrongDay } from './model.ts';
import { differenceOf } from './rules.ts';
import { type Page, provePage, recount } from './store.ts';

const matter = 'orders.demand-proof';
const listedAtMost = 20;
/** A page's lines are read twice and its days written once: on the embedded database nobody else is served meanwhile. */
const linesAtOnce = 5_000;

const skuDay = z.object({ skuId: z.uuid(), day: z.iso.date() });
const pieces = z.object({ ordered: z.number(), cancelled: z.number(), shipped: z.number() });
const wrongDay = skuDay.extend({ kept: pieces.nullable(), lines: pieces.nullable() });

/** One step of the walk over all days. Run by the system. */
export const proveSomeDemand = query({
  name: 'orders.prove-some-demand',
  permission,
  input: z.object({ after: skuDay.nullable(), size: z.int().min(1) }),
  run: async ({ scope, workspace }, { after, size }) =>
    await provePage(scope, workspace.timeZone, after, size),
});

/** Counts days anew from their lines. Run by the system. */
export const mendDemand = mutation({
  name: 'orders.mend-demand',
  permission,
  timeout: 60_000,
  input: z.object({ days: z.array(wrongDay).min(1) }),
  async run({ tx, workspace }, { days }) {
    await recount(tx, workspace.timeZone, days);
    const subject = { kind: 'workspace', id: workspace.id };
    const after = { recounted: days.length, first: days.slice(0, listedAtMost) };
    return { result: null, changes: [{ subject, before: null, after }] };
  },
});

/** Tells the admins of what a proof found and mended; ends that when a proof finds nothing. Run by the system. */
export const noteDemandProof = mutation({
  name: 'orders.note-demand-proof',
  permission,
  input: z.object({ found: z.int(), named: z.array(wrongDay).max(listedAtMost) }),
  async run(ctx, { found, named }) {
    if (found > 0) await raise(ctx, found, named);
    else {
      const note = 'Demand by day is the sum of the orders again.';
      await resolveMatter.call(ctx, { matter, code: 'fixed', note });
    }
    return { result: null, changes: [] };
  },
});

async function raise(ctx: MutationContext, found: number, named: readonly WrongDay[]): Promise<void> {
  const [admin] = await adminAccounts(ctx.tx);
  // What was mended stands in the audit log all the same.
  if (admin === undefined) return;
  const ids = [...new Set(named.map(({ skuId }) => skuId))];
  const codes = await codesOfSkus(ctx.tx, ids);
  const lines = named.map(({ skuId, day, kept, lines }) => {
    const on = calendarDay(new Date(day), ctx.now);
    return `${codes.get(skuId) ?? 'a SKU that is gone'} on ${on}: ${differenceOf(kept, lines)}`;
  });
  const rest = found - named.length;
  const what = found === 1 ? 'a day' : count(found, 'day');
  await raiseIssue.call(ctx, {
    title: `Demand of ${what} was not the sum of its orders, and was counted anew: ${lines[0]}.`,
    details: [
      ...lines.map((line) => `${line}.`),
      ...(rest > 0 ? [`And ${count(rest, 'other day')}.`] : []),
      'Stock cards show the right numbers by now. Something wrote order lines past the import, or an older release did beside this one. Find out what; this is done by itself once a night finds nothing.',
    ].join('\n'),
    kind: 'system',
    severity: 'normal',
    links: [...codes].slice(0, 5).map(([ref, label]) => ({ what: 'sku', ref, label, url: null })),
    source: 'orders',
    matter,
    otherwise: admin,
  });
}

/**
 * Walks over all days, holds each against its order lines, and counts anew those that differ: so it is also what
 * rebuilds them all, should the shop's time zone ever become another. `size`: the lines of a step.
 */
export async function proveDemand(
  ctx: Context,
  size = linesAtOnce,
): Promise<{ readonly days: number; readonly found: number }> {
  const named: WrongDay[] = [];
  let [days, found] = [0, 0];
  let after: SkuDay | null = null;
  do {
    const page: Page = await proveSomeDemand.call(ctx, { after, size });
    const { wrong } = page;
    if (wrong.length > 0) await mendDemand.call(ctx, { days: [...wrong] });
    days += page.days;
    found += wrong.length;
    named.push(...wrong.slice(0, listedAtMost - named.length));
    after = page.last;
  } while (after !== null);
  await noteDemandProof.call(ctx, { found, named });
  return { days, found };
}
