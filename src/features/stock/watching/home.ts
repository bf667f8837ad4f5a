import { type HomeSection, homeRanks } from '../../../core/declare/home.ts';
import { listSources } from '../card/store.ts';
import { lookUpStock, watchStock } from '../permissions.ts';
import { freshnessLines, watchLines } from './home-views.ts';
import { listWatches } from './watch.ts';

const shown = 5;

export const home: readonly HomeSection[] = [
  {
    rank: homeRanks.watched,
    title: 'Watched stock',
    permission: watchStock,
    draw: async (ctx) => watchLines(await listWatches.call(ctx, {}), shown),
  },
  {
    rank: homeRanks.sources,
    title: 'How fresh the numbers are',
    permission: lookUpStock,
    async draw(ctx) {
      const sources = await listSources(ctx.engine.database.scope(ctx.workspace.id));
      return freshnessLines(sources, { now: ctx.now, timeZone: ctx.actor.timeZone });
    },
  },
];
