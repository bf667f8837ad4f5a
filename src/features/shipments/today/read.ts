import { z } from 'zod';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import { ownAbout } from '../../issues/index.ts';
import { getExceptions } from '../exceptions/read.ts';
import { countUnmapped } from '../keeping/code-store.ts';
import { namesOfDisruptions } from '../lanes/list.ts';
import { getLate } from '../late/read.ts';
import { mapCodes } from '../permissions.ts';
import type { Today } from './model.ts';

/** How many codes of carriers wait for a meaning. */
export const countCodes = query({
  name: 'shipments.count-codes',
  permission: mapCodes,
  input: z.object({}),
  run: async ({ scope }) => await countUnmapped(scope),
});

export async function todayOf(ctx: Context): Promise<Today> {
  const [late, exceptions, disruptions, codes, issues] = await Promise.all([
    getLate.call(ctx, { of: null }),
    getExceptions.call(ctx, {}),
    namesOfDisruptions.call(ctx, {}),
    holds(ctx.actor, mapCodes) ? countCodes.call(ctx, {}) : 0,
    ownAbout.call(ctx, { what: 'shipment' }),
  ]);
  return { late, exceptions, disruptions, codes, issues };
}
