// The door of exports: what other features and the adapters may use. Everything else is private.
export { askForExport } from './ask.ts';
