// The door of locations: what other features and the adapters may use. Everything else is private.
export { calendarOf, calendarsOf } from './calendars/calendar-of.ts';
export { addDayOff, removeDayOff, removeHours, setHours } from './calendars/set-hours.ts';
export { locations, suppliers } from './directory.ts';
export { closeLocation, editLocation, newLocation } from './editing/save.ts';
export { isLocationCode } from './location/model.ts';
export { missingLocation } from './missing.ts';
