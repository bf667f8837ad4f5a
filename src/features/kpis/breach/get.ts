import { z } from 'zod';
import { kpis } from '../../../core/declare/kpi.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { namedCut } from '../figure/names.ts';
import { readKpis } from '../permissions.ts';
import type { Breach } from './model.ts';
import { breachesWith } from './store.ts';

/** These breaches with their KPIs; those whose KPI is gone are absent. */
export const getBreaches = query({
  name: 'kpis.breaches',
  permission: readKpis,
  input: z.object({ ids: z.array(z.uuid()) }),
  async run(ctx, { ids }): Promise<readonly { readonly kpi: Kpi; readonly breach: Breach }[]> {
    const known = new Map(ctx.engine.contributions.of(kpis).map((kpi) => [kpi.key, kpi]));
    const found: { readonly kpi: Kpi; readonly breach: Breach }[] = [];
    for (const breach of await breachesWith(ctx.scope, ids)) {
      const kpi = known.get(breach.kpi);
      if (kpi) found.push({ kpi, breach: { ...breach, cut: await namedCut(ctx, kpi, breach.cut) } });
    }
    return found;
  },
});
