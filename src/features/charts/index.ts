// The door of charts: what other features and the adapters may use. Everything else is private.
export { askForChart } from './ask.ts';
export { chartAsked } from './views.ts';
