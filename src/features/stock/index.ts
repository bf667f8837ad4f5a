// The door of stock: what other features and the adapters may use. Everything else is private.
export { adjust } from './adjustment/adjust.ts';
export { bookMovements } from './booking/book-movements.ts';
export { knownSince } from './booking/known-since.ts';
export { showSku } from './card/actions.ts';
export { codesOfSkus, skusByCode } from './directory.ts';
export { expectReceipts } from './expecting/expect-receipts.ts';
export { shelvesKnown } from './ledger/shelves-known.ts';
export { missingSku } from './missing.ts';
export { stockAtHand } from './outlook/at-hand.ts';
export { getOutlooks } from './outlook/get.ts';
export { tellLevelsPermission, tellProductsPermission } from './permissions.ts';
export type { ToldProduct } from './telling/model.ts';
export { tellLevels } from './telling/tell-levels.ts';
export { tellProducts } from './telling/tell-products.ts';
export { watchSku } from './watching/watch.ts';
