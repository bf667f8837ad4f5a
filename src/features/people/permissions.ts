import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seePeople = definePermission({
  key: 'people.see',
  to: 'see who has which role',
  atLeast: 'viewer',
});
export const changeRoles = definePermission({
  key: 'people.change-roles',
  to: 'grant or revoke roles',
  atLeast: 'admin',
});
export const changeChannels = definePermission({
  key: 'people.channels',
  to: 'choose channels',
  atLeast: 'admin',
});
/** For the bot only. */
export const keepMembers = defineInternal({
  key: 'people.keep-members',
  to: 'record who is in the workspace',
});
