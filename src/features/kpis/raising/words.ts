import type { Reader } from '../../../core/time/reader.ts';
import { countedWords } from '../card/since-words.ts';
import { targetText } from '../card/target-words.ts';
import { behindWords, figureName, leftOutWords, valueWords, whenWords } from '../card/words.ts';
import type { Answer } from '../figure/model.ts';
import type { Aims } from '../targets/model.ts';

/** "On-time delivery, carrier DHL: 86.0 %, 3 Feb to 4 Mar", and what stands behind it. */
export function issueWords(answer: Answer, aims: Aims, { now }: Reader) {
  const { figure, today, since } = answer;
  const { kpi, days } = figure;
  const when = whenWords(kpi, days, today, now);
  const behind = behindWords(kpi, figure);
  const left = leftOutWords(figure);
  const value = `${figureName(figure)}: ${valueWords(kpi, figure) ?? 'no data'}`;
  return {
    title: `${value}, ${when}`,
    details: [
      `${value}${targetText(answer, aims)}.`,
      `${countedWords(kpi, days, { today, since, now })}${behind === null ? '' : `: ${behind}`}${left === null ? '' : `; ${left}`}.`,
      `Counted: ${kpi.formula}.`,
    ].join('\n'),
  };
}
