import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const readKpis = definePermission({ key: 'kpis.read', to: 'see KPIs', atLeast: 'viewer' });
export const rebuildFacts = definePermission({
  key: 'kpis.rebuild',
  to: 'see what KPIs are counted from, or have it counted anew',
  atLeast: 'admin',
});
export const foldFactsPermission = defineInternal({ key: 'kpis.fold', to: 'keep the facts of KPIs' });
export const setTargets = definePermission({
  key: 'kpis.target',
  to: 'set targets of KPIs',
  atLeast: 'lead',
});
export const judgeTargetsPermission = defineInternal({
  key: 'kpis.judge',
  to: 'hold figures against their targets',
});
