// The door of purchases: what other features and the adapters may use. Everything else is private.
export { tellPurchaseLines } from './keeping/tell-purchase-lines.ts';
