import { z } from 'zod';
import { csvFile, mostInFile } from '../../../core/declare/page.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import type { Issue } from '../issue/model.ts';
import { seeIssues } from '../permissions.ts';
import { filterShape } from './list.ts';
import { listIssues } from './store.ts';

/** All pages of a list as CSV, with moments in UTC. */
export const exportIssues = query({
  name: 'issues.export',
  permission: seeIssues,
  input: z.object({ filter: filterShape }),
  async run(ctx, { filter }) {
    const me = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    return csvFile(columns, await listIssues(ctx.scope, { ...filter, after: null }, me, mostInFile));
  },
});

const columns: Readonly<Record<string, (issue: Issue) => Cell>> = {
  Number: ({ number }) => number,
  Severity: ({ severity }) => severity,
  State: ({ state }) => state,
  Kind: ({ kind }) => kind,
  Department: ({ department }) => department,
  Title: ({ title }) => title,
  Owner: ({ owner }) => owner?.name ?? null,
  Reporter: ({ reporter, connector }) => reporter?.name ?? connector,
  Raised: ({ createdAt }) => createdAt.toISOString(),
  'First taken': ({ acknowledgedAt }) => acknowledgedAt?.toISOString() ?? null,
  'Minutes to acknowledge': ({ createdAt, acknowledgedAt }) =>
    acknowledgedAt && minutesBetween(createdAt, acknowledgedAt),
  Resolved: ({ resolvedAt }) => resolvedAt?.toISOString() ?? null,
  'Minutes to resolve': ({ createdAt, resolvedAt }) => resolvedAt && minutesBetween(createdAt, resolvedAt),
  Resolution: ({ resolutionCode }) => resolutionCode,
  Note: ({ resolutionNote }) => resolutionNote,
  Due: ({ dueAt }) => dueAt?.toISOString() ?? null,
  Links: ({ links }) => links.map(({ label }) => label).join('; ') || null,
};

function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 60_000);
}
