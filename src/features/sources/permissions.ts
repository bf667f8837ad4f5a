import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seeSources = definePermission({
  key: 'sources.see',
  to: 'see which systems send webhooks and what became of them',
  atLeast: 'lead',
});
export const replaySources = definePermission({
  key: 'sources.replay',
  to: 'handle a delivery of a webhook again',
  atLeast: 'lead',
});
export const changeSources = definePermission({
  key: 'sources.change',
  to: 'change which systems send webhooks',
  atLeast: 'admin',
});
export const importDeliveriesPermission = definePermission({
  key: 'sources.import',
  to: 'import what a system outside would have sent',
  atLeast: 'admin',
});
/** For the bot only. */
export const keepSources = defineInternal({ key: 'sources.keep', to: 'empty old deliveries' });
