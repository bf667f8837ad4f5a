import type { KnownBlock } from '@slack/types';
import { capitalized } from '../../../core/text/sentence.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { actions, menu, table } from '../../../ui/blocks.ts';
import { showFigure } from '../../kpis/index.ts';
import { daysWords } from './days-words.ts';
import type { EditionFigure } from './model.ts';
import { isCorrected, isSaid, printedOf } from './printed.ts';

/** The figures of an edition against their targets and the days before; each can be opened. */
export function figureBlocks(figures: readonly EditionFigure[], now: Date): readonly KnownBlock[] {
  const [first] = figures;
  if (!first) return [];
  const { from, to, before } = first.told;
  return [
    table(
      [
        { title: 'Figure', wraps: true },
        { title: capitalized(daysWords({ from, to }, now)), wraps: true },
        { title: before ? `Target, and ${daysWords(before, now)}` : 'Target', wraps: true },
      ],
      figures.map(rowOf),
    ),
    actions(
      menu(
        showFigure,
        'Open a figure',
        figures.map(({ told: { kpi, name, from, to } }) => ({
          value: { kpi, from, to, by: null, versus: 'last week' as const },
          label: name,
        })),
        { key: 'beside-figure' },
      ),
    ),
  ];
}

function rowOf(figure: EditionFigure): readonly string[] {
  const { told, corrected } = figure;
  const now = corrected ?? told;
  const was = isCorrected(figure) ? `${printedOf(told)} → ` : '';
  return [now.name, `${was}${shownOf(now)}`, against(now)];
}

function shownOf(figure: PostedFigure): string {
  const { silent, isCounting, behind, pending } = figure;
  if (silent !== null && !isCounting) return silent;
  const said = isSaid(figure) && behind !== null ? `${printedOf(figure)} (${behind})` : printedOf(figure);
  return isSaid(figure) && pending !== null ? `${said}, ${pending}` : said;
}

/** "95 %, missed; was 96.4 %: down 2.3 points, worse". */
function against(figure: PostedFigure): string {
  const said = [targetOf(figure), beforeOf(figure)].flatMap((one) => one ?? []);
  return said.length > 0 ? said.join('; ') : 'nothing to hold it against';
}

function targetOf(figure: PostedFigure): string | null {
  const { target, isMet, pending } = figure;
  if (target === null || !isSaid(figure) || isMet === null) return target;
  // What may still come down is not met yet.
  return `${target}, ${isMet ? (pending === null ? 'met' : 'met so far') : 'missed'}`;
}

function beforeOf(figure: PostedFigure): string | null {
  const { before, change } = figure;
  if (!before?.shown) return null;
  return isSaid(figure) && change !== null ? `was ${before.shown}: ${change}` : `was ${before.shown}`;
}
