import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seeFeeds = definePermission({
  key: 'feeds.see',
  to: 'see where data comes from and how fresh it is',
  atLeast: 'viewer',
});
export const changeFeeds = definePermission({
  key: 'feeds.change',
  to: 'change which feeds are watched',
  atLeast: 'manager',
});
/** For the bot only. */
export const keepFeeds = defineInternal({ key: 'feeds.keep', to: 'record what feeds tell' });
