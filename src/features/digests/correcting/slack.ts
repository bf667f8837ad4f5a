import { z } from 'zod';
import { draws } from '../../../core/declare/drawing.ts';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { correction } from '../notifications.ts';
import { correctAll } from './correct-all.ts';
import { getNoted } from './get.ts';
import { correctionNote } from './views.ts';

const correcting = defineJob({
  id: 'digests.correct',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 10,
  keepDays: 7,
});

/** Each post is corrected in a transaction of its own: who is stopped in between goes on with the rest at the next time. */
export const correctJob = does(correcting, async (ctx) => await correctAll(asSystem(ctx, 'digests')));

/** Late data comes in lots: more often would edit a post with each of them. */
export const corrections: ScheduleKind = {
  id: 'digests.corrections',
  title: 'Correcting figures that were posted',
  builtIn: { cron: '*/10 * * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [correcting.with({})] }),
};

export const correctionDrawing = draws(
  correction,
  async (ctx, { facts }) => correctionNote(await getNoted.call(asSystem(ctx, 'a digest'), facts), ctx.now),
  // The post itself stands: nobody has to do anything about a note that could not be added.
  { isKnown: async () => true },
);
