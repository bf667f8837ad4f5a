import { acts } from '../../../core/declare/due.ts';
import { defineDue } from '../../../core/tokens/due.ts';
import { composeJob } from './job.ts';

/** Tries again to compose an edition whose figures were still being counted for the first time. */
export const laterDue = defineDue('digests.compose-later');

export const dueEditions = [
  acts(laterDue, async (_, id) => ({ changes: [], jobs: [composeJob.with({ id })], next: null })),
];
