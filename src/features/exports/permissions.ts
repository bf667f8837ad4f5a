import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const askForFiles = definePermission({
  key: 'exports.ask',
  to: 'ask for lists as files',
  atLeast: 'viewer',
});
/** For the bot only. */
export const writeFiles = defineInternal({ key: 'exports.write', to: 'write files' });
