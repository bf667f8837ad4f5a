import { decimal, money } from '../../../core/text/money.ts';
import { count } from '../../../core/text/sentence.ts';
import { calendarDay, secondsWords } from '../../../core/time/spans.ts';
import type { Kpi, SumUnit } from '../../../core/tokens/fact.ts';
import type { Cut } from '../figure/model.ts';
import { isRate, isSimple, msOf } from '../figure/rules.ts';
import { durationWords, pointsWords } from '../figure/words.ts';
import type { Aim, Coming, TargetRow, Verdict } from './model.ts';

const [hourMs, dayMs] = [3_600_000, 86_400_000];
const nameOf = (unit: SumUnit) => (unit === 'unit' ? 'piece' : unit);
/** Sums are held against what they are a day; what waits at a moment is not. */
const eachDay = ({ kind }: Kpi['measure']) => (kind === 'sum' ? ' a day' : '');

/** "95 %", "98.55 %", "36 h", "1.5 days", "3 issues a day", "€1,200.00 a day": a goal, exactly. */
export function goalWords({ measure }: Kpi, goal: bigint, currency: string): string {
  if (isRate(measure)) return `${Number(goal) / 100} %`;
  if (isSimple(measure))
    return `${measure.unit === 'money' ? money(goal, currency) : count(Number(goal), nameOf(measure.unit))}${eachDay(measure)}`;
  const ms = Number(goal);
  if (measure.unit === 's' && ms < 2 * hourMs) return secondsWords(ms / 1_000);
  const inDays = measure.unit === 'days' || ms >= 4 * dayMs;
  const size = ms / (inDays ? dayMs : hourMs);
  // What no short decimal says is said in its parts.
  if (!Number.isInteger(size * 100)) return secondsWords(ms / 1_000);
  return inDays ? `${size} ${size === 1 ? 'day' : 'days'}` : `${size} h`;
}

/** "1.4 points under the target of 95 %", "on the target of 24 h", and ", beyond the limit of 93 %". */
export function verdictWords(kpi: Kpi, { aim, value, per, isPastLimit }: Verdict): string {
  const { target, limit, currency } = aim;
  const by = value - target * per;
  const goal = goalWords(kpi, target, currency);
  const size = distanceWords(kpi, by < 0n ? -by : by, per, currency);
  const side = by < 0n ? 'under' : 'over';
  const stands =
    by === 0n ? `on the target of ${goal}` : `${size === null ? 'just' : size} ${side} the target of ${goal}`;
  return isPastLimit && limit !== null
    ? `${stands}, beyond the limit of ${goalWords(kpi, limit, currency)}`
    : stands;
}

/** "1.4 points": so far apart; null: less than is printed. */
function distanceWords({ measure }: Kpi, by: bigint, per: bigint, currency: string): string | null {
  const rounded = (unit: bigint) => (2n * by + per * unit) / (2n * per * unit);
  if (isRate(measure)) {
    const tenths = rounded(10n);
    return tenths === 0n ? null : `${pointsWords(tenths)} points`;
  }
  if (isSimple(measure)) {
    if (measure.unit === 'money')
      return rounded(1n) === 0n ? null : `${money(rounded(1n), currency)}${eachDay(measure)}`;
    const tenths = (20n * by + per) / (2n * per);
    return tenths === 0n ? null : `${pointsWords(tenths)}${eachDay(measure)}`;
  }
  const ms = Number(by / per);
  const isNone = ms * 20 < { days: dayMs, ms: hourMs, s: 1_000 }[measure.unit];
  return isNone ? null : durationWords(measure.unit, ms / msOf[measure.unit]);
}

/** "target missed: 95 %, our default, and the limit of 93 % is passed". */
export function standingWords(kpi: Kpi, { aim, isMet, isPastLimit }: Verdict, now: Date): string {
  const limit =
    isPastLimit && aim.limit !== null
      ? `, and the limit of ${goalWords(kpi, aim.limit, aim.currency)} is passed`
      : '';
  return `target ${isMet ? 'met' : 'missed'}: ${aimWords(kpi, aim, now)}${limit}`;
}

/** "95 %, our default", "97 % since 5 Mar". */
export function aimWords(kpi: Kpi, { target, currency, since }: Aim, now: Date): string {
  const goal = goalWords(kpi, target, currency);
  return since === null ? `${goal}, our default` : `${goal} since ${calendarDay(new Date(since), now)}`;
}

/** "97 % from 5 Mar", "no target from 5 Mar". */
export function comingWords(
  kpi: Kpi,
  { validFrom, target, limit, currency }: Coming | TargetRow,
  now: Date,
): string {
  const goal = target === null ? 'no target' : goalWords(kpi, target, currency);
  const most = limit === null ? '' : `, limit ${goalWords(kpi, limit, currency)}`;
  return `${goal}${most} from ${calendarDay(new Date(validFrom), now)}`;
}

/** A goal as somebody would type it, so that it is read again as the same. */
export function goalTyped(kpi: Kpi, goal: bigint, currency: string): string {
  if (!isSimple(kpi.measure)) return goalWords(kpi, goal, currency);
  return kpi.measure.unit === 'money' ? `${decimal(goal, currency)} ${currency}` : String(goal);
}

/** "carrier DHL". */
export function cutWords(kpi: Kpi, { dimension, value, name = value }: Cut): string {
  const title = kpi.facts.dimensions.find(({ name }) => name === dimension)?.title ?? dimension;
  return `${title} ${name}`;
}
