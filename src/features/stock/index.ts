// The door of stock: what other features and the adapters may use. Everything else is private.
export { adjust } from './adjustment/adjust.ts';
export { codesOfSkus, skusByCode } from './directory.ts';
export { watchSku } from './watching/watch.ts';
