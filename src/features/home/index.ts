// The door of home: what other features and the adapters may use. Everything else is private.
export { isHomeOpen, isNews, noteHome, openHome, takeOpenHomes } from './keep.ts';
export { closedHome, homeBlocks } from './views.ts';
