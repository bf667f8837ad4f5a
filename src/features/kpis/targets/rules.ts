import { addDays } from '../../../core/time/weekdays.ts';
import type { Goal, Kpi } from '../../../core/tokens/fact.ts';
import type { Days } from '../days/model.ts';
import type { Cut, Figure } from '../figure/model.ts';
import { isRate, msOf } from '../figure/rules.ts';
import type { Aim, Aims, Coming, TargetRow, Verdict } from './model.ts';

const dayMs = 86_400_000;

/** The goal of a KPI, or of a part of it, on a day: the one that began last. A part has only what was set for it. */
export function aimOn(kpi: Kpi, rows: readonly TargetRow[], cut: Cut | null, day: string): Aim | null {
  const last = rowsOf(kpi, rows, cut).findLast(({ validFrom }) => validFrom <= day);
  if (!last) return cut === null && kpi.target ? { ...kpi.target, currency: '', since: null } : null;
  const { target, limit, currency, validFrom } = last;
  return target === null ? null : { target, limit, currency, since: validFrom };
}

/** A figure of some days is held against the goal of the last of them. */
export function aimsOf(kpi: Kpi, rows: readonly TargetRow[], days: Days, dimension: string | null): Aims {
  const day = lastOf(days);
  const parts = rows.flatMap(({ kpi: key, cut }) =>
    key === kpi.key && cut !== null && cut.dimension === dimension ? [cut] : [],
  );
  return {
    whole: aimOn(kpi, rows, null, day),
    coming: comingAfter(kpi, rows, day),
    parts: new Map(
      parts.flatMap((cut) => {
        const aim = aimOn(kpi, rows, cut, day);
        return aim ? [[cut.value, aim] as const] : [];
      }),
    ),
  };
}

function comingAfter(kpi: Kpi, rows: readonly TargetRow[], day: string): Coming | null {
  return rowsOf(kpi, rows, null).find(({ validFrom }) => validFrom > day) ?? null;
}

/** In the order of their days. */
function rowsOf(kpi: Kpi, rows: readonly TargetRow[], cut: Cut | null): readonly TargetRow[] {
  return rows
    .filter((row) => row.kpi === kpi.key && isSame(row.cut, cut))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

export function isSame(one: Cut | null, other: Cut | null): boolean {
  return one?.dimension === other?.dimension && one?.value === other?.value;
}

/** The last of some days. */
export function lastOf({ to }: Days): string {
  return addDays(to, -1);
}

/**
 * How a figure stands to a goal, exactly and not as it is printed. Null: it has no value, neither way is better, it is in
 * other money, or it is a sum of days that are not over.
 */
export function verdictOf(
  { kpi, days, totals, spread }: Pick<Figure, 'kpi' | 'days' | 'totals' | 'spread'>,
  aim: Aim | null,
  today: string,
): Verdict | null {
  const measured = aim && measuredOf(kpi, { days, totals, spread }, aim, today);
  if (!measured || kpi.good === null) return null;
  const isWorse = (goal: bigint) =>
    kpi.good === 'up' ? measured.value < goal * measured.per : measured.value > goal * measured.per;
  return {
    aim,
    ...measured,
    isMet: !isWorse(aim.target),
    isPastLimit: aim.limit !== null && isWorse(aim.limit),
  };
}

function measuredOf(
  { measure }: Kpi,
  { days, totals, spread }: Pick<Figure, 'days' | 'totals' | 'spread'>,
  { currency }: Aim,
  today: string,
): Pick<Verdict, 'value' | 'per'> | null {
  if (measure.kind === 'spread') {
    if (spread?.p50 == null) return null;
    return { value: BigInt(Math.round(spread.p50 * msOf[measure.unit])), per: 1n };
  }
  const [total] = totals;
  if (!total || totals.length > 1 || total.currency !== currency) return null;
  if (isRate(measure)) return total.d === 0n ? null : { value: total.n * 10_000n, per: total.d };
  if (measure.kind === 'standing') return { value: total.n, per: 1n };
  if (days.to > today) return null;
  return { value: total.n, per: BigInt(Math.round((Date.parse(days.to) - Date.parse(days.from)) / dayMs)) };
}

/** Whether a limit is one: worse than the target. */
export function isWorseThan(good: Kpi['good'], { target, limit }: Goal): boolean {
  return limit === null || (good === 'up' ? limit < target : limit > target);
}
