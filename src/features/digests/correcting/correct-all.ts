import { kpis } from '../../../core/declare/kpi.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { getPosted, getTotals } from '../../kpis/index.ts';
import { correctEdition } from './correct.ts';
import { getStanding } from './get.ts';
import type { Place, Standing } from './model.ts';
import { isOutdated, isSuspect, mayChange } from './outdated.ts';

/** What was read of figures, by KPI and days: the same one stands in many posts. */
interface Read {
  readonly totals: Map<string, PostedFigure['totals'] | null>;
  readonly now: Map<string, PostedFigure | null>;
}

/**
 * Corrects every post whose figures are no longer so. Only what they are counted from is read of all of them, by many at once:
 * a figure is read anew where that is not the same any more.
 */
export async function correctAll(ctx: Context): Promise<void> {
  const read: Read = { totals: new Map(), now: new Map() };
  let after: Place | null = null;
  do {
    const page: Awaited<ReturnType<typeof getStanding.call>> = await getStanding.call(ctx, { after });
    for (const id of await outdatedIn(ctx, page.figures, read)) await correctEdition.call(ctx, { id });
    after = page.next;
  } while (after);
}

async function outdatedIn(ctx: Context, all: readonly Standing[], read: Read): Promise<ReadonlySet<string>> {
  const declared = new Map(ctx.engine.contributions.of(kpis).map((kpi) => [kpi.key, kpi]));
  const figures = all.filter(({ told, composedAt }) =>
    mayChange(declared.get(told.kpi), told, dayIn(ctx.workspace.timeZone, composedAt)),
  );
  await readTotals(ctx, figures, read);
  const outdated = new Set<string>();
  for (const { editionId, stands, tolerance } of figures) {
    const kpi = declared.get(stands.kpi);
    if (!kpi || outdated.has(editionId) || !isSuspect(stands, read.totals.get(keyOf(stands)) ?? null))
      continue;
    const now = await figureNow(ctx, stands, read);
    if (now && isOutdated(kpi, stands, now, tolerance)) outdated.add(editionId);
  }
  return outdated;
}

async function readTotals(ctx: Context, figures: readonly Standing[], { totals }: Read): Promise<void> {
  const wanted = new Map(
    figures.flatMap(({ stands: { kpi, from, to } }) => {
      const one = { kpi, from, to };
      return totals.has(keyOf(one)) ? [] : [[keyOf(one), one] as const];
    }),
  );
  if (wanted.size === 0) return;
  const counted = await getTotals.call(ctx, { figures: [...wanted.values()] });
  for (const [i, key] of [...wanted.keys()].entries()) totals.set(key, counted[i] ?? null);
}

async function figureNow(
  ctx: Context,
  { kpi, from, to }: PostedFigure,
  { now }: Read,
): Promise<PostedFigure | null> {
  const key = keyOf({ kpi, from, to });
  const known = now.get(key);
  if (known !== undefined) return known;
  const [figure = null] = await getPosted.call(ctx, { kpis: [kpi], from, to });
  now.set(key, figure);
  return figure;
}

const keyOf = ({ kpi, from, to }: Pick<PostedFigure, 'kpi' | 'from' | 'to'>) => `${kpi} ${from} ${to}`;
