import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import { seeIssues } from '../permissions.ts';
import { listPage } from './list.ts';
import { ownIssues } from './views.ts';

const shown = 5;

export const home: readonly HomeSection[] = [
  {
    rank: homeRanks.mine,
    title: 'My issues',
    permission: seeIssues,
    async draw(ctx) {
      const mine = { state: 'open', severity: null, department: null, whose: 'mine', after: null } as const;
      const { rows, total } = await listPage.call(ctx, mine);
      return ownIssues(rows.slice(0, shown), total, { now: ctx.now, timeZone: ctx.actor.timeZone });
    },
  },
];
