import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { noBetter } from './refusals.ts';

/** What has no better side has no target. */
export function demandTargetable(kpi: Kpi): void {
  if (kpi.good === null)
    throw new Refusal('invalid', noBetter(kpi), { next: 'Set one for a rate or a time, such as on time.' });
}
