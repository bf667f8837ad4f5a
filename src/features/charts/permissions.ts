import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const askForCharts = definePermission({
  key: 'charts.ask',
  to: 'ask for charts',
  atLeast: 'viewer',
});
/** For the bot only. */
export const drawCharts = defineInternal({ key: 'charts.draw', to: 'draw charts' });
