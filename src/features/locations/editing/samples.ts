import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { StoredLocation } from '../location/model.ts';
import { addFormView, dayOffFormView, editFormView, hoursFormView } from './form-views.ts';
import type { Place } from './model.ts';
import { noLocationForm, placeCard, placesMessage } from './views.ts';

const reader: Reader = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(30)}`.slice(0, 80);

const hamburg: StoredLocation = {
  id: '00000000-0000-7000-8000-0000000000c1',
  code: 'HAM',
  name: 'Hamburg',
  kind: 'warehouse',
  timeZone: 'Europe/Berlin',
  position: 1,
  staleAfterMinutes: 1_440,
  record: 'ours',
  active: true,
};
const week = { timeZone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' };
const business: Place = {
  location: null,
  timeZone: 'Europe/Berlin',
  era: { from: null, ...week },
  later: [],
  openUntil: new Date('2026-03-02T16:00:00Z'),
  opensAt: new Date('2026-03-03T08:00:00Z'),
  daysOff: [],
  own: null,
  byHand: [],
};
const open: Place = {
  ...business,
  location: hamburg,
  era: { from: '2026-01-01', ...week, days: [1, 2, 3, 4, 5, 6], opens: '06:00', closes: '24:00' },
  later: [{ from: '2026-12-01', ...week, days: [1, 2, 3, 4, 5, 6, 7] }],
  daysOff: [
    { day: '2026-04-03', name: 'Karfreitag' },
    { day: '2026-04-06', name: 'Ostermontag' },
  ],
  own: { from: '2026-01-01', ...week, region: 'DE-HH' },
  byHand: [{ on: '2026-12-24', name: 'Christmas Eve', works: false }],
};
const closed: Place = {
  ...open,
  location: { ...hamburg, code: 'ROT', name: 'ROT', kind: '3pl', record: 'outside', active: false },
  openUntil: null,
};
const hard: Place = {
  ...open,
  location: { ...hamburg, name: hostile },
  openUntil: null,
  opensAt: null,
  daysOff: Array.from({ length: 5 }, () => ({ day: '2026-12-24', name: hostile })),
  byHand: Array.from({ length: 9 }, () => ({ on: '2026-12-24', name: hostile, works: true })),
};

export const samples: Samples = {
  'no locations yet': () => placesMessage([business], true, reader),
  'locations, for a reader who may not change them': () =>
    placesMessage([business, open, closed], false, reader),
  'many hostile locations': () => placesMessage([business, ...Array(150).fill(hard)], true, reader),
  'a location that is open': () => placeCard(open, true, reader),
  'a location that is no longer in use': () => placeCard(closed, true, reader),
  'a hostile location': () => placeCard(hard, true, reader),
  'the business': () => placeCard(business, false, reader),
  'no form for a location': () => noLocationForm(),
};

export const formSamples: FormSamples = {
  'add a location': () => addFormView('Europe/Berlin'),
  'edit a location': () => editFormView({ ...hamburg, name: hostile }),
  'hours of a location': () => hoursFormView(open),
  'hours of the business': () => hoursFormView(business),
  'a day off': () => dayOffFormView(),
};
