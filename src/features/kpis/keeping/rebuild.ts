import { z } from 'zod';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { rebuildFacts as permission } from '../permissions.ts';
import { begun } from './building.ts';
import { faultsIn } from './fault-store.ts';
import { countedOf } from './fold.ts';
import { generationsOf, keepGeneration, notedIn, takeFamily } from './generation-store.ts';
import type { FamilyState } from './model.ts';

/** How far the facts of each family are. */
export const getFamilies = query({
  name: 'kpis.families',
  permission,
  input: z.object({}),
  async run(ctx): Promise<readonly FamilyState[]> {
    const stored = new Map((await generationsOf(ctx.scope)).map((one) => [one.family, one]));
    const counted = countedOf(ctx);
    const noted = await notedIn(
      ctx.scope,
      counted.map(({ family }) => family),
    );
    const faults = await faultsIn(ctx.scope);
    return counted.map(({ family, tables }) => ({
      family,
      one: tables[0]?.table.one ?? family,
      kpis: tables.flatMap(({ kpis }) => kpis).length,
      state: stored.get(family) ?? null,
      isBehind: noted.includes(family),
      faults: faults.filter((one) => one.family === family),
    }));
  },
});

/** Has the facts of a family made anew beside those that are read, which are read until the new ones are complete. */
export const rebuildFamily = mutation({
  name: 'kpis.rebuild',
  permission,
  input: z.object({ family: z.string() }),
  async run(ctx, { family }) {
    const counted = countedOf(ctx).find((one) => one.family === family);
    // Held before it is read: a step that ends meanwhile has changed it.
    if (!(await takeFamily(ctx.tx, family)))
      throw new Refusal('unavailable', 'They are being brought up to date this very moment.', {
        next: 'Try again.',
      });
    const stored = (await generationsOf(ctx.tx)).find((one) => one.family === family);
    if (!counted || !stored || stored.generation === 0)
      throw new Refusal('conflict', 'They are being made for the first time.', {
        next: 'Look again in a minute.',
      });
    if (stored.building !== null)
      throw new Refusal('conflict', 'They are being made anew already.', { next: 'Look again in a minute.' });
    const next = begun(stored, counted, ctx.now);
    await keepGeneration(ctx.tx, next);
    const subject = { kind: 'facts', id: family };
    return {
      result: null,
      changes: [{ subject, before: { generation: stored.generation }, after: { building: next.building } }],
    };
  },
});
