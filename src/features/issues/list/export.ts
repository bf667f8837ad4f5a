import { lists } from '../../../core/declare/lists/listing.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { listPageShape } from '../../../core/tokens/listing.ts';
import { placeShape } from '../../../core/tokens/page.ts';
import { type Issue, severities } from '../issue/model.ts';
import { seeIssues } from '../permissions.ts';
import { filterShape, listExport } from './model.ts';
import { selectedIssue } from './selected.ts';
import { listIssues } from './store.ts';

/** A page of the list as a file. */
export const exportPage = query({
  name: 'issues.export',
  permission: seeIssues,
  input: listPageShape(filterShape, placeShape),
  async run(ctx, { filter, after, limit }) {
    const me = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    return await listIssues(ctx.scope, { ...filter, after }, me, limit);
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
  'Promised until': ({ state, promiseAt }) => (state === 'on it' ? (promiseAt?.toISOString() ?? null) : null),
  Due: ({ dueAt }) => dueAt?.toISOString() ?? null,
  Links: ({ links }) => links.map(({ label }) => label).join('; ') || null,
};

function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 60_000);
}

export const wholeList = lists(listExport, {
  page: exportPage,
  placeOf: ({ severity, number }) => [severities.indexOf(severity), number],
  columns,
  select: selectedIssue,
});
