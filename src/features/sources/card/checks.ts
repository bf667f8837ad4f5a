import { readerOf } from '../../../cases/reader.ts';
import type { Check } from '../../../core/declare/check.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { count } from '../../../core/text/sentence.ts';
import { getSources } from './get.ts';
import type { StandingSource } from './model.ts';
import { countsWords, refusedWords, stateWords } from './words-views.ts';

async function all(ctx: Context): Promise<readonly StandingSource[]> {
  // Whoever may see the bot's health sees all of it.
  return (await getSources.call(asSystem(ctx, 'health'), {})).sources;
}

export const health: readonly Check[] = [
  {
    title: 'Sources',
    async look(ctx) {
      const sources = await all(ctx);
      const reader = readerOf(ctx);
      const lines = sources.flatMap((one) => {
        // A pause is meant; what it holds back is easily forgotten.
        const isKept = one.source.state === 'paused' && one.counts.stored > 0;
        const words = [isKept ? stateWords(one, reader) : '', countsWords(one), refusedWords(one)].filter(
          (part) => part !== '',
        );
        return words.length > 0 ? [`${one.source.name}: ${words.join(', ')}`] : [];
      });
      if (lines.length > 0) return { ok: false, finding: `${lines.join('; ')}. /ops source shows them.` };
      if (sources.length === 0) return { ok: true, finding: 'none: nothing is expected by webhook' };
      return { ok: true, finding: `${count(sources.length, 'source')}, nothing waits` };
    },
  },
];

export const setup: readonly Check[] = [
  {
    title: 'Webhooks',
    async look(ctx) {
      const sources = await all(ctx);
      const listening = ctx.engine.webhooks.listening();
      if (sources.length === 0) return { ok: true, finding: 'no source yet: /ops source add' };
      if (listening === 'no')
        return { ok: false, finding: 'nothing listens for them: set PORT to a free one' };
      if (listening === 'here alone')
        return {
          ok: false,
          finding: 'HEALTH_HOST is this machine alone: from outside only a proxy on it reaches them',
        };
      const silent = sources.filter(({ counts }) => counts.lastReceivedAt === null);
      const reader = readerOf(ctx);
      return silent.length > 0
        ? {
            ok: false,
            finding: `nothing came yet from ${silent.map(({ source }) => source.name).join(', ')}: enter the address over there`,
          }
        : {
            ok: true,
            finding: sources.map((one) => `${one.source.name} ${stateWords(one, reader)}`).join('; '),
          };
    },
  },
];
