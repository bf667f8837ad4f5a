import { z } from 'zod';
import { teamReaderOf } from '../../../cases/reader.ts';
import { kpis } from '../../../core/declare/kpi.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { freshnessOf } from '../../feeds/index.ts';
import type { Days } from '../days/model.ts';
import { dayShape } from '../days/shapes.ts';
import { figureOf, keepingIn, kpiByKey, partsFor, sinceOf } from '../figure/read.ts';
import { isRate } from '../figure/rules.ts';
import { generationsOf } from '../keeping/generation-store.ts';
import { type Moved, movedBy, tellsMost } from '../moved/rules.ts';
import { partNames } from '../moved/words.ts';
import { readKpis } from '../permissions.ts';
import type { TargetRow } from '../targets/model.ts';
import { aimOn, lastOf } from '../targets/rules.ts';
import { targetsOf } from '../targets/store.ts';
import type { Story } from './model.ts';
import { heldAgainst, moversOf } from './rules.ts';
import { movedWords, othersWords, postedFigure } from './words.ts';

const daysShape = { from: dayShape, to: dayShape };

/** Figures as a message says them, in the order in which they are asked for; those that are gone are left out. */
export const getPosted = query({
  name: 'kpis.posted',
  permission: readKpis,
  input: z.object({ kpis: z.array(z.string()), ...daysShape }),
  async run(ctx, { kpis: keys, from, to }): Promise<readonly PostedFigure[]> {
    const all = ctx.engine.contributions.of(kpis);
    const wanted = keys.flatMap((key) => all.find((kpi) => kpi.key === key) ?? []);
    const rows = await targetsOf(
      ctx.scope,
      wanted.map(({ key }) => key),
    );
    const heard = new Map<string, Awaited<ReturnType<typeof freshnessOf>>>();
    for (const feed of new Set(wanted.flatMap((kpi) => kpi.feed ?? [])))
      heard.set(feed, await freshnessOf(ctx.scope, feed));
    const generations = await generationsOf(ctx.scope);
    const figures: PostedFigure[] = [];
    for (const kpi of wanted) {
      const { generation } = keepingIn(generations, kpi);
      const read = { kpi, generation, rows, heard: heard.get(kpi.feed ?? '') ?? [] };
      figures.push(await postedOf(ctx, { from, to }, read));
    }
    return figures;
  },
});

interface Read {
  readonly kpi: Kpi;
  readonly generation: number;
  readonly rows: readonly TargetRow[];
  readonly heard: Awaited<ReturnType<typeof freshnessOf>>;
}

async function postedOf(
  ctx: QueryContext,
  days: Days,
  { kpi, generation, rows, heard }: Read,
): Promise<PostedFigure> {
  const today = dayIn(ctx.workspace.timeZone, ctx.now);
  const against = heldAgainst(days, today, await sinceOf(ctx, { kpi, generation }));
  return postedFigure({
    figure: await figureOf(ctx, { kpi, generation, days, cut: null }),
    before: against && (await figureOf(ctx, { kpi, generation, days: against, cut: null })),
    aim: aimOn(kpi, rows, null, lastOf(days)),
    heard,
    isCounting: generation === 0,
    today,
    reader: teamReaderOf(ctx),
  });
}

/** More dimensions are not asked: each is two statements. */
const mostSplits = 6;
const mostMovers = 2;
const mostMoved = 3;

/** What made a rate what it is, against the days that it is held against. */
export const getStory = query({
  name: 'kpis.story',
  permission: readKpis,
  input: z.object({ kpi: z.string(), ...daysShape }),
  async run(ctx, { kpi: key, from, to }): Promise<Story> {
    const kpi = kpiByKey(ctx, key);
    const days = { from, to };
    const none = { movers: [], moved: [], by: null };
    const { generation } = keepingIn(await generationsOf(ctx.scope), kpi);
    const since = await sinceOf(ctx, { kpi, generation });
    const before = heldAgainst(days, dayIn(ctx.workspace.timeZone, ctx.now), since);
    if (!isRate(kpi.measure) || !before) return none;
    const splits = [];
    for (const by of kpi.facts.dimensions.filter(({ isLarge }) => !isLarge).slice(0, mostSplits)) {
      const now = await partsFor(ctx, { kpi, generation, days }, by.name);
      const past = await partsFor(ctx, { kpi, generation, days: before }, by.name);
      const moved = movedBy(now, past);
      const tells = tellsMost(now, past);
      if (moved && tells > 0) splits.push({ by, moved, tells, nameOf: partNames({ by, now, past }) });
    }
    const [most] = splits.toSorted((a, b) => b.tells - a.tells);
    if (!most) return none;
    return {
      movers: moversOf(most.moved)
        .slice(0, mostMovers)
        .map(({ value }) => most.nameOf(value)),
      moved: movedLines(most.moved.parts, most.nameOf),
      by: most.by,
    };
  },
});

/** The parts that moved it most, and what the others come to: together they are the change. */
function movedLines(parts: readonly Moved[], nameOf: (value: string) => string): readonly string[] {
  const moving = parts.filter(({ performance, mix }) => performance !== 0n || mix !== 0n);
  const rest = moving.slice(mostMoved);
  const left = rest.reduce((sum, { performance, mix }) => sum + performance + mix, 0n);
  return [
    ...moving.slice(0, mostMoved).map((part) => movedWords(nameOf(part.value), part)),
    ...(left === 0n ? [] : [othersWords(left)]),
  ];
}
