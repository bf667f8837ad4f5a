// The door of carriers: what other features and the adapters may use. Everything else is private.
export { collectionsOf, comingCollection } from './collection/coming.ts';
export { nextCollection, takenBy } from './collection/next-collection.ts';
