import { z } from 'zod';
import { teamReaderOf } from '../../../cases/reader.ts';
import { kpis } from '../../../core/declare/kpi.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { everyFeed, type Kpi } from '../../../core/tokens/fact.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { silenceWords } from '../card/heard-words.ts';
import type { Days } from '../days/model.ts';
import { dayShape } from '../days/shapes.ts';
import { isReadFromFacts } from '../figure/fact-sums-store.ts';
import { figureOf, keepingIn } from '../figure/read.ts';
import { generationsOf } from '../keeping/generation-store.ts';
import { isOfLasting } from '../keeping/rules.ts';
import { readKpis } from '../permissions.ts';
import { keptSums } from './store.ts';

interface Recounted extends Days {
  readonly kpi: Kpi;
  readonly generation: number;
}

/**
 * What many figures are counted from now, in their order: for whoever looks often whether what was posted still holds. Null: it
 * cannot be said now, since it is not counted yet or whoever tells of it is silent.
 */
export const getTotals = query({
  name: 'kpis.totals',
  permission: readKpis,
  input: z.object({ figures: z.array(z.object({ kpi: z.string(), from: dayShape, to: dayShape })) }),
  async run(ctx, { figures }): Promise<readonly (PostedFigure['totals'] | null)[]> {
    const isSilent = await silenceIn(ctx);
    const generations = await generationsOf(ctx.scope);
    const all = new Map(ctx.engine.contributions.of(kpis).map((kpi) => [kpi.key, kpi]));
    const wanted = figures.map(({ kpi: key, from, to }): Recounted | null => {
      const kpi = all.get(key);
      if (!kpi || isSilent(kpi)) return null;
      const { generation } = keepingIn(generations, kpi);
      return generation === 0 ? null : { kpi, generation, from, to };
    });
    const kept = wanted.filter((one) => one !== null && isKept(one.kpi)) as readonly Recounted[];
    const sums = await keptSums(
      ctx.scope,
      kept.map(({ kpi, ...rest }) => ({ ...rest, kpi: kpi.key })),
    );
    const totals: (PostedFigure['totals'] | null)[] = [];
    for (const one of wanted) {
      if (one === null) totals.push(null);
      else if (isKept(one.kpi)) totals.push([...(sums[kept.indexOf(one)] ?? [])]);
      else totals.push(await totalsOf(ctx, one));
    }
    return totals;
  },
});

/** Whether days keep the sums that it is made of. */
function isKept(kpi: Kpi): boolean {
  return !isOfLasting(kpi) && !isReadFromFacts(kpi, undefined);
}

async function totalsOf(
  ctx: QueryContext,
  { kpi, generation, from, to }: Recounted,
): Promise<PostedFigure['totals']> {
  const { totals } = await figureOf(ctx, { kpi, generation, days: { from, to }, cut: null });
  return totals.map(({ n, d, currency }) => ({ n: String(n), d: String(d), currency }));
}

async function silenceIn(ctx: QueryContext): Promise<(kpi: Kpi) => boolean> {
  const heard = await freshnessOf(ctx.scope, everyFeed);
  const reader = teamReaderOf(ctx);
  return (kpi) =>
    kpi.feed !== null &&
    silenceWords(
      kpi,
      heard.filter(({ kind }) => kpi.feed === everyFeed || kind === kpi.feed),
      reader,
    ) !== '';
}
