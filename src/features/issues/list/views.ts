import type { KnownBlock } from '@slack/types';
import { nameOf } from '../../../cases/words-views.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { departments } from '../../../core/tokens/departments.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, menu, message, section } from '../../../ui/blocks.ts';
import { distance, momentFor } from '../../../ui/format.ts';
import { quoted, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { exportAction, listAction, raiseAction, showIssue } from '../issue/actions.ts';
import { type Issue, isOpen, severities, states } from '../issue/model.ts';
import { capital, headline, severityWords, stateWords } from '../issue/words-views.ts';
import type { Filter, Page } from './model.ts';

/** A page with menus that narrow it down. */
export function issueList({ filter, issues, total, next }: Page, read: Reader): Message {
  const finding = describe(filter, total);
  const first = issues.map(headline).join('; ');
  const more = next ? [button(listAction, { ...filter, after: next }, 'Next', { key: 'next' })] : [];
  return message(mrkdwn`${finding}${first ? `: ${first}` : ''}`, [
    section(mrkdwn`*${finding}*`),
    ...issues.map((issue) => issueLineOf(issue, read)),
    actions(...menus({ ...filter, after: null })),
    actions(...more, ...asFile(filter, total), button(raiseAction, {}, 'Raise an issue')),
    context(mrkdwn`Worst first, then newest. As of ${momentFor(read.now, read)}.`),
  ]);
}

function asFile({ after: _, ...filter }: Filter, total: number) {
  return total > 0 ? [button(exportAction, filter, 'As CSV')] : [];
}

/** What a Home shows of one's own. Without its age: an hour that passes is no reason to draw it again. */
export function ownIssues(issues: readonly Issue[], total: number, read: Reader): readonly KnownBlock[] {
  const more = total - issues.length;
  return [
    ...issues.map((issue) => issueLineOf(issue, read, [])),
    ...(more > 0 ? [context(mrkdwn`${count(more, 'more issue')}: \`/issue mine\` lists all.`)] : []),
  ];
}

/** What comes with the file. */
export function exported(rows: number): Message {
  const text = mrkdwn`${count(rows, 'issue')} as CSV, in your direct messages with me.`;
  return message(text, [section(text), context(mrkdwn`Moments are in UTC.`)]);
}

export function foundIssues(asked: string, issues: readonly Issue[], read: Reader): Message {
  if (issues.length === 0) {
    const text = mrkdwn`No issue speaks of "${quoted(asked)}".`;
    return message(text, [section(text), actions(button(raiseAction, {}, 'Raise an issue'))]);
  }
  const finding = `${count(issues.length, 'issue')} ${issues.length === 1 ? 'speaks' : 'speak'} of "${quoted(asked)}"`;
  return message(mrkdwn`${finding}: ${issues.map(headline).join('; ')}`, [
    section(mrkdwn`*${finding}*`),
    ...issues.map((issue) => issueLineOf(issue, read)),
  ]);
}

/** One issue of a list, with a button that shows it. */
export function issueLineOf(
  issue: Issue,
  read: Reader,
  more = [`${distance(issue.createdAt, read.now)} old`],
) {
  const { owner, state, department, promiseAt, dueAt } = issue;
  const facts = [
    `${stateWords[state]}${owner ? `: ${shorten(nameOf(owner), 40)}` : ''}`,
    capital(department),
    ...(promiseAt && state === 'on it' ? [`promised ${momentFor(promiseAt, read)}`] : []),
    ...(dueAt && isOpen(state) ? [`due ${momentFor(dueAt, read)}`] : []),
    ...more,
  ];
  return section(
    mrkdwn`*${headline(issue)}*\n${facts.join(' · ')}`,
    button(showIssue, { id: issue.id }, `Show ${issue.number}`),
  );
}

/** "3 open high issues for shipping", "No open issues of yours". */
function describe({ state, severity, department, whose }: Filter, total: number): string {
  const what = [state, severity, 'issue'].filter(Boolean).join(' ');
  const whom = `${whose === 'mine' ? ' of yours' : ''}${department ? ` for ${department}` : ''}`;
  return total === 0 ? `No ${what}s${whom}` : `${count(total, what)}${whom}`;
}

function menus(filter: Filter) {
  const state = ['open', ...states] as const;
  return [
    menu(
      listAction,
      'State',
      state.map((one) => ({
        value: { ...filter, state: one },
        label: one === 'open' ? 'Open' : stateWords[one],
        picked: one === filter.state,
      })),
      { key: 'state' },
    ),
    menu(
      listAction,
      'Severity',
      [null, ...severities].map((one) => ({
        value: { ...filter, severity: one },
        label: one ? severityWords[one] : 'Any severity',
        picked: one === filter.severity,
      })),
      { key: 'severity' },
    ),
    menu(
      listAction,
      'Department',
      [null, ...departments].map((one) => ({
        value: { ...filter, department: one },
        label: one ? capital(one) : 'All departments',
        picked: one === filter.department,
      })),
      { key: 'department' },
    ),
  ];
}
