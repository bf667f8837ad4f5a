import type { HomeSection } from '../../core/home.ts';
import { listPage } from './list.ts';
import { toDecide } from './list-views.ts';
import { decideApprovals } from './permissions.ts';

const shown = 5;

export const home: readonly HomeSection[] = [
  {
    rank: 'to decide',
    title: 'Waiting for your yes',
    permission: decideApprovals,
    async draw(ctx) {
      const mine = { state: 'waiting', kind: null, whose: 'for me', after: null } as const;
      const { lines, total } = await listPage.call(ctx, mine);
      return toDecide(
        { lines: lines.slice(0, shown), total },
        { now: ctx.now, timeZone: ctx.actor.timeZone },
      );
    },
  },
];
