import type { QueryContext } from '../../../core/runtime/context.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { endOfDay } from '../../../core/time/wall-clock.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Days } from '../days/model.ts';
import { seriesOf } from '../keeping/rules.ts';
import type { Cut, Total } from './model.ts';
import { hasBegun, type Running, type RunningWanted, runningAt, turnsOf } from './running-store.ts';

/** Who asks, and when. */
export type Asking = Pick<QueryContext, 'scope' | 'workspace' | 'now'>;

/** Of facts that last: which, in which days. */
export interface Lasting {
  readonly kpi: Kpi;
  readonly generation: number;
  readonly days: Days;
  /** Empty: all together. */
  readonly dimension: string;
  readonly cut: Cut | null;
}

const none: Running = { count: 0n, offset: 0n };

/**
 * By value of the dimension what goes on when the days end, or now; of a share of time, how much of how much it was in them, in
 * milliseconds. What was never there has no total.
 */
export async function lastingTotals(
  ctx: Asking,
  wanted: Lasting,
): Promise<readonly { readonly value: string; readonly total: Total }[]> {
  const { kpi, days } = wanted;
  const end = momentOf(ctx, days.to);
  const [of, among] = seriesOf(kpi);
  const at = async (series: RunningWanted['series'], { day, until }: Moment) =>
    await runningAt(ctx.scope, { ...wanted, series }, day, until);
  if (!of) return [];
  const running = await at(of, end);
  if (!among) {
    const there = [...running].flatMap(([value, { count }]) =>
      count === 0n ? [] : [{ value, total: { n: count, d: 0n, currency: '' } }],
    );
    // None is a figure where anything was ever told, and no part of one.
    const isNone = there.length === 0 && wanted.dimension === '' && (await hasBegun(ctx.scope, wanted, end));
    return isNone ? [{ value: '', total: { n: 0n, d: 0n, currency: '' } }] : there;
  }
  const begin = momentOf(ctx, days.from);
  const [before, all, allBefore] = [await at(of, begin), await at(among, end), await at(among, begin)];
  return [...all].flatMap(([value, there]) => {
    const d = lasted(there, end) - lasted(allBefore.get(value) ?? none, begin);
    const n = lasted(running.get(value) ?? none, end) - lasted(before.get(value) ?? none, begin);
    return d === 0n ? [] : [{ value, total: { n, d, currency: '' } }];
  });
}

/** The totals of each day until today. */
export async function lastingByDay(
  ctx: Asking,
  { kpi, generation, days, cut }: Omit<Lasting, 'dimension'>,
): Promise<readonly { readonly day: string; readonly n: bigint; readonly d: bigint }[]> {
  const today = dayIn(ctx.workspace.timeZone, ctx.now);
  const end = days.to > today ? addDays(today, 1) : days.to;
  if (days.from >= end) return [];
  const series = await Promise.all(
    seriesOf(kpi).map(async (one) => {
      const wanted = { kpi, series: one, generation, dimension: '', cut };
      return {
        before: (await runningAt(ctx.scope, wanted, days.from, null)).get('') ?? none,
        turns: await turnsOf(ctx.scope, wanted, { from: days.from, to: end }),
        now: end > today ? await runningAt(ctx.scope, wanted, today, ctx.now) : null,
      };
    }),
  );
  const all: { day: string; n: bigint; d: bigint }[] = [];
  const running = series.map(({ before }) => before);
  for (let day = days.from; day < end; day = addDays(day, 1)) {
    const [begin, done] = [momentOf(ctx, day), momentOf(ctx, addDays(day, 1))];
    const of = series.map(({ turns, now }, i) => {
      const past = running[i] ?? none;
      const there = day === today ? (now?.get('') ?? none) : added(past, turns.get(day) ?? none);
      running[i] = there;
      return { count: there.count, ms: lasted(there, done) - lasted(past, begin) };
    });
    const [n, d] = of;
    if (d === undefined) all.push({ day, n: n?.count ?? 0n, d: 0n });
    else all.push({ day, n: n?.ms ?? 0n, d: d.ms });
  }
  return all;
}

interface Moment {
  /** What began and ended before this day has. */
  readonly day: string;
  /** And on it, before this moment. */
  readonly until: Date | null;
  readonly at: Date;
}

/** When a day of the business begins, or now where that is to come. */
export function momentOf({ workspace: { timeZone }, now }: Asking, day: string): Moment {
  const today = dayIn(timeZone, now);
  if (day > today) return { day: today, until: now, at: now };
  return { day, until: null, at: endOfDay(timeZone, addDays(day, -1)) };
}

const lasted = ({ count, offset }: Running, { at }: Moment) => count * BigInt(at.getTime()) + offset;

const added = (one: Running, other: Running): Running => ({
  count: one.count + other.count,
  offset: one.offset + other.offset,
});
