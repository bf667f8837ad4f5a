import { capitalized, count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { departments } from '../../../core/tokens/departments.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, menu, table } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { limits, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { beforeWords, daysAgainst } from '../days/against.ts';
import type { Overview, Standing } from '../figure/model.ts';
import type { Aim } from '../targets/model.ts';
import { verdictOf } from '../targets/rules.ts';
import { aimWords, verdictWords } from '../targets/words.ts';
import { listKpis, overviewAction, showFigure } from './actions.ts';
import { againstBefore, sinceWords } from './since-words.ts';
import { behindWords, daysWords, pendingWords, valueWords } from './words.ts';

/**
 * The few figures of a department: those that miss their target or got worse first in the sentence, all in the table. `aims`: on
 * the last of its days, by KPI.
 */
export function overviewMessage(overview: Overview, aims: ReadonlyMap<string, Aim>, reader: Reader): Message {
  const { department, days, standings } = overview;
  const asked = { from: days.from, to: days.to, by: null, versus: 'previous' as const };
  return card({
    finding: shorten(findingOf(overview, aims, reader), limits.finding),
    title: `${capitalized(department)}: ${daysWords(days, reader.now)}, against ${beforeWords(days, daysAgainst(days, 'previous', overview.today) ?? days)}`,
    body: [
      ...(standings.length === 0
        ? []
        : [
            table(
              [
                { title: 'Figure', wraps: true },
                { title: 'Value', wraps: true },
                { title: 'Against before, and target', wraps: true },
              ],
              standings.map((one) => [
                one.figure.kpi.name,
                standsAt(one, reader.now),
                againstWords(one, aims, overview, reader),
              ]),
            ),
            actions(
              menu(
                showFigure,
                'Open a figure',
                standings.map(({ figure: { kpi, days: own } }) => ({
                  value: { kpi: kpi.key, ...asked, from: own.from, to: own.to },
                  label: kpi.name,
                })),
                { key: 'open' },
              ),
            ),
          ]),
      actions(
        menu(
          overviewAction,
          'Another department',
          departments.map((one) => ({
            value: { department: one },
            label: capitalized(one),
            picked: one === department,
          })),
        ),
      ),
    ],
    buttons: [button(listKpis, {}, 'All figures')],
    footer: [
      ...(overview.more > 0 ? [`and ${count(overview.more, 'more figure')}: All figures`] : []),
      mrkdwn`\`/kpi on time 30d by country\` opens one, splits it and compares it`,
    ],
  });
}

function findingOf(overview: Overview, aims: ReadonlyMap<string, Aim>, { now }: Reader): string {
  const { department, standings, today } = overview;
  const told = standings.filter((one) => valueWords(one.figure.kpi, one.figure) !== null);
  const counting = standings.filter(({ isCounting }) => isCounting).length;
  if (counting > 0) return `I am still counting ${count(counting, 'figure')} of ${department}`;
  if (told.length === 0) return `No data yet for the figures of ${department}`;
  const missed = told.filter((one) => verdictIn(one, aims, today)?.isMet === false);
  const worse = told.filter((one) => changeOf(one, overview, now).endsWith(', worse'));
  // What misses its target comes before what only got worse.
  const [first, ...rest] = [...missed, ...worse.filter((one) => !missed.includes(one))];
  if (!first) return `No figure of ${department} got worse or misses its target, of ${told.length} with data`;
  const { kpi } = first.figure;
  const verdict = verdictIn(first, aims, today);
  const words = [
    `${kpi.name} ${valueWords(kpi, first.figure)}`,
    changeOf(first, overview, now),
    ...(verdict && !verdict.isMet ? [verdictWords(kpi, verdict)] : []),
  ];
  return `${words.join(', ')}${rest.length > 0 ? `; ${rest.length} more got worse or ${rest.length === 1 ? 'misses its' : 'miss their'} target` : ''}`;
}

function verdictIn({ figure }: Standing, aims: ReadonlyMap<string, Aim>, today: string) {
  return verdictOf(figure, aims.get(figure.kpi.key) ?? null, today);
}

/** "up 1.7 points, better; missed: 2.0 points under the target of 95 %". */
function againstWords(
  one: Standing,
  aims: ReadonlyMap<string, Aim>,
  overview: Overview,
  reader: Reader,
): string {
  const target = againstTarget(one, aims, overview, reader);
  const change = changeOf(one, overview, reader.now);
  return target === null ? change : `${change}; ${target}`;
}

function againstTarget(
  one: Standing,
  aims: ReadonlyMap<string, Aim>,
  { today }: Overview,
  { now }: Reader,
): string | null {
  const { kpi } = one.figure;
  const aim = aims.get(kpi.key);
  if (!aim) return null;
  const verdict = verdictIn(one, aims, today);
  return verdict
    ? `${verdict.isMet ? 'met' : 'missed'}: ${verdictWords(kpi, verdict)}`
    : aimWords(kpi, aim, now);
}

function standsAt({ figure, since, isCounting, heard }: Standing, readAt: Date): string {
  if (isCounting) return 'being counted';
  const isSilent = heard.length > 0 && heard.every(({ silentSince }) => silentSince !== null);
  const value = valueWords(figure.kpi, figure) ?? 'no data';
  const behind = behindWords(figure.kpi, figure);
  const pending = pendingWords(figure.kpi, figure);
  const said = figure.kpi.measure.kind === 'share' && behind ? `${value} (${behind})` : value;
  const now = figure.kpi.measure.kind === 'standing' ? ' now' : '';
  const told = figure.kpi.measure.kind === 'standing' ? '' : sinceWords(figure.days, since, readAt);
  const shown = `${pending === null ? `${said}${now}` : `${said}, ${pending}`}${told}`;
  return isSilent ? `${shown}, feed silent` : shown;
}

function changeOf({ figure, before, since }: Standing, { today }: Overview, now: Date): string {
  return againstBefore(figure, before, { today, since, now }, false) ?? 'nothing to hold it against';
}
