import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const readPurchases = definePermission({
  key: 'purchases.read',
  to: 'see what is on its way from suppliers',
  atLeast: 'viewer',
});
export const importPurchasesPermission = definePermission({
  key: 'purchases.import',
  to: 'import purchase orders',
  atLeast: 'admin',
});
export const tellPurchasesPermission = defineInternal({
  key: 'purchases.tell',
  to: 'tell of purchase orders',
});
