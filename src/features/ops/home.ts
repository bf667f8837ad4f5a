import { type HomeSection, homeRanks } from '../../core/declare/home.ts';
import { checkSetup } from './check-up.ts';
import { setUp } from './permissions.ts';
import { setupLeft } from './views.ts';

export const home: readonly HomeSection[] = [
  {
    rank: homeRanks.setUp,
    title: 'Still to set up',
    permission: setUp,
    draw: async (ctx) => setupLeft(await checkSetup.call(ctx, {})),
  },
];
