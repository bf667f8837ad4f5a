import { z } from 'zod';
import { demandPermission, query } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import type { Shown } from './model.ts';
import { askForCharts } from './permissions.ts';
import { findRequest, type Request } from './store.ts';

/** A chart of whoever asked for it, who may still see what it shows. */
export const getOwnChart = query({
  name: 'charts.own',
  permission: askForCharts,
  input: z.object({ request: z.uuid() }),
  async run(ctx, { request }): Promise<Pick<Request, 'chart' | 'askedAt'> & { readonly shown: Shown }> {
    const found = await findRequest(ctx.scope, request);
    const isOwn = ctx.actor.kind === 'person' && ctx.actor.slackUserId === found?.slackUserId;
    if (!found?.shown || !isOwn)
      throw new Refusal('not-found', 'That chart is not kept any more.', { next: 'Ask for it again.' });
    await demandPermission(ctx, found.permission ?? askForCharts);
    const { chart, askedAt, shown } = found;
    return { chart, askedAt, shown };
  },
});
