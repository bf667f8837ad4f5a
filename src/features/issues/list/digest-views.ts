import { nameOf } from '../../../cases/words-views.ts';
import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { listAction } from '../issue/actions.ts';
import { type Issue, isLate, lateFirst } from '../issue/model.ts';
import { headline, lateWords } from '../issue/words-views.ts';
import type { Filter, IssuePage } from './model.ts';

/** "3 issues open, 1 urgent late, 1 urgent that nobody is on". */
function openFinding(issues: readonly Issue[], total: number, { now }: Reader): string {
  const alone = urgent(issues).filter(({ owner, state }) => !owner || state === 'new').length;
  const behind = urgent(issues).filter((issue) => isLate(issue, now)).length;
  const lates = behind > 0 ? `, ${behind} urgent late` : '';
  const nobodys = alone > 0 ? `, ${alone} urgent that nobody is on` : '';
  return `${count(total, 'issue')} open${lates}${nobodys}`;
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
