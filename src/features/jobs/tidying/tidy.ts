import { z } from 'zod';
import { drawings } from '../../../core/declare/drawing.ts';
import { does } from '../../../core/declare/job.ts';
import type { ScheduleKind } from '../../../core/declare/schedule.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { defineJob } from '../../../core/tokens/job.ts';
import { keepBot } from '../permissions.ts';
import { analyzeTables, atOnce, forgetMessages, forgetSilences, forgetSlots } from './store.ts';

const dayMs = 86_400_000;
const keepMessagesDays = 30;
const keepSlotsDays = 400;
const keepSilencesDays = 90;

/** Deletes old records, one batch of each kind. True: there may be more. */
export const tidy = mutation({
  name: 'jobs.tidy',
  permission: keepBot,
  input: z.object({}),
  async run(ctx) {
    const before = (days: number) => new Date(ctx.now.getTime() - days * dayMs);
    const once = ctx.engine.contributions
      .of(drawings)
      .flatMap(({ kind }) => (kind.shape === 'once' ? [kind.id] : []));
    const messages = await forgetMessages(ctx.tx, once, before(keepMessagesDays));
    const slots = await forgetSlots(ctx.tx, before(keepSlotsDays));
    const silences = await forgetSilences(ctx.tx, before(keepSilencesDays));
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    return {
      result: Math.max(messages, slots, silences) >= atOnce,
      changes:
        messages + slots + silences > 0
          ? [{ subject, before: { messages, slots, silences }, after: null }]
          : [],
    };
  },
});

/**
 * Tells PostgreSQL how large the tables are. The embedded database never looks by itself, and a server's may be told not to:
 * without it, each line of an order would be checked against all orders.
 */
export const lookAtTables = mutation({
  name: 'jobs.look-at-tables',
  permission: keepBot,
  input: z.object({}),
  timeout: 120_000,
  async run(ctx) {
    await analyzeTables(ctx.tx);
    return { result: null, changes: [] };
  },
});

const tidyUp = defineJob({
  id: 'jobs.tidy',
  data: z.object({}),
  retries: 3,
  expireAfterMin: 30,
  keepDays: 7,
});

export const tidyJob = does(tidyUp, async (ctx) => {
  while (await tidy.call(ctx, {}));
  await lookAtTables.call(ctx, {});
});

/** Every night; the schedule only queues the job. */
export const tidying: ScheduleKind = {
  id: 'jobs.tidy',
  title: 'Tidying up',
  builtIn: { cron: '30 3 * * *' },
  run: async () => ({ state: 'done', changes: [], jobs: [tidyUp.with({})] }),
};
