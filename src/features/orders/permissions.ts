import { definePermission } from '../../core/tokens/permission.ts';

export const readOrders = definePermission({ key: 'orders.read', to: 'look up orders', atLeast: 'viewer' });
export const importOrdersPermission = definePermission({
  key: 'orders.import',
  to: 'import orders',
  atLeast: 'admin',
});
