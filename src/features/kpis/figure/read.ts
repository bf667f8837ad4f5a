import { kpis, lackingKpis } from '../../../core/declare/kpi.ts';
import type { Context, QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { daysAgainst } from '../days/against.ts';
import type { Days } from '../days/model.ts';
import { allDays } from '../days/period.ts';
import { generationsOf } from '../keeping/generation-store.ts';
import type { Generation } from '../keeping/model.ts';
import { isOfLasting } from '../keeping/rules.ts';
import { readKpis } from '../permissions.ts';
import type { Answer, Cut, Figure, Keeping, Part, Total, Wanted } from './model.ts';
import { namedCut, namesOf } from './names.ts';
import { type Asking, lastingTotals } from './running.ts';
import { firstBegun } from './running-store.ts';
import { figureShape } from './shapes.ts';
import { splitsOf } from './splits.ts';
import { spreadOf } from './spread-store.ts';
import { partsOf, reachOf, sumsOf } from './store.ts';

export function kpiByKey({ engine }: Pick<Context, 'engine'>, key: string): Kpi {
  const found = engine.contributions.of(kpis).find((one) => one.key === key);
  if (!found)
    throw new Refusal('not-found', 'That KPI is not known here any more.', { next: 'Look at `/kpi list`.' });
  return found;
}

/** All that can be asked for by name, also what cannot be said yet. */
export function allKpis({ engine }: Pick<Context, 'engine'>) {
  return [...engine.contributions.of(kpis), ...engine.contributions.of(lackingKpis)];
}

/** A KPI of some days, with what it is held against and its parts by a dimension. */
export const getFigure = query({
  name: 'kpis.figure',
  permission: readKpis,
  input: figureShape,
  async run(ctx, { kpi: key, from, to, by, versus, cut: part }): Promise<Answer> {
    const kpi = kpiByKey(ctx, key);
    if (part) demandDimension(kpi, part.dimension);
    const cut = await namedCut(ctx, kpi, part ?? null);
    const keeping = await keepingOf(ctx, kpi);
    const { generation } = keeping;
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    const asked = await daysMeant(ctx, { kpi, generation, days: { from, to } });
    const against = versus === null ? null : daysAgainst(asked, versus, today);
    const figure = await figureOf(ctx, { kpi, generation, days: asked, cut });
    return {
      figure,
      before: against && (await figureOf(ctx, { kpi, generation, days: against, cut })),
      versus,
      since: await sinceOf(ctx, { kpi, generation }),
      splits: await splitsOf(ctx, { kpi, generation, days: asked }),
      parts:
        by === null || (cut && isOfLasting(kpi))
          ? null
          : {
              by: demandDimension(kpi, by),
              all: await partsFor(ctx, { kpi, generation, days: asked, cut }, by),
            },
      keeping,
      told: figure.excluded.length > 0 ? await toldOf(ctx, { kpi, generation, days: asked, cut }) : null,
      heard: kpi.feed === null ? null : await freshnessOf(ctx.scope, kpi.feed),
      today,
    };
  },
});

/** Of all durations, those that are faults included. */
async function toldOf({ scope }: Asking, wanted: Wanted): Promise<Answer['told']> {
  const { measure } = wanted.kpi;
  if (measure.kind !== 'spread' || !measure.told) return null;
  const kpi = { ...wanted.kpi, measure: { ...measure, of: measure.told } };
  return await spreadOf(scope, { ...wanted, kpi });
}

export function demandDimension({ facts }: Kpi, name: string) {
  const found = facts.dimensions.find((one) => one.name === name);
  if (!found) throw new Refusal('invalid', 'That KPI cannot be split so any more.', { next: 'Ask again.' });
  return found;
}

/** All days are those with anything in them; of what goes on, until today. */
export async function daysMeant(
  { scope, workspace, now }: Asking,
  { kpi, generation, days }: Omit<Wanted, 'cut'>,
): Promise<Days> {
  if (days.from !== allDays.from && days.to !== allDays.to) return days;
  const reach = await reachOf(scope, { kpi, generation });
  if (!reach) return days;
  const last = isOfLasting(kpi) ? dayIn(workspace.timeZone, now) : reach.last;
  return {
    from: days.from === allDays.from ? reach.first : days.from,
    to: days.to === allDays.to ? addDays(last, 1) : days.to,
  };
}

/** The first day of which anything was ever told; null: none is. */
export async function sinceOf(
  { scope }: Pick<Asking, 'scope'>,
  wanted: Pick<Wanted, 'kpi' | 'generation'>,
): Promise<string | null> {
  if (isOfLasting(wanted.kpi)) return await firstBegun(scope, wanted);
  return (await reachOf(scope, wanted))?.first ?? null;
}

export async function figureOf(ctx: Asking, wanted: Wanted & { readonly cut: Cut | null }): Promise<Figure> {
  const { kpi, days, cut } = wanted;
  if (isOfLasting(kpi)) {
    const there = await lastingTotals(ctx, { ...wanted, dimension: '' });
    return { kpi, days, cut, totals: there.map(({ total }) => total), excluded: [], spread: null };
  }
  const { totals, excluded } = await sumsOf(ctx.scope, wanted);
  const spread = kpi.measure.kind === 'spread' ? await spreadOf(ctx.scope, wanted) : null;
  return { kpi, days, cut, totals, excluded, spread };
}

/** Of all, where no part is named. */
type PartsWanted = Omit<Wanted, 'cut'> & Partial<Pick<Wanted, 'cut'>>;

/** A KPI of some days by a dimension: each value with its totals. */
export async function partsFor(
  ctx: Asking & Pick<QueryContext, 'engine'>,
  { cut = null, ...whole }: PartsWanted,
  dimension: string,
): Promise<readonly Part[]> {
  const wanted = { ...whole, cut };
  const parts = await valuesFor(ctx, wanted, dimension);
  const values = parts.map(({ value }) => value);
  const names = await namesOf(ctx, wanted.kpi, dimension, values);
  return parts.map((part) => {
    const name = names.get(part.value);
    return name === undefined ? part : { ...part, name };
  });
}

async function valuesFor(ctx: Asking, wanted: Wanted, dimension: string): Promise<readonly Part[]> {
  if (!isOfLasting(wanted.kpi)) return await partsOf(ctx.scope, wanted, dimension);
  const there = await lastingTotals(ctx, { ...wanted, dimension });
  return there
    .map(({ value, total }) => ({ value, totals: [total], spread: null }))
    .toSorted((a, b) => compareSizes(b.totals[0], a.totals[0]) || (a.value < b.value ? -1 : 1));
}

function compareSizes(one: Total | undefined, other: Total | undefined): number {
  return Number((one?.n ?? 0n) - (other?.n ?? 0n));
}

/** Which generation is read, and whether it has everything. */
export async function keepingOf(ctx: QueryContext, kpi: Kpi): Promise<Keeping> {
  return keepingIn(await generationsOf(ctx.scope), kpi);
}

export function keepingIn(generations: readonly Generation[], kpi: Kpi): Keeping {
  const of = generations.find(({ family }) => family === kpi.facts.family.id);
  return {
    generation: of?.generation ?? 0,
    isBuilding: of === undefined ? false : of.building !== null,
    walked: of?.walked ?? 0,
  };
}
