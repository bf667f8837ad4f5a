import type { Reader } from '../../../core/time/reader.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import { silenceWords } from '../card/heard-words.ts';
import { behindWords, changeWords, pendingWords, valueWords } from '../card/words.ts';
import type { Figure, Heard } from '../figure/model.ts';
import { pointsWords } from '../figure/words.ts';
import type { Moved } from '../moved/rules.ts';
import type { Aim } from '../targets/model.ts';
import { verdictOf } from '../targets/rules.ts';
import { goalWords, verdictWords } from '../targets/words.ts';

interface Posted {
  readonly figure: Figure;
  readonly before: Figure | null;
  readonly aim: Aim | null;
  readonly heard: readonly Heard[];
  readonly isCounting: boolean;
  readonly today: string;
  readonly reader: Reader;
}

/** A figure in the words of its card. */
export function postedFigure({
  figure,
  before,
  aim,
  heard,
  isCounting,
  today,
  reader,
}: Posted): PostedFigure {
  const { kpi, days, totals, spread } = figure;
  const verdict = verdictOf(figure, aim, today);
  const pending = pendingWords(kpi, figure);
  const change = before && changeWords(figure, before, { today });
  return {
    kpi: kpi.key,
    version: kpi.version,
    name: kpi.name,
    feed: kpi.feed,
    from: days.from,
    to: days.to,
    totals: totals.map(({ n, d, currency }) => ({ n: String(n), d: String(d), currency })),
    median: spread?.p50 ?? null,
    shown: valueWords(kpi, figure),
    behind: behindOf(figure),
    silent: silenceWords(kpi, heard, reader).replace(/^; /, '') || null,
    isCounting,
    pending,
    target: aim && goalWords(kpi, aim.target, aim.currency),
    isMet: verdict?.isMet ?? null,
    distance: verdict && verdictWords(kpi, verdict),
    // What is not final has not got better yet.
    change: pending === null ? change : (change?.replace(/, better$/, ' so far') ?? null),
    isNews: isNews(figure, before),
    isWorse: change?.endsWith(', worse') ?? false,
    before: before && { ...before.days, shown: valueWords(kpi, before) },
  };
}

/**
 * Whether a share changed by more than chance: the two-proportion z test, one-sided at 5 % (z ≥ 1.645). Of anything else every change
 * is one.
 */
function isNews({ kpi, totals }: Figure, before: Figure | null): boolean {
  const [one, other] = [totals[0], before?.totals[0]];
  if (kpi.measure.kind !== 'share' || !one || !other || one.d === 0n || other.d === 0n) return true;
  const [n, d, m, e] = [Number(one.n), Number(one.d), Number(other.n), Number(other.d)];
  const pooled = (n + m) / (d + e);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / d + 1 / e));
  return error > 0 && Math.abs(n / d - m / e) / error >= 1.645;
}

/** What stands behind a share alone: of durations it is too long for a line of a table. */
function behindOf(figure: Figure): string | null {
  return figure.kpi.measure.kind === 'share' ? behindWords(figure.kpi, figure) : null;
}

/** "UPS Ground −6.5 by how it did, −0.9 by its share". */
export function movedWords(name: string, { performance, mix }: Moved): string {
  const said = [
    ...(performance === 0n ? [] : [`${signed(performance)} by how it did`]),
    ...(mix === 0n ? [] : [`${signed(mix)} by its share`]),
  ];
  return `${name} ${said.join(', ')}`;
}

/** "the others +1.3". */
export function othersWords(tenths: bigint): string {
  return `the others ${signed(tenths)}`;
}

const signed = (tenths: bigint) => `${tenths > 0n ? '+' : ''}${pointsWords(tenths)}`;
