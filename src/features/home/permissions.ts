import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seeHome = definePermission({ key: 'home.see', to: 'open their Home', atLeast: 'viewer' });
/** Of the bot itself. */
export const keepHomes = defineInternal({
  key: 'home.keep',
  to: 'keep Homes up to date',
});
