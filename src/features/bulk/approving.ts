import { approves } from '../../core/declare/approval.ts';
import { bulkKind, readBulk, runBulkRequest } from './kind.ts';
import { tellBulk } from './words.ts';

export const approvals = [
  approves(bulkKind, {
    read: readBulk,
    tell: (_, facts) => tellBulk(facts),
    changed: () => [],
    run: runBulkRequest,
  }),
];
