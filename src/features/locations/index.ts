// The door of locations: what other features and the adapters may use. Everything else is private.
export { locations, suppliers } from './directory.ts';
export { zoneOfLocation } from './zone.ts';
