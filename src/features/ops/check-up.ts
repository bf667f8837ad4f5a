import { z } from 'zod';
import type { Context } from '../../core/runtime/context.ts';
import type { Check, Checked } from '../../core/declare/feature.ts';
import { query } from '../../core/runtime/operation.ts';
import { askForHelp, seeHealth } from './permissions.ts';

export const checkHealth = query({
  name: 'ops.health',
  permission: seeHealth,
  input: z.object({}),
  run: async (ctx) =>
    await lookAt(ctx, [
      ...ctx.engine.health,
      ...ctx.engine.features.flatMap((feature) => feature.health ?? []),
    ]),
});

export const checkSetup = query({
  name: 'ops.setup',
  permission: askForHelp,
  input: z.object({}),
  run: async (ctx) =>
    await lookAt(
      ctx,
      ctx.engine.features.flatMap((feature) => feature.setup ?? []),
    ),
});

async function lookAt(ctx: Context, checks: readonly Check[]): Promise<readonly Checked[]> {
  return await Promise.all(
    checks.map(async ({ title, fix, ...check }) => ({
      title,
      ...(fix && { fix }),
      ...(await check.look(ctx)),
    })),
  );
}
