import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { csvOf } from '../../../core/text/csv.ts';
import type { Issue } from '../issue/model.ts';
import { seeIssues } from '../permissions.ts';
import { filterShape } from './list.ts';
import { listIssues } from './store.ts';

/** What a spreadsheet of issues is good for ends somewhere. */
const most = 10_000;

/** All issues that a list would show, as CSV; moments in UTC. */
export const exportIssues = query({
  name: 'issues.export',
  permission: seeIssues,
  input: z.object({ filter: filterShape }),
  async run(ctx, { filter }) {
    const me = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    const issues = await listIssues(ctx.scope, { ...filter, after: null }, me, most);
    return { count: issues.length, csv: csvOf(columns, issues.map(row)) };
  },
});

const columns = [
  'Number',
  'Severity',
  'State',
  'Kind',
  'Department',
  'Title',
  'Owner',
  'Reporter',
  'Raised',
  'First taken',
  'Minutes to acknowledge',
  'Resolved',
  'Minutes to resolve',
  'Resolution',
  'Note',
  'Due',
  'Touches',
];

function row(issue: Issue) {
  const { createdAt, acknowledgedAt, resolvedAt } = issue;
  return [
    issue.number,
    issue.severity,
    issue.state,
    issue.kind,
    issue.department,
    issue.title,
    issue.owner?.name ?? null,
    issue.reporter?.name ?? null,
    createdAt.toISOString(),
    acknowledgedAt?.toISOString() ?? null,
    acknowledgedAt && minutesBetween(createdAt, acknowledgedAt),
    resolvedAt?.toISOString() ?? null,
    resolvedAt && minutesBetween(createdAt, resolvedAt),
    issue.resolutionCode,
    issue.resolutionNote,
    issue.dueAt?.toISOString() ?? null,
    issue.links.map(({ label }) => label).join('; ') || null,
  ];
}

function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 60_000);
}
