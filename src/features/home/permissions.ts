import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seeHome = definePermission({ key: 'home.see', to: 'open Home', atLeast: 'viewer' });
/** For the bot only. */
export const keepHomes = defineInternal({
  key: 'home.keep',
  to: 'keep Homes up to date',
});
