import { z } from 'zod';
import { kpis } from '../../../core/declare/kpi.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
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
    return (await breachesWith(ctx.scope, ids)).flatMap((breach) => {
      const kpi = known.get(breach.kpi);
      return kpi ? [{ kpi, breach }] : [];
    });
  },
});
