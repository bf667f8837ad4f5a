import { readerOf } from '../../../cases/reader.ts';
import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import { seeFeeds } from '../permissions.ts';
import { getStandings } from './list.ts';
import { standingLines } from './views.ts';

export const home: readonly HomeSection[] = [
  {
    rank: homeRanks.sources,
    title: 'How fresh the numbers are',
    permission: seeFeeds,
    draw: async (ctx) => standingLines(await getStandings.call(ctx, {}), readerOf(ctx)),
  },
];
