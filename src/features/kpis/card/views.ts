import type { KnownBlock } from '@slack/types';
import { number } from '../../../core/text/quantity.ts';
import { capitalized, count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, context, table } from '../../../ui/blocks.ts';
import { type CardParts, card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mrkdwn, userMention } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import type { Answer, Part } from '../figure/model.ts';
import { isRanked, isRate, isSimple } from '../figure/rules.ts';
import { durationWords } from '../figure/words.ts';
import type { Aims } from '../targets/model.ts';
import { drawFigure, listRows, refreshFigure, showFigure, showMoved } from './actions.ts';
import { lineOf } from './asked.ts';
import { freshnessWords } from './heard-views.ts';
import { silenceWords } from './heard-words.ts';
import { askedOf, hasMoved, menusOf, moreAbout, rowsFrom, rowsLabel } from './menu-views.ts';
import { againstBefore, countedWords, type Told, whenTold } from './since-words.ts';
import { partTargetWords, targetFacts, targetText } from './target-words.ts';
import {
  behindWords,
  daysWords,
  figureName,
  formulaWords,
  intervalWords,
  isNothing,
  isStillOpen,
  leftOutWords,
  partWords,
  pendingWords,
  shortValueWords,
  valueWords,
  withinWords,
} from './words.ts';

const shownParts = 15;

/**
 * A KPI: the value, how it changed and how it stands to its target first, then what stands behind it, and by whom and until
 * when it was told. `mayTarget`: the reader may set a target.
 */
export function figureMessage(
  answer: Answer,
  aims: Aims,
  reader: Reader,
  mayTarget: boolean,
  mayRaise = false,
): Message {
  const { figure, before, versus } = answer;
  const asked = askedOf(answer);
  return drawn(answer, aims, reader, {
    more: moreAbout(answer),
    menus: menusOf(answer, { mayTarget, mayRaise }),
    buttons: [
      ...(versus === null ? [button(showFigure, { ...asked, versus: 'previous' }, 'Compare')] : []),
      ...(versus !== null && before && hasMoved(figure, before, answer)
        ? [button(showMoved, asked, 'What moved it')]
        : []),
      ...(isNothing(figure)
        ? []
        : [button(drawFigure, asked, 'Chart'), button(listRows, rowsFrom(asked), rowsLabel(figure))]),
    ],
  });
}

/** The same as everybody in a channel sees it: as it was at that moment. What they press answers them alone. */
export function sharedFigure(answer: Answer, aims: Aims, reader: Reader, by: string | null): Message {
  const asked = askedOf(answer);
  const who = by ? mrkdwn`, shared by ${userMention(by)}` : '';
  const lasting = { ...reader, lasting: true } as const;
  return drawn(answer, aims, lasting, {
    buttons: [
      button(showFigure, asked, 'Show to me'),
      button(
        raiseAbout,
        { what: 'figure', ref: lineOf({ ...asked, by: null, versus: null }) },
        'Raise issue',
      ),
      button(refreshFigure, { f: lineOf(asked), by }, 'Refresh'),
    ],
    footer: [mrkdwn`As of ${momentFor(reader.now, lasting)}${who}`],
  });
}

interface Around extends Partial<Pick<CardParts, 'more' | 'buttons' | 'footer'>> {
  readonly menus?: readonly KnownBlock[];
}

function drawn(
  answer: Answer,
  aims: Aims,
  reader: Reader,
  { more, menus = [], buttons = [], footer = [] }: Around,
): Message {
  const { figure, before, versus, keeping } = answer;
  const { kpi, days } = figure;
  const value = valueWords(kpi, figure);
  const left = leftOutWords(figure);
  const told = { today: answer.today, since: answer.since, now: reader.now };
  const isCounting = keeping.generation === 0;
  const interval = intervalWords(kpi, figure);
  const behind = behindWords(kpi, figure);
  const pending = pendingWords(kpi, figure);
  return card({
    finding: shorten(
      isCounting
        ? `${figureName(figure)}: I am still counting, ${count(keeping.walked, kpi.facts.one)} so far`
        : `${figureName(figure)}: ${value ?? 'no data'}${pending === null ? '' : `, ${pending}`}${changeText(answer, told)}${targetText(answer, aims)}${silenceWords(kpi, answer.heard, reader)}`,
      limits.finding,
    ),
    title: countedWords(kpi, days, told),
    facts: [
      ...(behind === null ? [] : [mrkdwn`*${behind}*`]),
      ...targetFacts(answer, aims, reader.now),
      ...(interval === null ? [] : [interval]),
      ...(before && versus && !isCounting
        ? [
            `${whenTold(kpi, before.days, told)}: ${valueWords(kpi, before) ?? 'no data'}${bracketed(behindWords(kpi, before))}`,
          ]
        : []),
      ...(left === null ? [] : [left]),
      ...openWords(answer, reader),
    ],
    more,
    body: [...partsTable(answer, aims), ...menus],
    buttons,
    footer: [
      ...footer,
      mrkdwn`${formulaWords(kpi)}`,
      ...(keeping.isBuilding && !isCounting
        ? [`being counted anew, ${count(keeping.walked, kpi.facts.one)} so far`]
        : []),
      freshnessWords(kpi, answer.heard, reader),
    ],
  });
}

const bracketed = (words: string | null) => (words === null ? '' : ` (${words})`);

/** ", down 2.3 points on the year before, worse". */
function changeText({ figure, before }: Answer, told: Told): string {
  const change = before && againstBefore(figure, before, told);
  return change === null ? '' : `, ${change}`;
}

/** Days of which something may still come by itself. */
function openWords({ figure, today }: Answer, reader: Reader): readonly string[] {
  const { kpi, days } = figure;
  const closed = addDays(today, -(kpi.openDays ?? 0));
  if (!isStillOpen(kpi, days, today)) return [];
  const [, since = closed] = [days.from, closed].toSorted();
  return [`still open: ${daysWords({ from: since, to: days.to }, reader.now)}`];
}

function partsTable(answer: Answer, aims: Aims) {
  const { figure, parts } = answer;
  if (!parts || parts.all.length === 0) return [];
  const { kpi } = figure;
  const { by, all } = parts;
  const isSum = isSimple(kpi.measure);
  const hasTargets = aims.parts.size > 0;
  const left = all.length - shownParts;
  const rows = inOrder(kpi, all)
    .slice(0, shownParts)
    .map((part) => [
      shorten(partWords(part, by.title), 60),
      shortValueWords(kpi, part) ?? 'no data',
      ...(isSum ? [] : [sizeWords(part, kpi.measure)]),
      ...(hasTargets ? [partTargetWords(answer, aims, part)] : []),
    ]);
  return [
    table(
      [
        { title: capitalized(by.title), wraps: true },
        { title: kpi.measure.kind === 'spread' ? 'Half within' : 'Value', align: 'right' as const },
        ...(isSum ? [] : [{ title: 'Behind it', wraps: true }]),
        ...(hasTargets ? [{ title: 'Target', wraps: true }] : []),
      ],
      rows,
    ),
    ...(left > 0
      ? [context(mrkdwn`and ${number(left)} more: *Rows as CSV* behind the three dots has all of them`)]
      : []),
  ];
}

/** Of rates the worst first, and those of too few to rank after them; else the largest first. */
function inOrder({ measure, good }: Kpi, all: readonly Part[]): readonly Part[] {
  if (!isRate(measure) || good === null) return all;
  const rate = ({ totals: [total] }: Part) => (total && total.d > 0n ? Number(total.n) / Number(total.d) : 0);
  const ranked = all.filter(isRanked);
  const worstFirst = ranked.toSorted((a, b) => (good === 'up' ? rate(a) - rate(b) : rate(b) - rate(a)));
  return [...worstFirst, ...all.filter((one) => !isRanked(one))];
}

function sizeWords(part: Part, measure: Answer['figure']['kpi']['measure']): string {
  const [total] = part.totals;
  if (!total || isSimple(measure)) return '';
  if (measure.kind === 'lasting')
    return `${durationWords('ms', Number(total.n))} of ${durationWords('ms', Number(total.d))}`;
  const few = isRanked(part) ? '' : ', too few to rank';
  if (measure.kind === 'share') return `${number(Number(total.n))} of ${number(Number(total.d))}${few}`;
  const within = withinWords({ measure }, part);
  return `${number(Number(total.d))} counted${within === null ? '' : `, ${within}`}${few}`;
}
