import type { HomeSection } from '../../../core/declare/home.ts';
import { decideApprovals, seeApprovals } from '../permissions.ts';
import { listPage } from './list.ts';
import { askedByMe, toDecide } from './views.ts';

const waiting = { state: 'waiting', kind: null, after: null } as const;

export const home: readonly HomeSection[] = [
  {
    rank: 'to decide',
    title: 'Waiting for your yes',
    permission: decideApprovals,
    draw: async (ctx) => toDecide(await listPage.call(ctx, { ...waiting, whose: 'for me' })),
  },
  {
    rank: 'mine',
    title: 'You asked for',
    permission: seeApprovals,
    draw: async (ctx) =>
      askedByMe(await listPage.call(ctx, { ...waiting, whose: 'mine' }), {
        now: ctx.now,
        timeZone: ctx.actor.timeZone,
      }),
  },
];
