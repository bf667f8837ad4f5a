import { count, listOf } from '../../../core/text/sentence.ts';
import type { PostedFigure } from '../../../core/tokens/digests/posted-figure.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { daysWords } from '../edition/days-words.ts';
import { isSaid } from '../edition/printed.ts';
import type { NotedFigure } from './model.ts';

/** The note in the thread of a post: what it says now, and what it said before. Null: all is back at that. */
export function correctionNote(figures: readonly NotedFigure[], now: Date): Message | null {
  const [first, ...more] = figures;
  if (!first) return null;
  if (more.length === 0) {
    const line = `${movedWords(first, now)}${first.isLate ? ', because of late data' : ''}`;
    return message(mrkdwn`${line}`, [section(mrkdwn`${line}`)]);
  }
  const isLate = figures.some((one) => one.isLate);
  const many = count(figures.length, 'figure');
  const title = isLate ? `Late data changes ${many}` : `${many} are counted now`;
  const names = listOf(figures.map(({ figure }) => figure.name));
  return message(mrkdwn`${title}: ${names}`, [
    section(joined([mrkdwn`*${title}*`, ...figures.map((one) => mrkdwn`${movedWords(one, now)}`)], '\n')),
  ]);
}

/** "On-time delivery of Fri 27 Nov: 94.1 % (941 of 1,000) → 93.6 % (936 of 1,000)". */
function movedWords({ figure, before, behindBefore, after }: NotedFigure, now: Date): string {
  const behind = (what: string | null) => (what === null ? '' : ` (${what})`);
  const behindNow = isSaid(figure) ? figure.behind : null;
  return `${correctedWords(figure, now)}: ${before}${behind(behindBefore)} → ${after}${behind(behindNow)}`;
}

/** "On-time delivery of Fri 27 Nov". */
export function correctedWords({ name, from, to }: PostedFigure, now: Date): string {
  return `${name} of ${daysWords({ from, to }, now)}`;
}
