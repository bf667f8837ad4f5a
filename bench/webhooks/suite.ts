import { demandPostgres } from '../postgres.ts';
import type { Measured } from '../promises.ts';
import type { Bench } from '../suites.ts';
import { type Load, underLoad } from './load.ts';
import { shareOfBare } from './share.ts';

const slotSeconds = 2;

/** Webhooks as they come, with a kill, and as many as the receiver takes beside a bare one. */
export async function webhooks(bench: Bench, load: Pick<Load, 'rate' | 'seconds'>): Promise<Measured> {
  await demandPostgres();
  const steady = await underLoad(bench, { ...load, isKilled: false });
  const killed = await underLoad(bench, { ...load, isKilled: true });
  const { rounds, seconds } = bench.plan;
  const share = await shareOfBare({ ...bench, plan: { rounds, seconds: Math.min(seconds, slotSeconds) } });
  return {
    measures: share.measures,
    ratios: [
      ...steady,
      ...killed.map((one) => ({ ...one, what: `killed half way: ${one.what}` })),
      ...share.ratios,
    ],
  };
}
