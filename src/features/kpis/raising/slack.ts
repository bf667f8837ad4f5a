import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { raisingAbout } from '../../issues/index.ts';
import { raiseFigure } from '../card/actions.ts';
import { aimsFor } from '../card/aims-of.ts';
import { nameOfFigure } from '../card/menu-views.ts';
import { targetText } from '../card/target-words.ts';
import { behindWords, leftOutWords, valueWords, whenWords } from '../card/words.ts';
import type { Answer } from '../figure/model.ts';
import { getFigure } from '../figure/read.ts';
import type { Aims } from '../targets/model.ts';
import { keepFigure } from './keep.ts';

export const raiseClicks = [
  answers(raiseFigure, async (ctx, asked) => {
    const { kpi, from, to, cut } = asked;
    const ref = await keepFigure.call(ctx, { kpi, from, to, cut });
    const answer = await getFigure.call(ctx, { ...asked, by: null, versus: null });
    const words = wordsOf(answer, await aimsFor(ctx, answer), readerOf(ctx));
    return await raisingAbout(ctx, { what: 'figure', ref, kind: 'kpi', ...words });
  }),
];

/** "On-time delivery, carrier DHL: 86.0 %, 9.0 points under the target of 95 %, 3 Feb to 4 Mar", and what stands behind it. */
function wordsOf(answer: Answer, aims: Aims, { now }: Reader) {
  const { figure, today } = answer;
  const { kpi, days } = figure;
  const when = `${whenWords(kpi, days, today, now)}, ${kpi.anchor.words}`;
  const behind = behindWords(kpi, figure);
  const left = leftOutWords(figure);
  const value = valueWords(kpi, figure) ?? 'no data';
  return {
    title: `${nameOfFigure(figure)}: ${value}, ${whenWords(kpi, days, today, now)}`,
    details: [
      `${nameOfFigure(figure)}: ${value}${targetText(answer, aims)}.`,
      `${when}${behind === null ? '' : `: ${behind}`}${left === null ? '' : `; ${left}`}.`,
      `Counted: ${kpi.formula}.`,
    ].join('\n'),
  };
}
