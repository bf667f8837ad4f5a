import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const readOrders = definePermission({ key: 'orders.read', to: 'look up orders', atLeast: 'viewer' });
export const actOnOrders = definePermission({
  key: 'orders.act',
  to: 'hold, release, re-promise, expedite, cancel, send again and refund orders',
  atLeast: 'operator',
});
export const importOrdersPermission = definePermission({
  key: 'orders.import',
  to: 'import orders',
  atLeast: 'admin',
});
export const proveDemandPermission = defineInternal({
  key: 'orders.prove-demand',
  to: 'prove the demand kept by day',
});
export const setPromiseRules = definePermission({
  key: 'orders.promise-rules',
  to: 'set what customers are promised',
  atLeast: 'manager',
});
export const tellOrdersPermission = defineInternal({ key: 'orders.tell', to: 'tell of orders' });
export const watchOrders = definePermission({
  key: 'orders.watch',
  to: 'watch an order',
  atLeast: 'viewer',
});
export const refoldPermission = defineInternal({ key: 'orders.refold', to: 'fold stored orders again' });
