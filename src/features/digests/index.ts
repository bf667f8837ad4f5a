// The door of digests: what other features and the adapters may use. Everything else is private.

export { getReady } from './ready/get.ts';
export { createDigest } from './setting/create.ts';
