import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const readPurchases = definePermission({
  key: 'purchases.read',
  to: 'see what is on its way from suppliers',
  atLeast: 'viewer',
});
export const giveDates = definePermission({
  key: 'purchases.new-date',
  to: 'give what is on its way another day',
  atLeast: 'operator',
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
