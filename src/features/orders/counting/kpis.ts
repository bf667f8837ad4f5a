import type { Kpi, LackingKpi } from '../../../core/tokens/fact.ts';
import { sentKpis } from './sent-kpis.ts';
import { soldKpis } from './sold-kpis.ts';
import { waitingKpis } from './waiting-kpis.ts';

/** The core set of KPIS.md that orders tell. */
export const orderKpis: readonly Kpi[] = [...soldKpis, ...sentKpis, ...waitingKpis];

export const orderLackingKpis: readonly LackingKpi[] = [
  {
    key: 'perfect_order',
    name: 'Perfect orders',
    aliases: ['perfect order', 'perfect orders', 'perfect'],
    owner: 'management',
    lacks: 'nobody tells me whether documents and condition were right',
  },
];
