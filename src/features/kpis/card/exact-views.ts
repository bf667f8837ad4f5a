import { number } from '../../../core/text/quantity.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, table } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { Answer } from '../figure/model.ts';
import { rowsAsFile } from './actions.ts';
import { exactSpread, exactWords } from './exact-words.ts';
import { countedWords } from './since-words.ts';
import { behindWords, formulaWords, isNothing, leftOutWords, partWords, type Said } from './words.ts';

const shownParts = 15;

/** A KPI with all its digits, for whoever holds it against a calculation of their own. */
export function exactMessage(answer: Answer, reader: Reader): Message {
  const { figure, parts, told } = answer;
  const { kpi, days } = figure;
  const unit = kpi.measure.kind === 'spread' ? kpi.measure.unit : null;
  const behind = behindOf(answer, figure);
  const left = leftOutWords(figure);
  return card({
    finding: `${kpi.name}: ${exactWords(kpi, figure) ?? 'no data'}`,
    title: `${countedWords(kpi, days, { today: answer.today, since: answer.since, now: reader.now })}, exactly`,
    facts: [
      ...(behind === null ? [] : [mrkdwn`*${behind}*`]),
      ...(left === null ? [] : [left]),
      ...(told && unit ? [`with what is left out: ${exactSpread(unit, told, told.size)}`] : []),
    ],
    body:
      parts && parts.all.length > 0
        ? [
            table(
              [
                { title: capitalized(parts.by.title), wraps: true },
                { title: 'Value', align: 'right' as const },
                { title: 'Behind it', wraps: true },
              ],
              parts.all
                .slice(0, shownParts)
                .map((part) => [
                  shorten(partWords(part, parts.by.title), 60),
                  exactWords(kpi, part) ?? 'no data',
                  behindOf(answer, part) ?? '',
                ]),
            ),
          ]
        : [],
    buttons: isNothing(figure)
      ? []
      : [button(rowsAsFile, { kpi: kpi.key, ...days, by: null, versus: null }, 'Rows as CSV')],
    footer: [
      mrkdwn`${formulaWords(kpi)}`,
      ...(parts && parts.all.length > shownParts
        ? [`and ${number(parts.all.length - shownParts)} more`]
        : []),
    ],
  });
}

function behindOf({ figure: { kpi } }: Answer, said: Said): string | null {
  if (kpi.measure.kind !== 'spread') return behindWords(kpi, said);
  return said.spread && exactSpread(kpi.measure.unit, said.spread, said.totals[0]?.d ?? 0n);
}
