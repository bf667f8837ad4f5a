import type { Samples } from '../../core/declare/sample.ts';
import { bad, fresh, read, taken } from './base-samples.ts';
import { openPart } from './list/digest-views.ts';
import { ownIssues, unattendedIssues } from './list/views.ts';

const lasting = { ...read, lasting: true } as const;
const all = { state: 'open', severity: null, department: null, whose: 'all' } as const;
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
};
