import { z } from 'zod';
import { kpis } from '../../../core/declare/kpi.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { freshnessOf } from '../../feeds/index.ts';
import type { Cut } from '../figure/model.ts';
import { namedCut } from '../figure/names.ts';
import { keepingIn } from '../figure/read.ts';
import { sumsOf } from '../figure/store.ts';
import { generationsOf } from '../keeping/generation-store.ts';
import { judgeTargetsPermission } from '../permissions.ts';
import type { TargetRow } from '../targets/model.ts';
import { aimOn, isSame, lastOf } from '../targets/rules.ts';
import { targetsOf } from '../targets/store.ts';
import { begin, end, endUnjudged, goOn, pause } from './issue.ts';
import type { Breach, Judged, Watched } from './model.ts';
import { fewestJudged, stepOf, windowsOf } from './rules.ts';
import { holdBreaches } from './store.ts';

/**
 * Holds every share that has a target, and each part that has one of its own, against the target of the last day that is
 * judged: raises one issue for each that is worse beyond doubt, keeps it up to date, and ends it. What is told by a feed that is
 * silent neither begins nor ends; only shares have an interval, so only they are judged, and what is
 * none any more ends. Answers how many began.
 */
export const judgeTargets = mutation({
  name: 'kpis.judge',
  permission: judgeTargetsPermission,
  input: z.object({}),
  async run(ctx) {
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    const all = ctx.engine.contributions.of(kpis);
    const shares = all
      .filter(({ measure, good }) => measure.kind === 'share' && good !== null)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const known = await holdBreaches(ctx.tx);
    for (const one of known)
      if (one.endedAt === null && !shares.some(({ key }) => key === one.kpi))
        await endUnjudged(ctx, one, all.find(({ key }) => key === one.kpi) ?? null);
    const rows = await targetsOf(
      ctx.tx,
      shares.map(({ key }) => key),
    );
    const silent = await silentAmong(ctx, shares);
    const generations = await generationsOf(ctx.tx);
    let begun = 0;
    for (const watched of shares.flatMap((kpi) => watchedOf(kpi, rows, known, today))) {
      const one = { ...watched, cut: await namedCut(ctx, watched.kpi, watched.cut) };
      const { generation } = keepingIn(generations, one.kpi);
      if (silent.has(one.kpi.feed ?? '')) await pause(ctx, one);
      else if (generation > 0 && (await judge(ctx, one, generation, today)) === 'begin') begun += 1;
    }
    return { result: { begun }, changes: [] };
  },
});

/** The whole and the parts of a KPI that have a target, or had one when they were found beyond it. */
function watchedOf(
  kpi: Kpi,
  rows: readonly TargetRow[],
  known: readonly Breach[],
  today: string,
): readonly Watched[] {
  const [judged] = windowsOf(kpi, today);
  const named = [...rows, ...known].flatMap((one) => (one.kpi === kpi.key && one.cut ? [one.cut] : []));
  const cuts = named
    .filter((cut, i) => named.findIndex((one) => isSame(one, cut)) === i)
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return [null, ...cuts].flatMap((cut) => {
    const aim = judged ? aimOn(kpi, rows, cut, lastOf(judged)) : null;
    const last = known.find((one) => one.kpi === kpi.key && isSame(one.cut, cut)) ?? null;
    return aim !== null || last?.endedAt === null ? [{ kpi, cut, aim, known: last }] : [];
  });
}

/** Two replicas come to them in one order. */
const placeOf = ({ dimension, value }: Cut) => `${dimension}\n${value}`;

/** The kinds of feeds of which one is silent: a figure without it is another figure. */
async function silentAmong(ctx: MutationContext, shares: readonly Kpi[]): Promise<ReadonlySet<string>> {
  const silent = new Set<string>();
  for (const feed of new Set(shares.flatMap((kpi) => kpi.feed ?? []))) {
    const heard = await freshnessOf(ctx.tx, feed);
    if (heard.some(({ silentSince }) => silentSince !== null)) silent.add(feed);
  }
  return silent;
}

async function judge(ctx: MutationContext, one: Watched, generation: number, today: string) {
  const judged = await judgedOf(ctx, one, generation, today);
  const step = stepOf(one, judged);
  if (step === 'begin') return (await begin(ctx, one, judged)) ? step : 'wait';
  if (step === 'go on') await goOn(ctx, one, judged);
  if (step === 'end') await end(ctx, one, judged);
  return step;
}

async function judgedOf(
  { tx }: MutationContext,
  { kpi, cut }: Watched,
  generation: number,
  today: string,
): Promise<Judged> {
  let last: Judged | null = null;
  for (const days of windowsOf(kpi, today)) {
    const [total] = (await sumsOf(tx, { kpi, generation, days, cut })).totals;
    last = { days, n: total?.n ?? 0n, d: total?.d ?? 0n };
    if (last.d >= fewestJudged) break;
  }
  if (!last) throw new Error('A KPI is judged over some days.');
  return last;
}
