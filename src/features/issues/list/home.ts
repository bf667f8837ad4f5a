import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import { lateFirst } from '../issue/model.ts';
import { seeIssues } from '../permissions.ts';
import { listPage, unattended } from './list.ts';
import { ownIssues, unattendedIssues } from './views.ts';

const shown = 5;

export const home: readonly HomeSection[] = [
  {
    // Before the reader's own: nobody may be on it.
    rank: homeRanks.mine - 50,
    title: 'Critical, and what nobody is on',
    permission: seeIssues,
    async draw(ctx) {
      const { issues, total } = await unattended.call(ctx, { limit: shown });
      return unattendedIssues(issues, total, { now: ctx.now, timeZone: ctx.actor.timeZone });
    },
  },
  {
    rank: homeRanks.mine,
    title: 'My issues',
    permission: seeIssues,
    async draw(ctx) {
      const mine = { state: 'open', severity: null, department: null, whose: 'mine', after: null } as const;
      const { rows, total } = await listPage.call(ctx, mine);
      return ownIssues(lateFirst(rows, ctx.now).slice(0, shown), total, {
        now: ctx.now,
        timeZone: ctx.actor.timeZone,
      });
    },
  },
];
