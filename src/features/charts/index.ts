// The door of charts: what other features and the adapters may use. Everything else is private.
export { askForChart } from './ask.ts';
export type { Shown } from './model.ts';
export { noteUnshown, showAtOnce, showChart } from './place.ts';
export { chartAsked, chartBlocks } from './views.ts';
