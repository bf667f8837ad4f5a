import { z } from 'zod';
import { type Check, health, setup } from '../../core/declare/check.ts';
import { composed } from '../../core/runtime/composed.ts';
import type { Context } from '../../core/runtime/context.ts';
import type { ContributionKind } from '../../core/runtime/contributions.ts';
import { query } from '../../core/runtime/operation.ts';
import type { Checked } from '../../core/tokens/checked.ts';
import { askForHelp, seeHealth } from './permissions.ts';

export const checkHealth = query({
  name: 'ops.health',
  permission: seeHealth,
  input: z.object({}),
  run: async (ctx) => await lookAt(ctx, health),
});

export const checkSetup = query({
  name: 'ops.setup',
  permission: askForHelp,
  input: z.object({}),
  run: async (ctx) => await lookAt(ctx, setup),
});

async function lookAt(ctx: Context, checks: ContributionKind<Check>): Promise<readonly Checked[]> {
  const outcomes = await composed(ctx, checks, async (check) => await check.look(ctx));
  return outcomes.map((one) => ({
    title: one.part.title,
    ...(one.part.fix && { fix: one.part.fix }),
    ...('read' in one ? one.read : { ok: false, finding: one.failed }),
  }));
}
