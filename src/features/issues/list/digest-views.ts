import { nameOf } from '../../../cases/words-views.ts';
import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { listAction } from '../issue/actions.ts';
import { type Issue, lateFirst } from '../issue/model.ts';
import { headline, lateWords, severityWords } from '../issue/words-views.ts';
import type { Filter, IssuePage } from './model.ts';

/** "Critical: DHL pickup missed, Omar until 09:30; 7 more issues open": the worst by name; or "3 issues open". */
function openFinding(worst: readonly Issue[], total: number, read: Reader): string {
  const [first] = worst;
  if (!first) return `${count(total, 'issue')} open`;
  const rest = total - 1;
  const more = rest > 0 ? `; ${count(rest, 'more issue')} open` : '';
  return `${severityWords[first.severity]}: ${shorten(first.title, 48)}, ${whoWords(first, read)}${more}`;
}

/** "Omar until 09:30, late", "nobody is on it". */
function whoWords({ owner, state, promiseAt }: Issue, read: Reader): string {
  if (!owner || state === 'new') return 'nobody is on it';
  const until =
    promiseAt && state === 'on it'
      ? ` until ${dayMoment(promiseAt, read)}${lateWords(promiseAt, { ...read, lasting: true })}`
      : '';
  return `${shorten(nameOf(owner), 24)}${until}`;
}

/** The critical and high issues with their owners. */
export function openPart(
  { rows, total }: Pick<IssuePage, 'rows' | 'total'>,
  filter: Filter,
  read: Reader,
): DigestPart {
  const named = worstFirst(rows, read.now).slice(0, mostLines);
  const [first] = named;
  return {
    finding: openFinding(named, total, read),
    urgency: !first ? 'note' : first.severity === 'critical' ? 'critical' : 'now',
    lines: named.map((issue) => mrkdwn`${headline(issue)}: ${whoWords(issue, read)}`),
    total,
    open: opens(rows, filter, total),
  };
}

/** The critical ones alone, if there are any. */
function opens(rows: readonly Issue[], filter: Filter, total: number) {
  const critical = rows.filter(({ severity }) => severity === 'critical').length;
  if (critical === 0) return button(listAction, { ...filter, after: null }, count(total, 'issue'));
  return button(listAction, { ...filter, severity: 'critical', after: null }, `${critical} Critical`);
}

/** Critical before high, and those that are late first. */
function worstFirst(issues: readonly Issue[], now: Date): readonly Issue[] {
  const of = (severity: Issue['severity']) => issues.filter((one) => one.severity === severity);
  return [...lateFirst(of('critical'), now), ...lateFirst(of('high'), now)];
}
