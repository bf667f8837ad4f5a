import { definePermission } from '../../core/tokens/permission.ts';

export const askForHelp = definePermission({ key: 'ops.help', to: 'ask for help', atLeast: 'viewer' });
export const setUp = definePermission({ key: 'ops.set-up', to: 'set the bot up', atLeast: 'admin' });
export const findAnything = definePermission({ key: 'ops.find', to: 'search everything', atLeast: 'viewer' });
export const seeHealth = definePermission({
  key: 'ops.health',
  to: 'see the health of the bot',
  atLeast: 'operator',
});
