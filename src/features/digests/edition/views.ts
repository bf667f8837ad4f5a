import type { Button, KnownBlock } from '@slack/types';
import type { Chart } from '../../../charts/model.ts';
import { linesShown } from '../../../core/declare/digest.ts';
import { capitalized, count } from '../../../core/text/sentence.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import { besideId } from '../../../core/tokens/action.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { marks, mostButtons } from '../../../ui/card.ts';
import { fitted } from '../../../ui/fitted.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { messageRoom } from '../../../ui/room.ts';
import { joined, type Mrkdwn, mrkdwn, remembered } from '../../../ui/text.ts';
import { type Shown as ChartShown, chartBlocks } from '../../charts/index.ts';
import { showFigure } from '../../kpis/index.ts';
import { daysWords, zoneWords } from './days-words.ts';
import { figureBlocks } from './figure-views.ts';
import { headlineOf } from './headline-rules.ts';
import { type Content, type EditionFigure, type EditionPart, type Shown, urgencies } from './model.ts';

/** A phone shows no more of a message. */
const mostBlocks = 12;
/** Said in a row: more are a list nobody reads to its end. */
const mostFindings = 3;
/** Of more lists than these each shows fewer lines. */
const fewLists = 2;
const linesOfMany = 3;
/** A message may take a few minutes to be posted. */
const lateAfterMin = 3;

/**
 * What an edition says: the finding, what needs somebody, the figures, the lists behind it as far as a phone shows them, and how
 * fresh all is. What has no room stands in its thread: `restMessage`.
 */
export function editionMessage(edition: Shown): Message {
  const { content } = edition;
  const { text, urgent, said, head, tail } = framesOf(edition);
  const { shown, most } = roomFor(content.parts, mostBlocks - head.length - tail.length);
  return message(joined([mrkdwn`${text}`, ...(urgent ? [urgent] : [])], '. '), [
    ...head,
    ...shown.map((part) => listBlock(part, most, said.includes(part))),
    ...tail,
  ]);
}

/** Whether something has no room in the message. */
export function hasRest(edition: Shown): boolean {
  return restOf(edition).length > 0;
}

/** What the message has no room for; null: nothing. */
export function restMessage(edition: Shown): Message | null {
  const rest = restOf(edition);
  if (rest.length === 0) return null;
  const title = mrkdwn`The rest of ${edition.name}`;
  const parts = rest.map((part) => ({ title: part.title, blocks: [wholeBlock(part)] }));
  return message(
    joined(
      [
        title,
        joined(
          rest.map(({ finding }) => mrkdwn`${finding}`),
          '; ',
        ),
      ],
      ': ',
    ),
    fitted({ head: [section(mrkdwn`*${title}*`)], parts }, messageRoom),
  );
}

/** Lists that do not stand in the message, and those that are longer there; findings that are only counted in it. */
function restOf(edition: Shown): readonly EditionPart[] {
  const { head, tail, counted } = framesOf(edition);
  const { parts } = edition.content;
  const { shown, most } = roomFor(parts, mostBlocks - head.length - tail.length);
  const lists = listed(parts);
  return [
    ...counted.filter((part) => !lists.includes(part)),
    ...lists.filter((part) => !shown.includes(part) || part.lines.length > most),
  ];
}

/** The lists that stand in the message: of many a few lines each. */
function roomFor(parts: readonly EditionPart[], blocks: number) {
  const shown = listed(parts).slice(0, Math.max(0, blocks));
  return { shown, most: shown.length > fewLists ? linesOfMany : linesShown };
}

/** What has lines, the most urgent first. */
function listed(parts: readonly EditionPart[]): readonly EditionPart[] {
  return mostUrgentFirst(parts.filter(({ lines }) => lines.length > 0));
}

function mostUrgentFirst(parts: readonly EditionPart[]): readonly EditionPart[] {
  return parts.toSorted((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
}

/** Everything but the lists. */
function framesOf(edition: Shown) {
  const { content, figures, composedAt } = edition;
  const { parts, chart, story } = content;
  const asShown = figures.map(({ told, corrected }) => corrected ?? told);
  const { text, part: spoken } = headlineOf(content, asShown);
  const others = parts.filter((part) => part !== spoken);
  const needed = mostUrgentFirst(others.filter(isPressing));
  const sign = needed.some(({ urgency }) => urgency === 'critical') ? marks.critical : marks.attention;
  const urgent = needed.length > 0 ? findings(needed) : null;
  const buttons = buttonsOf([spoken, ...others]);
  const told = others.filter(({ urgency, lines }) => !isPressing({ urgency }) && lines.length === 0);
  const days = daysWords(edition, composedAt);
  const on = content.occasion === null ? '' : `${content.occasion}, `;
  const mark = spoken?.urgency === 'critical' ? `${marks.critical} ` : '';
  const title = shorten(capitalized(text), limits.finding);
  const head: readonly KnownBlock[] = [
    section(mrkdwn`${mark}*${title}*\n${edition.name} · ${on}${days}, ${zoneWords(content.timeZone)}`),
    ...(urgent ? [section(mrkdwn`${sign} *Needs somebody:* ${urgent}`)] : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
    ...figureBlocks(figures, composedAt),
    ...(chart ? chartBlocks(chart.chart as Chart, chart.shown as ChartShown) : []),
    ...(story && story.moved.length > 0 ? [movedBlock(story, asShown[content.lead ?? 0])] : []),
  ];
  const tail: readonly KnownBlock[] = [
    ...(told.length > 0 ? [section(findings(told))] : []),
    context(footOf(edition)),
  ];
  return {
    text: title,
    urgent,
    said: [...(spoken ? [spoken] : []), ...needed.slice(0, mostFindings)],
    counted: [needed, told].flatMap((some) => some.slice(mostFindings)),
    head,
    tail,
  };
}

/** "1 Critical, Omar until 09:30 · 31 orders past ship-by (€2,940)". */
function findings(parts: readonly EditionPart[]): Mrkdwn {
  const rest = parts.length - mostFindings;
  return joined(
    [
      ...parts.slice(0, mostFindings).map(({ finding }) => mrkdwn`${finding}`),
      ...(rest > 0 ? [mrkdwn`and ${rest} more below`] : []),
    ],
    ' · ',
  );
}

const isPressing = ({ urgency }: Pick<EditionPart, 'urgency'>) => urgency === 'critical' || urgency === 'now';

/** What opens the lists that need somebody, and if there are few those that are worth a look. */
function buttonsOf(parts: readonly (EditionPart | null)[]): readonly Button[] {
  const opens = parts
    .flatMap((part) => (part?.open ? [{ urgency: part.urgency, open: part.open as Button }] : []))
    .toSorted((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
  return opens.slice(0, mostButtons).map(({ open, urgency }, i) => {
    const { style: _, ...plain } = open;
    return {
      ...plain,
      ...(i === 0 && isPressing({ urgency }) && { style: 'primary' as const }),
      action_id: besideId(open.action_id ?? '', String(i)),
    };
  });
}

function movedBlock(
  { moved, by }: NonNullable<Content['story']>,
  figure: EditionFigure['told'] | undefined,
): KnownBlock {
  const line = mrkdwn`*What moved it*${by ? ` (by ${by.title})` : ''}: ${moved.join(' · ')}`;
  if (!figure || !by) return section(line);
  const { kpi, from, to } = figure;
  return section(
    line,
    button(showFigure, { kpi, from, to, by: by.name, versus: 'last week' }, 'Open', { key: 'beside-moved' }),
  );
}

/** What the headline says is not said again. */
function listBlock(part: EditionPart, most: number, isSpoken: boolean): KnownBlock {
  const named = isSpoken ? { ...part, finding: part.title } : part;
  return section(linesOf(named, most, 'in the thread'));
}

function wholeBlock(part: EditionPart): KnownBlock {
  return section(linesOf(part, part.lines.length, null));
}

/** Half of what a section may hold: lines of outside text grow when they are escaped. */
function linesOf({ finding, lines, total }: EditionPart, most: number, where: string | null): Mrkdwn {
  const shown: Mrkdwn[] = [];
  let left = limits.sectionText - 400;
  for (const value of lines.slice(0, most)) {
    left -= value.length + 1;
    if (left < 0) break;
    shown.push(remembered(value));
  }
  const rest = total - shown.length;
  const isTold = where !== null && lines.length > shown.length;
  const more = rest > 0 && lines.length > 0 ? [mrkdwn`and ${rest} more${isTold ? ` ${where}` : ''}`] : [];
  return joined([mrkdwn`*${capitalized(finding)}*`, ...shown, ...more], '\n');
}

function footOf({ number, composedAt, content, correctedAt, way }: Shown): Mrkdwn {
  const { timeZone, lateMin, freshness, silent, failed } = content;
  const at = (moment: Date) => momentWithZone(moment, composedAt, timeZone);
  // A picture in a message that is edited stays.
  const isPicture = (content.chart?.shown as ChartShown | undefined)?.as === 'picture';
  const picture = isPicture ? ', its picture is as it was posted' : '';
  const late = lateMin >= lateAfterMin ? [`${count(lateMin, 'minute')} late`] : [];
  return joined(
    [
      ...freshness,
      ...silent,
      ...failed,
      ...late,
      `digest ${number}, as of ${at(composedAt)}`,
      ...(correctedAt ? [`corrected ${at(correctedAt)}${picture}`] : []),
      nextWords(way, content.next === null ? null : at(new Date(content.next))),
    ].map((one) => mrkdwn`${one}`),
    ' · ',
  );
}

function nextWords(way: Shown['way'], next: string | null): string {
  if (way === 'preview') return 'a preview for you alone: nothing was posted';
  if (way === 'by hand') return 'posted by hand, beside its times';
  return next === null ? 'no further one is planned' : `next ${next}`;
}
