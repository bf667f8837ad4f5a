import { z } from 'zod';
import { acts } from '../../../core/declare/due.ts';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { defineDue } from '../../../core/tokens/due.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { getProof, prove } from './prove.ts';

const everyMs = 3 * 60_000;
/** Proofs that waited behind a long one would only repeat it. */
const restMs = 60_000;

const proveDue = defineDue('stock.prove');

/** The next proof, counted from now. */
export function nextProof({ workspace, now }: Pick<Context, 'workspace' | 'now'>) {
  return proveDue.at(workspace.id, new Date(now.getTime() + everyMs));
}

const proving = defineJob({
  id: 'stock.prove',
  data: z.object({}),
  retries: 1,
  expireAfterMin: 30,
  keepDays: 1,
});

export const proveJob = does(proving, async (ctx) => {
  const last = await getProof.call(ctx, {});
  if (last && ctx.now.getTime() - last.endedAt.getTime() < restMs) return;
  await prove(ctx);
});

/** Every three minutes, as due work: a schedule would keep a row of each time, also of all that were missed. */
export const provePulse = acts(proveDue, async ({ now }) => ({
  changes: [],
  jobs: [proving.with({})],
  next: new Date(now.getTime() + everyMs),
}));

/** Begins the pulse of a new workspace, and again should it ever have ended. */
export const proofs: ScheduleKind = {
  id: 'stock.proof',
  title: 'Proof of the stock ledger',
  builtIn: { cron: '0 4 * * *' },
  run: async (ctx) => ({ state: 'done', changes: [], due: [nextProof(ctx)] }),
};
