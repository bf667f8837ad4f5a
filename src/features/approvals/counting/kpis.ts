import type { FactTable } from '../../../core/declare/kpi.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { approvalFacts } from '../request/facts-model.ts';
import { approvalsAfter, makeApprovalFacts } from './fact-store.ts';

/** What each approval adds to the figures. */
export const approvalFactTable: FactTable = {
  family: approvalFacts,
  table: 'approval_fact',
  one: 'approval',
  opens: 'approval',
  version: 1,
  dimensions: [
    { name: 'kind', title: 'kind' },
    { name: 'location', title: 'location', words: ['warehouse', 'site'] },
  ],
  make: makeApprovalFacts,
  subjects: approvalsAfter,
};

const shared = {
  facts: approvalFactTable,
  feed: null,
  version: 1,
  owner: 'management',
  good: 'down',
} as const;

/** The core set of KPIS.md that approvals tell. */
export const approvalKpis: readonly Kpi[] = [
  {
    ...shared,
    key: 'approval_time',
    name: 'Time to decide',
    aliases: ['approval time', 'time to decide', 'decision time', 'approvals'],
    formula: 'from the request until it was decided, expired ones apart',
    measure: { kind: 'spread', of: 'decide_ms', unit: 'ms' },
    anchor: { column: 'decided_day', words: 'decided' },
    excluded: { expired: 'expired', 'decided before it was asked': 'decide_fault' },
  },
  {
    ...shared,
    key: 'approval_expired',
    name: 'Approvals that expired',
    aliases: ['expired approvals', 'approvals expired', 'expired'],
    formula: 'requests that nobody decided in time, of those made',
    bad: 'expired',
    measure: { kind: 'share', of: 'expired', among: 'requested' },
    anchor: { column: 'requested_day', words: 'asked for' },
  },
];
