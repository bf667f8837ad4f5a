import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { StoredLocation } from '../location/model.ts';
import { addFormView, closeFormView, dayOffFormView, editFormView, hoursFormView } from './form-views.ts';
import type { Place, Places } from './model.ts';
import { noLocationForm, placeCard, placesMessage } from './views.ts';

const reader: Reader = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(30)}`.slice(0, 80);

const hamburg: StoredLocation = {
  id: '00000000-0000-7000-8000-0000000000c1',
  code: 'HAM',
  name: 'Hamburg',
  kind: 'warehouse',
  timeZone: 'Europe/Berlin',
  record: 'ours',
  position: 1,
  staleAfterMinutes: 1_440,
  active: true,
};
const week = { timeZone: 'Europe/Berlin', days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' };
const business: Place = {
  mark: '0123456789abcdef',
  isOwn: false,
  location: null,
  timeZone: 'Europe/Berlin',
  era: { from: null, ...week, region: null },
  later: [],
  openUntil: new Date('2026-03-02T16:00:00Z'),
  opensAt: null,
  daysOff: [],
  byHand: [],
};
const open: Place = {
  ...business,
  location: hamburg,
  isOwn: true,
  era: {
    from: '2026-01-01',
    ...week,
    days: [1, 2, 3, 4, 5, 6],
    opens: '06:00',
    closes: '24:00',
    region: 'DE-HH',
  },
  later: [{ from: '2026-12-01', ...week, days: [1, 2, 3, 4, 5, 6, 7], region: null, own: true }],
  daysOff: [
    { day: '2026-04-03', name: 'Karfreitag' },
    { day: '2026-04-06', name: 'Ostermontag' },
  ],
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

const list = (shown: readonly Place[]): Places => ({
  business,
  shown,
  total: shown.length,
  open: Math.min(1, shown.length),
});

export const samples: Samples = {
  'no locations yet': () => placesMessage(list([]), true, reader),
  'locations, for a reader who may not change them': () => placesMessage(list([open, closed]), false, reader),
  'many hostile locations': () => placesMessage({ ...list(Array(20).fill(hard)), total: 150 }, true, reader),
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
  'take a location out of use': () => closeFormView({ ...hamburg, name: hostile }),
};
