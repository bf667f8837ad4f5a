// The door of feeds: what other features and the adapters may use. Everything else is private.
export { freshnessOf } from './feed/freshness.ts';
export { anyFile } from './feed/model.ts';
export { nameOf as feedName } from './feed/names.ts';
export { merged, spreadOf } from './feed/spread.ts';
export { noteFailure } from './hearing/fail.ts';
export { hear } from './hearing/hear.ts';
export { feedReadings } from './list/readings.ts';
export { beginSilence } from './silence/begin.ts';
export { endSilence } from './silence/end.ts';
