import type { Button, KnownBlock, Overflow } from '@slack/types';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { actions, button, choice, menu, more } from '../../../ui/blocks.ts';
import { limits } from '../../../ui/limits.ts';
import { raiseAbout } from '../../issues/index.ts';
import { readPeriod } from '../days/period.ts';
import type { Answer, Figure } from '../figure/model.ts';
import { isRate } from '../figure/rules.ts';
import type { FigureAsked } from '../figure/shapes.ts';
import { isOfLasting } from '../keeping/rules.ts';
import { openTarget, rowsAsFile, shareFigure, showFigure } from './actions.ts';
import { isCarried, lineOf } from './asked.ts';
import { isNothing, partWords } from './words.ts';

/** Days as they are typed, and what the menu calls them. */
const offered = [
  ['yesterday', 'Yesterday'],
  ['7d', 'The last 7 days'],
  ['30d', 'The last 30 days'],
  ['90d', 'The last 90 days'],
  ['this week', 'This week'],
  ['last week', 'Last week'],
  ['this month', 'This month'],
  ['last month', 'Last month'],
  ['this quarter', 'This quarter'],
  ['last quarter', 'Last quarter'],
  ['this year', 'This year'],
  ['last year', 'Last year'],
] as const;

/** Of what goes on at a moment. */
const moments = [
  ['today', 'Now'],
  ['yesterday', 'At the end of yesterday'],
  ['last week', 'At the end of last week'],
  ['last month', 'At the end of last month'],
  ['last quarter', 'At the end of last quarter'],
  ['last year', 'At the end of last year'],
] as const;

export function askedOf({ figure, parts, versus }: Pick<Answer, 'figure' | 'parts' | 'versus'>): FigureAsked {
  const { kpi, days, cut } = figure;
  return {
    kpi: kpi.key,
    from: days.from,
    to: days.to,
    by: parts?.by.name ?? null,
    versus,
    cut: cut && { dimension: cut.dimension, value: cut.value },
  };
}

/** There is something to hold against something, and it has parts; what moved a part is not told apart. */
export function hasMoved({ kpi, totals, cut }: Figure, before: Figure, { splits }: Answer): boolean {
  const hasData = (all: Figure['totals']) => all.some(({ d }) => d > 0n);
  return (
    cut === null && isRate(kpi.measure) && splits.length > 0 && hasData(totals) && hasData(before.totals)
  );
}

export const rowsFrom = (asked: FigureAsked, skip = 0) => ({ f: lineOf(asked), skip });

/** "7 orders late": what stands behind a share is looked at for what went wrong. */
export function rowsLabel(figure: Figure): string {
  const { kpi } = figure;
  const bad = badOf(figure);
  return bad === null || bad === 0 || kpi.counted || !kpi.bad
    ? 'Rows'
    : `${count(bad, kpi.facts.one)} ${kpi.bad}`;
}

/** "7 of 50 orders late"; null: it is no share, or nobody has a word for what counts against it. */
export function badWords(figure: Figure): string | null {
  const { kpi, totals } = figure;
  const bad = badOf(figure);
  if (bad === null || !kpi.bad) return null;
  return `${number(bad)} of ${number(Number(totals[0]?.d ?? 0))} ${kpi.counted ?? `${kpi.facts.one}s`} ${kpi.bad}`;
}

/** How many count against a share; null: it is none. */
function badOf({ kpi: { measure, good }, totals: [total] }: Figure): number | null {
  if (measure.kind !== 'share' || !total || good === null) return null;
  return Number(good === 'up' ? total.d - total.n : total.n);
}

/** What is done rarely, and the figures that this one leads to. */
export function moreAbout(answer: Answer): Overflow | undefined {
  const { figure } = answer;
  if (isNothing(figure)) return undefined;
  const asked = askedOf(answer);
  const { from, to } = asked;
  const leads = (figure.kpi.leadsTo ?? []).map(({ kpi, label, by = null }) =>
    choice(showFigure, { kpi, from, to, by, versus: null }, label),
  );
  return more([
    choice(shareFigure, asked, 'Share in channel'),
    choice(rowsAsFile, asked, 'Rows as CSV'),
    ...leads.slice(0, limits.overflowOptions - 2),
  ]);
}

/** What else can be asked of a figure. */
export function menusOf(
  answer: Answer,
  { mayTarget, mayRaise }: { readonly mayTarget: boolean; readonly mayRaise: boolean },
): readonly KnownBlock[] {
  const { kpi, cut } = answer.figure;
  const asked = askedOf(answer);
  return [
    actions(
      daysMenu(answer),
      ...dimensionMenu(answer),
      ...partMenu(answer),
      ...(cut === null ? [] : [button(showFigure, { ...asked, cut: null }, 'All together', { key: 'all' })]),
    ),
    ...inRow([
      ...(mayRaise && !isNothing(answer.figure)
        ? [
            button(
              raiseAbout,
              { what: 'figure', ref: lineOf({ ...asked, by: null, versus: null }) },
              'Raise issue',
            ),
          ]
        : []),
      ...(mayTarget && kpi.good !== null ? [button(openTarget, { kpi: kpi.key }, 'Target')] : []),
    ]),
  ];
}

const inRow = (buttons: readonly Button[]) => (buttons.length > 0 ? [actions(...buttons)] : []);

function daysMenu(answer: Answer) {
  const { figure, today } = answer;
  const asked = askedOf(answer);
  const all = figure.kpi.measure.kind === 'standing' ? moments : offered;
  const options = all.flatMap(([words, label]) => {
    const days = readPeriod(words, today);
    if (!days) return [];
    const { from, to } = days;
    return [{ value: { ...asked, from, to }, label, picked: from === asked.from && to === asked.to }];
  });
  return menu(showFigure, 'Other days …', options, { key: 'days' });
}

function dimensionMenu(answer: Answer) {
  const { parts, splits } = answer;
  const { kpi, cut } = answer.figure;
  const dimensions = kpi.facts.dimensions.filter(
    (one) => (splits.includes(one) || one === parts?.by) && one.name !== cut?.dimension,
  );
  if (dimensions.length === 0 || isNothing(answer.figure) || (cut && isOfLasting(kpi))) return [];
  const asked = askedOf(answer);
  const options = dimensions.map(({ name, title }) => ({
    value: { ...asked, by: name },
    label: `By ${title}`,
    picked: name === asked.by,
  }));
  return [menu(showFigure, 'Split by …', options, { key: 'by' })];
}

/** Each part by itself, with its chart and its rows. */
function partMenu(answer: Answer) {
  const { figure, parts } = answer;
  if (!parts || figure.cut !== null) return [];
  const { by, all } = parts;
  const asked = askedOf(answer);
  const options = all
    .filter(({ value }) => isCarried(value))
    .slice(0, limits.menuOptions)
    .map((part) => ({
      value: { ...asked, by: null, cut: { dimension: by.name, value: part.value } },
      label: partWords(part, by.title),
    }));
  return options.length > 0 ? [menu(showFigure, `Only one ${by.title} …`, options, { key: 'only' })] : [];
}
