import { nameOf } from '../../../cases/words-views.ts';
import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import { button } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { listAction } from '../issue/actions.ts';
import { type Issue, isLate, lateFirst } from '../issue/model.ts';
import { headline, lateWords, standing } from '../issue/words-views.ts';
import type { Filter, IssuePage, News } from './model.ts';

/** "3 issues open, 1 urgent late, 1 urgent that nobody is on". */
function openFinding(issues: readonly Issue[], total: number, { now }: Reader): string {
  const alone = urgent(issues).filter(({ owner, state }) => !owner || state === 'new').length;
  const behind = urgent(issues).filter((issue) => isLate(issue, now)).length;
  const lates = behind > 0 ? `, ${behind} urgent late` : '';
  const nobodys = alone > 0 ? `, ${alone} urgent that nobody is on` : '';
  return `${count(total, 'issue')} open${lates}${nobodys}`;
}

/** So many of what was raised, and of what was resolved. */
export const newsShown = mostLines / 2;

/** "4 issues raised (1 critical), 3 resolved since Fri 27 Feb 08:30 CET". */
export function newsPart({ since, raised, resolved }: News, filter: Filter, read: Reader): DigestPart {
  const worst = raised.critical > 0 ? ` (${number(raised.critical)} critical)` : '';
  const words = [
    ...(raised.total > 0 ? [`${count(raised.total, 'issue')} raised${worst}`] : []),
    ...(resolved.total > 0
      ? [`${raised.total > 0 ? number(resolved.total) : count(resolved.total, 'issue')} resolved`]
      : []),
  ];
  return {
    finding: `${words.join(', ')} since ${momentFor(since, read)}`,
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
  const named = lateFirst(urgent(rows), read.now).slice(0, mostLines);
  const lines = named.map((issue) => {
    const { owner, state, promiseAt } = issue;
    const who = owner && state !== 'new' ? shorten(nameOf(owner), 40) : 'nobody is on it';
    const until =
      promiseAt && state === 'on it'
        ? ` until ${momentFor(promiseAt, read)}${lateWords(promiseAt, read)}`
        : '';
    return mrkdwn`${headline(issue)}: ${who}${until}`;
  });
  return {
    finding: openFinding(rows, total, read),
    urgency: named.length > 0 ? 'now' : 'note',
    lines,
    total,
    open: button(listAction, { ...filter, after: null }, count(total, 'issue')),
  };
}

function urgent(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ severity }) => severity === 'critical' || severity === 'high');
}
