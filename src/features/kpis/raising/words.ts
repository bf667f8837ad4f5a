import type { Reader } from '../../../core/time/reader.ts';
import { targetText } from '../card/target-words.ts';
import { behindWords, figureName, leftOutWords, valueWords, whenWords } from '../card/words.ts';
import type { Answer } from '../figure/model.ts';
import type { Aims } from '../targets/model.ts';

/** "On-time delivery, carrier DHL: 86.0 %, 3 Feb to 4 Mar", and what stands behind it. */
export function issueWords(answer: Answer, aims: Aims, { now }: Reader) {
  const { figure, today } = answer;
  const { kpi, days } = figure;
  const when = whenWords(kpi, days, today, now);
  const behind = behindWords(kpi, figure);
  const left = leftOutWords(figure);
  const value = `${figureName(figure)}: ${valueWords(kpi, figure) ?? 'no data'}`;
  return {
    title: `${value}, ${when}`,
    details: [
      `${value}${targetText(answer, aims)}.`,
      `${when}, ${kpi.anchor.words}${behind === null ? '' : `: ${behind}`}${left === null ? '' : `; ${left}`}.`,
      `Counted: ${kpi.formula}.`,
    ].join('\n'),
  };
}
