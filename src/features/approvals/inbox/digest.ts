import type { DigestSection } from '../../../core/declare/digest.ts';
import { waitingLines } from './digest-views.ts';
import { listPage } from './list.ts';

const waiting = { state: 'waiting', kind: null, whose: 'all', after: null } as const;

/** The requests that wait, with their approvers. */
export const digest: readonly DigestSection[] = [
  async (ctx) => {
    const page = await listPage.call(ctx, waiting);
    if (page.total === 0) return null;
    return waitingLines(page, { now: ctx.now, timeZone: ctx.actor.timeZone, lasting: true });
  },
];
