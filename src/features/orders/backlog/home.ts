import { readerOf } from '../../../cases/reader.ts';
import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import { readOrders } from '../permissions.ts';
import { backlogAtHome } from './home-views.ts';
import { needsOf } from './needs.ts';
import { getBacklog } from './read.ts';

export const home: readonly HomeSection[] = [
  {
    // After the reader's own, before what they watch.
    rank: homeRanks.mine + 50,
    title: 'Orders to ship',
    permission: readOrders,
    async draw(ctx) {
      const [backlog, needs] = await Promise.all([getBacklog.call(ctx, { at: null }), needsOf(ctx)]);
      return backlogAtHome(backlog, needs, readerOf(ctx));
    },
  },
];
