// The door of watches: what other features and the adapters may use. Everything else is private.
export { defineWatch } from './define-watch.ts';
export { wheres } from './model.ts';
export { demandPlace } from './places.ts';
