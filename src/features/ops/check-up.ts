import { z } from 'zod';
import type { Check } from '../../core/declare/check.ts';
import { health, setup } from '../../core/declare/check.ts';
import type { Context } from '../../core/runtime/context.ts';
import { query } from '../../core/runtime/operation.ts';
import type { Checked } from '../../core/tokens/checked.ts';
import { askForHelp, seeHealth } from './permissions.ts';

export const checkHealth = query({
  name: 'ops.health',
  permission: seeHealth,
  input: z.object({}),
  run: async (ctx) => await lookAt(ctx, ctx.engine.contributions.of(health)),
});

export const checkSetup = query({
  name: 'ops.setup',
  permission: askForHelp,
  input: z.object({}),
  run: async (ctx) => await lookAt(ctx, ctx.engine.contributions.of(setup)),
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
