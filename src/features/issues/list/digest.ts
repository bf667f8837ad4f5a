import type { DigestSection } from '../../../core/declare/digest.ts';
import { openFinding, worstOpen } from './digest-views.ts';
import { listPage } from './list.ts';

const open = { state: 'open', severity: null, department: null, whose: 'all', after: null } as const;

/** Critical and high issues with their owners, and the number of other open ones. */
export const digest: readonly DigestSection[] = [
  async (ctx) => {
    const { rows: issues, total } = await listPage.call(ctx, open);
    if (total === 0) return null;
    const reading = { now: ctx.now, timeZone: ctx.actor.timeZone, lasting: true } as const;
    return { finding: openFinding(issues, total, reading), blocks: worstOpen(issues, total, reading) };
  },
];
