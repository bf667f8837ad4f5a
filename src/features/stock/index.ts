// The door of stock: what other features and the adapters may use. Everything else is private.
export { skusByCode } from './directory.ts';
