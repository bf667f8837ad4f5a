import { readerOf } from '../../../cases/reader.ts';
import type { Check } from '../../../core/declare/check.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { getStandings } from './list.ts';
import { standingWords } from './views.ts';

export const health: readonly Check[] = [
  {
    title: 'Feeds',
    async look(ctx) {
      // Whoever may see the bot's health sees all of it.
      const standings = await getStandings.call(asSystem(ctx, 'health'), {});
      const { late, total } = standings;
      return { ok: total > 0 && late.length === 0, finding: standingWords(standings, readerOf(ctx)) };
    },
  },
];
