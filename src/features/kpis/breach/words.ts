import { number } from '../../../core/text/quantity.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { daysWords, valueWords } from '../card/words.ts';
import type { Days } from '../days/model.ts';
import type { Cut } from '../figure/model.ts';
import { wilson } from '../figure/rules.ts';
import type { Aim } from '../targets/model.ts';
import { aimWords, cutWords, goalWords } from '../targets/words.ts';
import type { Breach, Judged } from './model.ts';
import { isSevere } from './rules.ts';

const longestPart = 40;

/** "On-time delivery", "On-time delivery, carrier DHL". */
export function breachName(kpi: Kpi, cut: Cut | null): string {
  if (cut === null) return kpi.name;
  const part = cutWords(kpi, cut);
  return `${kpi.name}, ${part.length > longestPart ? `${part.slice(0, longestPart - 1)}…` : part}`;
}

/** "90.0 % of 100", "no data". */
function shareWords(kpi: Kpi, { n, d }: Pick<Judged, 'n' | 'd'>): string {
  const value = valueWords(kpi, { totals: [{ n, d, currency: '' }], spread: null });
  return value === null ? 'no data' : `${value} of ${number(Number(d))}`;
}

/** "in the last 7 days": those that are over. */
function spanWords({ from, to }: Days): string {
  return `in the last ${Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)} days`;
}

/** "between 82.6 % and 94.5 %" */
function intervalOf({ n, d }: Pick<Judged, 'n' | 'd'>): string | null {
  const interval = wilson(n, d);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return interval && `between ${percent(interval.low)} and ${percent(interval.high)}`;
}

/** What its issue says while it lasts. */
export function breachWords(
  { kpi, cut, aim }: { readonly kpi: Kpi; readonly cut: Cut | null; readonly aim: Aim },
  judged: Judged,
  now: Date,
): { readonly title: string; readonly details: string } {
  const side = kpi.good === 'up' ? 'under' : 'over';
  const goal = goalWords(kpi, aim.target, '');
  const limit =
    aim.limit !== null && isSevere({ kpi, aim }, judged)
      ? ` It is ${side} the limit of ${goalWords(kpi, aim.limit, '')} too.`
      : '';
  const interval = intervalOf(judged);
  const finding = `${breachName(kpi, cut)} ${shareWords(kpi, judged)} ${spanWords(judged.days)}, ${side} the target of ${goal}`;
  return {
    title: interval === null ? finding : `${finding}: with 95 % certainty ${interval}`,
    details: [
      `${number(Number(judged.n))} of ${number(Number(judged.d))}, ${kpi.anchor.words} ${daysWords(judged.days, now)}: ${kpi.formula}.`,
      `The target is ${aimWords(kpi, aim, now)}.${limit}`,
      'Chance alone does not explain it. I look every hour, and this issue ends by itself once the target is within reach again.',
    ].join(' '),
  };
}

/** Why it has ended. */
export function clearedWords(
  { kpi, cut, aim }: { readonly kpi: Kpi; readonly cut: Cut | null; readonly aim: Aim | null },
  known: Breach,
  judged: Judged,
): string {
  const name = breachName(kpi, cut);
  if (aim === null) return `${name} has no target any more.`;
  const goal = goalWords(kpi, aim.target, '');
  if (aim.target !== known.target) return `The target of ${name} is ${goal} now.`;
  const interval = intervalOf(judged);
  if (interval === null) return `${name}: nothing counts for it any more ${spanWords(judged.days)}.`;
  return `${name} ${shareWords(kpi, judged)} ${spanWords(judged.days)}: with 95 % certainty ${interval}, so the target of ${goal} is within reach.`;
}

/** Why it has ended although nobody knows how it stands. */
export function unjudgedWords({ kpi: key, cut }: Breach, kpi: Kpi | null): string {
  return kpi
    ? `${breachName(kpi, cut)} is no share any more that has a better side: nobody holds it against a target.`
    : `The figure "${key}" is not counted here any more: its definition is gone, so nobody can hold it against a target.`;
}

/** How it stands, for the card of its issue: "90.0 % of 100", "cleared", "paused: a feed is silent". */
export function breachStands(kpi: Kpi, breach: Breach): string {
  if (breach.endedAt !== null) return 'cleared';
  return breach.paused ? 'paused: what tells it is silent' : shareWords(kpi, breach);
}

/** A breach has one issue at a time. */
export const matterOfBreach = ({ id }: Pick<Breach, 'id'>) => `kpis.breach ${id}`;
