import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import { decideApprovals, seeApprovals } from '../permissions.ts';
import { listPage } from './list.ts';
import { askedByMe, toDecide } from './views.ts';

const waiting = { state: 'waiting', kind: null, after: null } as const;

export const home: readonly HomeSection[] = [
  {
    rank: homeRanks.decisions,
    title: 'Waiting for your yes',
    permission: decideApprovals,
    draw: async (ctx) => toDecide(await listPage.call(ctx, { ...waiting, whose: 'for me' })),
  },
  {
    rank: homeRanks.mine,
    title: 'You asked for',
    permission: seeApprovals,
    draw: async (ctx) =>
      askedByMe(await listPage.call(ctx, { ...waiting, whose: 'mine' }), {
        now: ctx.now,
        timeZone: ctx.actor.timeZone,
      }),
  },
];
