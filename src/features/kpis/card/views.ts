import { number } from '../../../core/text/quantity.ts';
import { capitalized, count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { addDays } from '../../../core/time/weekdays.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, menu, table } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { Answer, Figure, Part } from '../figure/model.ts';
import { isRanked, isRate, isSimple } from '../figure/rules.ts';
import { durationWords } from '../figure/words.ts';
import type { Aims } from '../targets/model.ts';
import { drawFigure, type FigureAsked, openTarget, rowsAsFile, showFigure, showMoved } from './actions.ts';
import { freshnessWords } from './heard-views.ts';
import { silenceWords } from './heard-words.ts';
import { againstBefore, countedWords, type Told, whenTold } from './since-words.ts';
import { partTargetWords, targetFacts, targetText } from './target-words.ts';
import {
  behindWords,
  daysWords,
  formulaWords,
  intervalWords,
  isNothing,
  isStillOpen,
  partWords,
  pendingWords,
  shortValueWords,
  valueWords,
  withinWords,
} from './words.ts';

const shownParts = 15;
const shownReasons = 5;

/**
 * A KPI: the value, how it changed and how it stands to its target first, then what stands behind it, and by whom and until
 * when it was told. `mayTarget`: the reader may set a target.
 */
export function figureMessage(answer: Answer, aims: Aims, reader: Reader, mayTarget: boolean): Message {
  const { figure, before, versus, keeping } = answer;
  const { kpi, days, excluded } = figure;
  const value = valueWords(kpi, figure);
  const left = excluded.slice(0, shownReasons).map(({ why, rows }) => `${number(rows)} ${why}`);
  const asked = askedOf(answer);
  const told = { today: answer.today, since: answer.since, now: reader.now };
  const isCounting = keeping.generation === 0;
  const interval = intervalWords(kpi, figure);
  const behind = behindWords(kpi, figure);
  const pending = pendingWords(kpi, figure);
  return card({
    finding: shorten(
      isCounting
        ? `${kpi.name}: I am still counting, ${count(keeping.walked, kpi.facts.one)} so far`
        : `${kpi.name}: ${value ?? 'no data'}${pending === null ? '' : `, ${pending}`}${changeText(answer, told)}${targetText(answer, aims)}${silenceWords(kpi, answer.heard, reader)}`,
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
      ...(left.length > 0 ? [`left out: ${left.join(', ')}`] : []),
      ...openWords(answer, reader),
    ],
    body: [...partsTable(answer, aims), ...splitAndTarget(answer, mayTarget)],
    buttons: [
      ...(versus === null ? [button(showFigure, { ...asked, versus: 'previous' }, 'Compare')] : []),
      ...(versus !== null && before && hasMoved(figure, before, answer)
        ? [button(showMoved, asked, 'What moved it')]
        : []),
      ...(isNothing(figure)
        ? []
        : [button(drawFigure, asked, 'Chart'), button(rowsAsFile, asked, 'Rows as CSV')]),
    ],
    footer: [
      mrkdwn`${formulaWords(kpi)}`,
      ...(keeping.isBuilding && !isCounting
        ? [`being counted anew, ${count(keeping.walked, kpi.facts.one)} so far`]
        : []),
      freshnessWords(kpi, answer.heard, reader),
    ],
  });
}

function askedOf({ figure, parts, versus }: Answer): FigureAsked {
  const { kpi, days } = figure;
  return { kpi: kpi.key, from: days.from, to: days.to, by: parts?.by.name ?? null, versus };
}

/** There is something to hold against something, and it has parts. */
function hasMoved({ kpi, totals }: Figure, before: Figure, { splits }: Answer): boolean {
  const hasData = (all: Figure['totals']) => all.some(({ d }) => d > 0n);
  return isRate(kpi.measure) && splits.length > 0 && hasData(totals) && hasData(before.totals);
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
    ...(left > 0 ? [context(mrkdwn`and ${number(left)} more: *Rows as CSV* has all of them`)] : []),
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

/** What else can be done with a figure; its card has no room for a fourth button. */
function splitAndTarget(answer: Answer, mayTarget: boolean) {
  const { kpi } = answer.figure;
  const elements = [
    ...dimensionMenu(answer),
    ...(mayTarget && kpi.good !== null ? [button(openTarget, { kpi: kpi.key }, 'Target')] : []),
  ];
  return elements.length > 0 ? [actions(...elements)] : [];
}

function dimensionMenu(answer: Answer) {
  const { parts, splits, figure } = answer;
  const offered = figure.kpi.facts.dimensions.filter((one) => splits.includes(one) || one === parts?.by);
  if (offered.length === 0 || isNothing(figure)) return [];
  const asked = askedOf(answer);
  const options = offered.map(({ name, title }) => ({
    value: { ...asked, by: name },
    label: `By ${title}`,
    picked: name === asked.by,
  }));
  return [menu(showFigure, 'Split by …', options, { key: 'by' })];
}
