import type { FactTable } from '../../../core/declare/kpi.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { issueFacts } from '../issue/facts-model.ts';
import { issuesAfter, makeIssueFacts } from './fact-store.ts';

/** What each issue adds to the figures. */
export const issueFactTable: FactTable = {
  family: issueFacts,
  table: 'issue_fact',
  one: 'issue',
  opens: 'issue',
  version: 2,
  dimensions: [
    { name: 'department', title: 'department', words: ['team'] },
    { name: 'severity', title: 'severity' },
    { name: 'kind', title: 'kind' },
  ],
  make: makeIssueFacts,
  subjects: issuesAfter,
};

const shared = { facts: issueFactTable, feed: null, version: 1, owner: 'management' } as const;

/** The core set of KPIS.md that issues tell. */
export const issueKpis: readonly Kpi[] = [
  {
    ...shared,
    key: 'issues',
    name: 'Issues raised',
    aliases: ['issues', 'issues raised', 'incidents'],
    formula: 'issues raised, whatever became of them',
    good: 'down',
    measure: { kind: 'sum', of: 'raised', unit: 'issue' },
    anchor: { column: 'raised_day', words: 'raised' },
  },
  {
    ...shared,
    key: 'mtta',
    name: 'Time to acknowledge',
    aliases: ['mtta', 'time to acknowledge', 'acknowledgement time'],
    formula: 'from raised until somebody first took it, by the severity that it had then',
    good: 'down',
    measure: { kind: 'spread', of: 'acknowledge_ms', unit: 'ms' },
    anchor: { column: 'acknowledged_day', words: 'taken' },
    excluded: { 'taken before it was raised': 'acknowledge_fault' },
  },
  {
    ...shared,
    key: 'mttr',
    name: 'Time to resolve',
    aliases: ['mttr', 'time to resolve', 'resolution time'],
    formula: 'from raised until done',
    good: 'down',
    measure: { kind: 'spread', of: 'resolve_ms', unit: 'ms' },
    anchor: { column: 'resolved_day', words: 'done' },
    excluded: { 'done before it was raised': 'resolve_fault' },
  },
  {
    ...shared,
    key: 'promises_kept',
    name: 'Promises kept',
    aliases: ['promises kept', 'promises', 'kept promises', 'acknowledgements kept'],
    formula:
      'issues done, or set aside with a note, by the time that was promised, of the promises whose time came',
    good: 'up',
    counted: 'promises',
    bad: 'not kept',
    measure: { kind: 'share', of: 'promises_kept', among: 'promises' },
    anchor: { column: 'promise_day', words: 'promised for' },
    excluded: {
      'put off beforehand': 'promises_extended',
      'handed on or set aside without a word': 'promises_dropped',
      'still running': 'promises_running',
    },
    pending: 'still running',
  },
];
