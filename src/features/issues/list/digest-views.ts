import { nameOf } from '../../../cases/words-views.ts';
import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import { button } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { listAction } from '../issue/actions.ts';
import { type Issue, lateFirst } from '../issue/model.ts';
import { headline, lateWords, severityWords, standing } from '../issue/words-views.ts';
import type { Filter, IssuePage, News } from './model.ts';

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

/** So many of what was raised, and of what was resolved. */
export const newsShown = mostLines / 2;

/** "4 issues raised (1 critical), 3 resolved since Fri 27 Feb 08:30 CET". */
export function newsPart({ since, until, raised, resolved }: News, filter: Filter, read: Reader): DigestPart {
  const worst = raised.critical > 0 ? ` (${number(raised.critical)} critical)` : '';
  const words = [
    ...(raised.total > 0 ? [`${count(raised.total, 'issue')} raised${worst}`] : []),
    ...(resolved.total > 0
      ? [`${raised.total > 0 ? number(resolved.total) : count(resolved.total, 'issue')} resolved`]
      : []),
  ];
  return {
    finding: `${words.join(', ')} ${until === null ? `since ${momentFor(since, read)}` : 'in these days'}`,
    urgency: 'note',
    lines: [
      ...raised.issues.map((issue) => mrkdwn`Raised: ${headline(issue)}: ${standsWords(issue)}`),
      ...resolved.issues.map(
        (issue) => mrkdwn`Resolved: ${headline(issue)}${byWords(issue)}${afterWords(issue)}`,
      ),
    ],
    total: raised.total + resolved.total,
    open: button(listAction, { ...filter, after: null }, 'Open issues'),
  };
}

function standsWords(issue: Issue): string {
  const { state, owner } = issue;
  return state === 'new' && !owner ? 'nobody is on it' : shorten(standing(issue), 60);
}

function byWords({ owner }: Issue): string {
  return owner ? ` by ${shorten(nameOf(owner), 40)}` : '';
}

function afterWords({ createdAt, resolvedAt }: Issue): string {
  return resolvedAt ? `, after ${distance(createdAt, resolvedAt)}` : '';
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
