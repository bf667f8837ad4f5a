import type { KnownBlock } from '@slack/types';
import { nameOf } from '../../../cases/words-views.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import { age } from '../../../core/time/spans.ts';
import { selectAllAction } from '../../../core/tokens/bulk.ts';
import { departments } from '../../../core/tokens/departments.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { quoted, shorten } from '../../../ui/limits.ts';
import { andMore, pagedList } from '../../../ui/paged-list.ts';
import { joined, mrkdwn } from '../../../ui/text.ts';
import { exportAction, listAction, raiseAction, showIssue } from '../issue/actions.ts';
import { type Issue, isLate, isOpen, lateFirst, severities, states } from '../issue/model.ts';
import { capital, headline, lateWords, severityWords, stateWord } from '../issue/words-views.ts';
import { type Counts, type Filter, type IssuePage, listExport, mostSearched, pageSize } from './model.ts';

/** A page of the list, with menus that filter it. */
export function issueList(page: IssuePage, read: Reader, acts = false): Message {
  return pagedList<Issue, Filter>(listAction, page, {
    finding: describe(page),
    headline,
    line: (issue) => issueLineOf(issue, read),
    menus,
    file: exportAction,
    buttons: [...actOnAll(page, acts), ...everywhere(page), button(raiseAction, {}, 'Raise an issue')],
    note: mrkdwn`${alsoOpen(page)}Worst first, then newest. As of ${momentFor(read.now, read)}.`,
    empty: mrkdwn`The menus below show other issues; \`/issue new high shipping 3PL feed dead\` raises one.`,
  });
}

/** Open critical issues of others, and those within the reader's care that nobody is on, at Home. */
export function unattendedIssues(
  issues: readonly Issue[],
  total: number,
  read: Reader,
): readonly KnownBlock[] {
  return [
    ...lateFirst(issues, read.now).map((issue) => issueLineOf(issue, read, [])),
    ...andMore(total - issues.length, mrkdwn`\`/issue\` lists all.`),
  ];
}

/** The reader's own issues at Home. An age would make Home change every hour, so there is none. */
export function ownIssues(issues: readonly Issue[], total: number, read: Reader): readonly KnownBlock[] {
  return [
    ...issues.map((issue) => issueLineOf(issue, read, [])),
    ...andMore(total - issues.length, mrkdwn`\`/issue mine\` lists all.`),
  ];
}

export function foundIssues(asked: string, issues: readonly Issue[], read: Reader): Message {
  if (issues.length === 0) {
    const text = mrkdwn`No issue matches "${quoted(asked)}".`;
    return message(text, [section(text), actions(button(raiseAction, {}, 'Raise an issue'))]);
  }
  const shown = issues.slice(0, pageSize);
  const many =
    issues.length > mostSearched ? `More than ${mostSearched} issues` : count(issues.length, 'issue');
  const finding = `${many} ${issues.length === 1 ? 'matches' : 'match'} "${quoted(asked)}"`;
  const best = shown.length < issues.length ? `, here the ${shown.length} that fit best` : '';
  return message(mrkdwn`${finding}: ${shown.map(headline).join('; ')}`, [
    section(mrkdwn`*${finding}*${best}`),
    ...shown.map((issue) => issueLineOf(issue, read)),
    ...(best ? [context(mrkdwn`Open ones first. A word more narrows it.`)] : []),
  ]);
}

/** An issue in a list, with a button that shows it. */
export function issueLineOf(issue: Issue, read: Reader, more = [age(issue.createdAt, read.now)]) {
  const { state, department, promiseAt, dueAt } = issue;
  // By how much would make Home change every minute.
  const late = (at: Date) => lateWords(at, { ...read, lasting: true });
  const promised =
    promiseAt && state === 'on it' ? [mrkdwn`until ${momentFor(promiseAt, read)}${late(promiseAt)}`] : [];
  const behind = isLate(issue, read.now);
  const facts = [
    ...(behind ? promised.map((until) => mrkdwn`*${until}*`) : []),
    ownerWords(issue, read),
    capital(department),
    ...(behind ? [] : promised),
    ...(dueAt && isOpen(state) ? [`due ${momentFor(dueAt, read)}${late(dueAt)}`] : []),
    ...more,
  ].map((fact) => mrkdwn`${fact}`);
  return section(
    mrkdwn`*${headline(issue)}*\n${joined(facts, ' · ')}`,
    button(showIssue, { id: issue.id }, `Show issue ${issue.number}`),
  );
}

/** "On it: Maya"; "Maya is asked" while she has not taken it. */
function ownerWords(issue: Issue, read: Reader): string {
  const { owner, asked, resolvedAt } = issue;
  // Whoever had it need not be who ended it.
  if (resolvedAt)
    return `${stateWord(issue)} ${momentFor(resolvedAt, read)}${owner ? `, was ${shorten(nameOf(owner), 40)}’s` : ''}`;
  if (owner) return `${stateWord(issue)}: ${shorten(nameOf(owner), 40)}`;
  return asked ? `${shorten(nameOf(asked), 40)} is asked` : stateWord(issue);
}

const filterWords: Readonly<Record<Filter['state'], { readonly menu: string; readonly adjective: string }>> =
  {
    open: { menu: 'Open', adjective: 'open' },
    new: { menu: 'Nobody is on it', adjective: 'unowned' },
    'on it': { menu: 'Somebody is on it', adjective: 'owned' },
    waiting: { menu: 'Waiting', adjective: 'waiting' },
    done: { menu: 'Done', adjective: 'done' },
    closed: { menu: 'Closed', adjective: 'closed' },
  };

/** "5 open for other departments (1 Critical and 4 High)"; null: nothing is open there. */
function openElsewhere(counts: Counts | null): string | null {
  if (!counts) return null;
  const urgent = (['critical', 'high'] as const).flatMap((one) => {
    const n = counts[one] ?? 0;
    return n > 0 ? [`${number(n)} ${severityWords[one]}`] : [];
  });
  const all = severities.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  if (all === 0) return null;
  return `${number(all)} open for other departments${urgent.length > 0 ? ` (${listOf(urgent)})` : ''}`;
}

function alsoOpen({ elsewhere, total }: IssuePage): string {
  const open = total > 0 && openElsewhere(elsewhere);
  return open ? `${open}. ` : '';
}

/** What is closed is over, and one issue has buttons of its own. */
function actOnAll({ filter: { after: _, ...filter }, total }: IssuePage, acts: boolean) {
  if (!acts || total < 2 || filter.state === 'closed') return [];
  return [button(selectAllAction, listExport.of(filter), `Act on all ${number(total)}`)];
}

/** An empty list is no all-clear: what is open for other departments is one press away. */
function everywhere({ filter, elsewhere, total }: IssuePage) {
  if (!openElsewhere(elsewhere)) return [];
  const all = { ...filter, department: null, after: null };
  const style = total === 0 ? ({ style: 'primary' } as const) : {};
  return [
    button(listAction, all, total === 0 ? 'Show them' : 'All departments', { key: 'everywhere', ...style }),
  ];
}

/** "3 open issues for shipping, 1 Critical and 2 late", "None open for shipping; 5 open for other departments (1 Critical)". */
function describe({ filter, total, elsewhere, worst }: IssuePage): string {
  const { state, severity, department, whose } = filter;
  const open = openElsewhere(elsewhere);
  if (total === 0 && department && open) return `None open for ${department}; ${open}`;
  const what = [filterWords[state].adjective, severity, 'issue'].filter(Boolean).join(' ');
  const whom = `${whose === 'mine' ? ' of yours' : ''}${department ? ` for ${department}` : ''}`;
  if (total === 0) return `No ${what}s${whom}`;
  const { critical = 0, late = 0 } = worst ?? {};
  const marked = [
    ...(critical > 0 && severity === null ? [`${number(critical)} ${severityWords.critical}`] : []),
    ...(late > 0 ? [`${number(late)} late`] : []),
  ];
  return `${count(total, what)}${whom}${marked.length > 0 ? `, ${listOf(marked)}` : ''}`;
}

const menus = {
  state: {
    label: 'State',
    choices: (['open', ...states] as const).map((state) => [state, filterWords[state].menu] as const),
  },
  severity: {
    label: 'Severity',
    choices: [null, ...severities].map((one) => [one, one ? severityWords[one] : 'Any severity'] as const),
  },
  department: {
    label: 'Department',
    choices: [null, ...departments].map((one) => [one, one ? capital(one) : 'All departments'] as const),
  },
};
