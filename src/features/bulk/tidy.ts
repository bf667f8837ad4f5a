import { z } from 'zod';
import type { ScheduleKind } from '../../core/declare/schedule.ts';
import { mutation } from '../../core/runtime/operation.ts';
import { keptDays } from './model.ts';
import { runBulks } from './permissions.ts';
import { forgetSelections } from './store.ts';

const atOnce = 50;

/** Deletes old selections with their results, some at a time. True: there may be more. */
export const tidySelections = mutation({
  name: 'bulk.tidy',
  permission: runBulks,
  input: z.object({}),
  async run(ctx) {
    const before = new Date(ctx.now.getTime() - keptDays * 86_400_000);
    const selections = await forgetSelections(ctx.tx, before, atOnce);
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    return {
      result: selections === atOnce,
      changes: selections > 0 ? [{ subject, before: { selections }, after: null }] : [],
    };
  },
});

/** Every night. */
export const tidying: ScheduleKind = {
  id: 'bulk.tidy',
  title: 'Forgetting old selections',
  builtIn: { cron: '40 3 * * *' },
  async run(ctx) {
    while (await tidySelections.call(ctx, {}));
    return { state: 'done', changes: [] };
  },
};
