import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const actOnMany = definePermission({
  key: 'bulk.act',
  to: 'act on many things at once',
  atLeast: 'operator',
});
/** For the bot only. */
export const runBulks = defineInternal({ key: 'bulk.run', to: 'act on selections' });
