import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import type { Content, EditionPart } from './model.ts';
import { urgencies } from './model.ts';
import { isSaid } from './printed.ts';

/** Of fewer a share says little: it does not lead. */
const fewest = 30n;
/** Of fewer a change from one day to another is chance. */
const fewestChanged = 100n;

/**
 * The figure that the headline is about, by its position: of those that miss their target or got worse the one that does
 * both, then one that got worse, which is news, then one that misses as before; in the order in which they were chosen. Null:
 * all is well.
 */
export function leadOf(figures: readonly PostedFigure[]): number | null {
  const weights = figures.map((figure): number => {
    if (!isSaid(figure)) return 0;
    const misses = figure.isMet === false && isOf(fewest, figure);
    if (misses && figure.isWorse && figure.isNews) return 3;
    if (figure.isWorse && figure.isNews && isOf(fewestChanged, figure)) return 2;
    return misses ? 1 : 0;
  });
  const most = Math.max(0, ...weights);
  return most === 0 ? null : weights.indexOf(most);
}

function isOf(many: bigint, { behind, totals }: PostedFigure): boolean {
  return behind === null || BigInt(totals[0]?.d ?? 0) >= many;
}

/** Whether there is nothing to tell at all. */
export function isEmpty({ parts, silent, failed }: Content, figures: readonly PostedFigure[]): boolean {
  return parts.length + silent.length + failed.length === 0 && !figures.some(isSaid);
}

export interface Headline {
  readonly text: string;
  /** The part that it speaks of, which is not said again. */
  readonly part: EditionPart | null;
}

/** What a phone shows: the finding. `figures`: as they are now. */
export function headlineOf({ parts, lead, story }: Content, figures: readonly PostedFigure[]): Headline {
  const led = lead === null ? undefined : figures[lead];
  if (led && isSaid(led)) return { text: figureSentence(led, story?.movers ?? []), part: null };
  const [first] = urgencies.flatMap((one) => parts.filter(({ urgency }) => urgency === one));
  if (first && first.urgency !== 'note') return { text: first.finding, part: first };
  const said = figures.filter(isSaid);
  const judged = said.filter(({ isMet }) => isMet !== null);
  if (judged.length > 0 && judged.every(({ isMet }) => isMet))
    return { text: onTarget(judged.length), part: null };
  if (said.length > 0)
    return { text: said.length === 1 ? sentenceOf(said[0]) : 'No figure got worse', part: null };
  return first ? { text: first.finding, part: first } : { text: 'There is nothing to tell', part: null };
}

const onTarget = (n: number) => (n === 1 ? 'The figure is on its target' : `All ${n} figures are on target`);

/** "On time 94.1 %, down 2.3 points: UPS Ground, Midwest". */
function figureSentence(figure: PostedFigure, movers: readonly string[]): string {
  const { isWorse, isMet, distance } = figure;
  const why = movers.length > 0 && isWorse ? `: ${movers.join(', ')}` : '';
  const target = isMet === false && distance && !isWorse ? `, ${distance}` : '';
  return `${sentenceOf(figure)}${target}${why}`;
}

function sentenceOf(figure: PostedFigure | undefined): string {
  if (!figure) return '';
  const { name, shown, change } = figure;
  const by = change?.replace(/, (?:better|worse)$/, '') ?? null;
  return `${name} ${shown ?? 'no data'}${by === null ? '' : `, ${by}`}`;
}
