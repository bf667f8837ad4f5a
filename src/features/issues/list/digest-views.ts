import type { KnownBlock } from '@slack/types';
import { nameOf } from '../../../cases/words-views.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { type Issue, isLate, lateFirst } from '../issue/model.ts';
import { headline, lateWords } from '../issue/words-views.ts';

const shown = 6;

/** "3 issues open, 1 urgent late, 1 urgent that nobody is on". */
export function openFinding(issues: readonly Issue[], total: number, { now }: Reader): string {
  const alone = urgent(issues).filter(({ owner, state }) => !owner || state === 'new').length;
  const behind = urgent(issues).filter((issue) => isLate(issue, now)).length;
  const lates = behind > 0 ? `, ${behind} urgent late` : '';
  const nobodys = alone > 0 ? `, ${alone} urgent that nobody is on` : '';
  return `${count(total, 'issue')} open${lates}${nobodys}`;
}

/** The critical and high issues with their owners, and the number of the others. */
export function worstOpen(issues: readonly Issue[], total: number, read: Reader): readonly KnownBlock[] {
  const named = lateFirst(urgent(issues), read.now).slice(0, shown);
  const lines = named.map((issue) => {
    const { owner, state, promiseAt } = issue;
    const who = owner && state !== 'new' ? shorten(nameOf(owner), 40) : 'nobody is on it';
    const until =
      promiseAt && state === 'on it'
        ? ` until ${momentFor(promiseAt, read)}${lateWords(promiseAt, read)}`
        : '';
    return mrkdwn`${headline(issue)}: ${who}${until}`;
  });
  const rest = total - named.length;
  const more =
    rest > 0
      ? [mrkdwn`${count(rest, named.length > 0 ? 'more issue' : 'issue')} open: \`/issue\` lists them.`]
      : [];
  return [section(joined([mrkdwn`*${openFinding(issues, total, read)}*`, ...lines, ...more], '\n'))];
}

function urgent(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ severity }) => severity === 'critical' || severity === 'high');
}
