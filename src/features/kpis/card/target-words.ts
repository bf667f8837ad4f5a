import type { Answer, Part } from '../figure/model.ts';
import type { Aims } from '../targets/model.ts';
import { verdictOf } from '../targets/rules.ts';
import { aimWords, comingWords, goalWords, standingWords, verdictWords } from '../targets/words.ts';

/** ", 1.4 points under the target of 95 %"; empty: there is none, or no value. */
export function targetText({ figure, today, keeping }: Answer, aims: Aims): string {
  const verdict = keeping.generation === 0 ? null : verdictOf(figure, aims.whole, today);
  return verdict ? `, ${verdictWords(figure.kpi, verdict)}` : '';
}

/** "target missed: 95 %, our default", "limit 93 %", "97 % from 5 Mar". */
export function targetFacts({ figure, today }: Answer, aims: Aims, now: Date): readonly string[] {
  const { kpi } = figure;
  const { whole, coming } = aims;
  const verdict = verdictOf(figure, whole, today);
  return [
    ...(verdict
      ? [standingWords(kpi, verdict, now)]
      : whole && kpi.good !== null
        ? [`target ${aimWords(kpi, whole, now)}`]
        : []),
    ...(whole?.limit != null && !verdict?.isPastLimit
      ? [`limit ${goalWords(kpi, whole.limit, whole.currency)}`]
      : []),
    ...(coming ? [`target ${comingWords(kpi, coming, now)} on`] : []),
  ];
}

/** "missed: 5.0 points under the target of 95 %"; empty: the part has none of its own. */
export function partTargetWords({ figure, today }: Answer, aims: Aims, part: Part): string {
  const verdict = verdictOf({ ...figure, ...part }, aims.parts.get(part.value) ?? null, today);
  if (!verdict) return '';
  return `${verdict.isMet ? 'met' : 'missed'}: ${verdictWords(figure.kpi, verdict)}`;
}
