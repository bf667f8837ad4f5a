import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seeDigests = definePermission({
  key: 'digests.see',
  to: 'see digests',
  atLeast: 'viewer',
});
/** Their own, by direct message: nobody else reads those. */
export const haveDigests = definePermission({
  key: 'digests.have',
  to: 'set up digests for yourself',
  atLeast: 'viewer',
});
export const keepDigests = definePermission({
  key: 'digests.keep',
  to: 'set up or change the digests of channels',
  atLeast: 'lead',
});
/** For the bot only. */
export const composeDigests = defineInternal({ key: 'digests.compose', to: 'compose digests' });
