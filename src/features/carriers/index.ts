// The door of carriers: what other features and the adapters may use. Everything else is private.

export { carriersCalled, servicesCalled } from './carrier/called.ts';
export { carrierNamed, carrierNames, servicesOf, trackingPageOf } from './carrier/directory.ts';
export { knownCarriers } from './carrier/known.ts';
export { type CollectionsOf, collectionsOf, comingCollection } from './collection/coming.ts';

export { cutOffs, cutOffsByDay } from './collection/cut-offs.ts';
export { nextCollection, takenBy } from './collection/next-collection.ts';
export { addException, removeException } from './editing/exception.ts';
export { addCollection, editCollection, endCollection } from './editing/save.ts';
