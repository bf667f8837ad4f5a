import type { Samples } from '../../core/declare/sample.ts';
import { bad, before, fresh, read, taken } from './base-samples.ts';
import { newsPart, newsShown, openPart } from './list/digest-views.ts';
import { ownIssues, unattendedIssues } from './list/views.ts';

const lasting = { ...read, lasting: true } as const;
const all = { state: 'open', severity: null, department: null, whose: 'all' } as const;
const done = {
  issues: [{ ...taken, state: 'done' as const, resolvedAt: read.now }],
  total: 1,
  critical: 0,
};
const fifty = Array.from({ length: 50 }, () => bad);

/** Parts of Home and of digests. */
export const partSamples: Samples = {
  'own issues at Home': () => ({ home: 'My issues', blocks: ownIssues([taken, fresh], 2, read) }),
  'more own issues than Home shows, hostile': () => ({
    home: 'My issues',
    blocks: ownIssues(fifty.slice(0, 5), 1_204, read),
  }),
  'critical issues, and what nobody is on, at Home': () => ({
    home: 'Critical, and what nobody is on',
    blocks: unattendedIssues([taken, fresh], 2, read),
  }),
  'more of them than Home shows, hostile': () => ({
    home: 'Critical, and what nobody is on',
    blocks: unattendedIssues(fifty.slice(0, 5), 1_204, read),
  }),
  'a late issue at Home': () => ({
    home: 'Late, and yours',
    blocks: ownIssues([{ ...taken, promiseAt: read.now }], 1, read),
  }),
  'open issues, for a digest': () => openPart({ rows: [fresh, taken], total: 2 }, all, lasting),
  'more open issues than a digest names, hostile': () =>
    openPart({ rows: fifty, total: 1_204 }, all, lasting),
  'news of issues, for a digest': () =>
    newsPart(
      {
        since: before,
        until: null,
        raised: { issues: [fresh, taken], total: 2, critical: 1 },
        resolved: done,
      },
      all,
      lasting,
    ),
  'one issue was resolved, for a digest': () =>
    newsPart(
      { since: before, until: read.now, raised: { issues: [], total: 0, critical: 0 }, resolved: done },
      all,
      lasting,
    ),
  'more news than a digest names, hostile': () => {
    const many = { issues: fifty.slice(0, newsShown), total: 1_204, critical: 900 };
    return newsPart({ since: before, until: null, raised: many, resolved: many }, all, lasting);
  },
};
