import { answers } from '../../core/declare/click.ts';
import type { Verb } from '../../core/declare/command.ts';
import { draws } from '../../core/declare/drawing.ts';
import type { Context } from '../../core/runtime/context.ts';
import { privately, replacing } from '../../core/tokens/reply.ts';
import { retryStuckThing } from './actions.ts';
import { trouble } from './notifications.ts';
import { getJobs } from './overview/get.ts';
import { retryStuck } from './overview/retry-stuck.ts';
import { jobsOverview } from './overview/views.ts';
import { seeJobs } from './permissions.ts';
import { getTrouble } from './trouble/report.ts';
import { troubleMessage } from './trouble/views.ts';

export const verbs: readonly Verb[] = [
  {
    command: 'ops',
    name: 'jobs',
    usage: '',
    summary: 'schedules, queues and what waits for a person',
    examples: ['/ops jobs'],
    permission: seeJobs,
    takes: 'nothing',
    answer: async (ctx) => privately(await overview(ctx)),
  },
];

export const clicks = [
  answers(retryStuckThing, async (ctx, stuck) => {
    await retryStuck.call(ctx, stuck);
    return replacing(await overview(ctx));
  }),
];

export const drawings = [
  draws(trouble, async (ctx, { subject }) => {
    const facts = await getTrouble.call(ctx, { subject });
    return facts && troubleMessage(facts, ctx.now, ctx.actor.timeZone);
  }),
];

async function overview(ctx: Context) {
  return jobsOverview(await getJobs.call(ctx, {}), { now: ctx.now, timeZone: ctx.actor.timeZone });
}
