import type { DigestSection } from '../../../core/declare/digest.ts';
import { openPart } from './digest-views.ts';
import { listPage } from './list.ts';

const open = { state: 'open', severity: null, department: null, whose: 'all' } as const;

export const digest: readonly DigestSection[] = [
  {
    key: 'issues.open',
    title: 'Open issues',
    about: 'critical and high ones with their owners, and how many others',
    feed: null,
    ownHome: true,
    async read(ctx) {
      const page = await listPage.call(ctx, { ...open, after: null });
      if (page.total === 0) return null;
      return openPart(page, open, { now: ctx.now, timeZone: ctx.actor.timeZone });
    },
  },
];
