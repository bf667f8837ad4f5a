import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../src/core/runtime/context.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import { hear } from '../../src/features/feeds/hearing/hear.ts';

/** Of each process in the race. */
export const hearings = 100;
export const sources = ['3PL', 'WMS', 'tills'];
/** Until when the last of them covers. */
export const coveredUntil = new Date('2026-03-01T00:00:00Z');

/** Tells all feeds at once, in another order than the other process does, in transactions that are not repeated. */
export async function hearAll(ctx: Context, who: string): Promise<string> {
  const ordered = who === 'one' ? sources : sources.toReversed();
  for (let n = hearings; n > 0; n -= 1) {
    const coversUntil = new Date(coveredUntil.getTime() - ((n * 7) % hearings) * 60_000);
    const system = asSystem({ ...ctx, now: new Date(ctx.now.getTime() + (hearings - n) * 1_000) }, 'race');
    await inUnit(system, { timeout: 30_000 }, async (unit) => {
      for (const source of ordered)
        await hear.call(unit, {
          news: [{ kind: 'orders', source, location: '', coversUntil, lags: { '1': 1 } }],
        });
      await wait(1);
    });
  }
  return 'heard';
}
