import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const lookUpStock = definePermission({ key: 'stock.look-up', to: 'look up stock', atLeast: 'viewer' });
export const watchStock = definePermission({ key: 'stock.watch', to: 'watch a SKU', atLeast: 'viewer' });
export const adjustStock = definePermission({
  key: 'stock.adjust',
  to: 'adjust stock',
  atLeast: 'operator',
});
export const importStock = definePermission({
  key: 'stock.import',
  to: 'import products or levels',
  atLeast: 'admin',
});
export const proveLedger = defineInternal({
  key: 'stock.prove',
  to: 'prove the stock ledger',
});
export const tellProductsPermission = defineInternal({
  key: 'stock.tell-products',
  to: 'tell which products there are',
});
export const tellLevelsPermission = defineInternal({
  key: 'stock.tell-levels',
  to: 'tell how much stock there is',
});
export const expectReceiptsPermission = defineInternal({
  key: 'stock.expect-receipts',
  to: 'tell what is on its way from suppliers',
});
export const bookMovementsPermission = defineInternal({
  key: 'stock.book-movements',
  to: 'book what orders do to stock',
});
