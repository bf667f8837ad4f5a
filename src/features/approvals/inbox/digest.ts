import type { DigestSection } from '../../../core/declare/digest.ts';
import { waitingPart } from './digest-views.ts';
import { listPage } from './list.ts';

/** A person's digest tells what waits for them; a channel's what waits for anybody. */
export const digest: readonly DigestSection[] = [
  {
    key: 'approvals.waiting',
    title: 'Approvals waiting',
    about: 'what waits for a yes, with its approvers; in a direct message what waits for its reader',
    feed: null,
    ownHome: true,
    async read(ctx) {
      const whose = ctx.actor.kind === 'person' ? 'for me' : 'all';
      const filter = { state: 'waiting', kind: null, whose } as const;
      const page = await listPage.call(ctx, { ...filter, after: null });
      if (page.total === 0) return null;
      return waitingPart(page, filter, { now: ctx.now, timeZone: ctx.actor.timeZone, lasting: true });
    },
  },
];
