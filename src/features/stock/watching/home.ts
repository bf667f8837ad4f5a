import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import { watchStock } from '../permissions.ts';
import { watchLines } from './home-views.ts';
import { listWatches } from './watch.ts';

const shown = 5;

export const home: readonly HomeSection[] = [
  {
    rank: homeRanks.watched,
    title: 'Watched stock',
    permission: watchStock,
    draw: async (ctx) => watchLines(await listWatches.call(ctx, {}), shown),
  },
];
