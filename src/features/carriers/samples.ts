import type { FormSamples, Samples } from '../../core/declare/sample.ts';
import type { Reader } from '../../core/time/reader.ts';
import { message } from '../../ui/blocks.ts';
import { mentionBlocks, mentionText } from '../../ui/mentions.ts';
import type { CollectionPage, Standing } from './card/model.ts';
import { carrierSaved, collectionCard, collectionList, mentionOf, noCarrierForm } from './card/views.ts';
import type { Carrier } from './carrier/model.ts';
import type { Collection, Coming } from './collection/model.ts';
import { collectionsPart } from './digest/digest-views.ts';
import {
  addFormView,
  carrierFormView,
  dayFormView,
  editFormView,
  endFormView,
} from './editing/form-views.ts';

const reader: Reader = { now: new Date('2026-03-02T14:18:00Z'), timeZone: 'Europe/Berlin' };
const lasting: Reader = { ...reader, lasting: true };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(30)}`.slice(0, 80);
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const dhl: Carrier = {
  id: id(1),
  code: 'DHL',
  name: 'DHL',
  trackingUrl: null,
  services: [{ id: id(2), code: 'EXPRESS', name: 'Express' }],
};
const ups: Carrier = { id: id(3), code: 'UPS', name: 'UPS', trackingUrl: null, services: [] };
const carriers = [dhl, ups];
const hamburg = { code: 'HAM', name: 'Hamburg', timeZone: 'Europe/Berlin', active: true };
const carnival = { on: '2026-03-09', cutOff: '14:00', pickUp: null, why: 'Carnival' };
const collection: Collection = {
  id: id(4),
  locationId: id(5),
  carrierId: id(1),
  serviceId: null,
  weekdays: [1, 2, 3, 4, 5],
  cutOff: '16:00',
  pickUp: '16:30',
  lateMarginMin: 15,
  validFrom: null,
  validTo: null,
  exceptions: [carnival, { on: '2026-04-30', cutOff: null, pickUp: null, why: 'Strike' }],
};
const coming: Coming = {
  collection,
  day: '2026-03-02',
  cutOffAt: new Date('2026-03-02T15:00:00Z'),
  pickUpAt: new Date('2026-03-02T15:30:00Z'),
  lateUntil: new Date('2026-03-02T15:45:00Z'),
  exception: null,
};
const standing: Standing = {
  collection,
  location: hamburg,
  carrier: dhl,
  service: null,
  coming,
  today: '2026-03-02',
  hours: { opens: '09:00', closes: '17:00' },
  awayToday: null,
  closedDays: [],
  mark: '0123456789abcdef',
};
const saturday: Standing = {
  ...standing,
  collection: {
    ...collection,
    weekdays: [6],
    validFrom: '2026-03-07',
    validTo: '2026-12-19',
    exceptions: [],
  },
  coming: null,
  closedDays: [6],
};
const ended: Standing = { ...saturday, collection: { ...saturday.collection, validTo: '2026-02-27' } };
const moved: Standing = {
  ...standing,
  coming: { ...coming, day: '2026-03-09', cutOffAt: new Date('2026-03-09T13:00:00Z'), exception: carnival },
};
const hard: Standing = {
  ...standing,
  location: { ...hamburg, code: 'H'.repeat(20), name: hostile },
  carrier: { code: 'D'.repeat(20), name: hostile },
  service: { code: 'EXPRESS', name: hostile },
  collection: { ...collection, exceptions: Array.from({ length: 9 }, () => ({ ...carnival, why: hostile })) },
  closedDays: [6, 7],
};

const page = (rows: readonly Standing[], total = rows.length): CollectionPage => ({
  filter: { at: null, of: null, after: null },
  rows: rows.map((one, n) => ({ ...one, collection: { ...one.collection, id: id(10 + n) } })),
  total,
  left: total - rows.length,
  next: total > rows.length ? [30_000_000, 8] : null,
  first: rows.find((one) => one.coming) ?? null,
  carriers,
  places: [hamburg],
});
const many = { code: hard.location.code, name: hostile };

export const samples: Samples = {
  'no carriers yet': () => collectionList({ ...page([]), carriers: [], places: [] }, true, reader),
  'no collections yet, for a reader who may not change them': () => collectionList(page([]), false, reader),
  'no collections of one carrier': () =>
    collectionList({ ...page([]), filter: { at: 'HAM', of: 'UPS', after: null } }, true, reader),
  collections: () => collectionList(page([standing, moved, ended]), true, reader),
  'collections of which none comes': () => collectionList(page([saturday, ended]), false, reader),
  'many hostile collections': () =>
    collectionList(
      {
        ...page(Array(8).fill(hard), 150),
        filter: { at: many.code, of: many.code, after: null },
        carriers: Array.from({ length: 120 }, () => ({ ...dhl, ...many })),
        places: Array.from({ length: 120 }, () => many),
      },
      true,
      reader,
    ),
  'a collection': () => collectionCard(standing, true, reader),
  'a collection, for a reader who may not change it': () => collectionCard(moved, false, reader),
  'a collection on a day on which its location is closed': () => collectionCard(saturday, true, reader),
  'a collection that has ended': () => collectionCard(ended, true, reader),
  'a collection of a location out of use': () =>
    collectionCard({ ...standing, coming: null, location: { ...hamburg, active: false } }, true, reader),
  'a hostile collection': () => collectionCard(hard, true, reader),
  'collections on the card of a location': () => {
    const one = { ...collection, carrier: hostile, service: hostile };
    const mentions = [mentionOf(Array(5).fill(one), id(5), '2026-03-02')].flatMap((mention) => mention ?? []);
    return message(mentionText(mentions), mentionBlocks(mentions));
  },
  'a carrier was saved': () => carrierSaved({ ...dhl, name: hostile }),
  'no form for carriers': () => noCarrierForm(),
  'collections of today, for a digest': () =>
    collectionsPart({ coming: [standing, moved], away: [{ ...standing, awayToday: 'Strike' }] }, lasting),
  'one collection today, for a digest': () => collectionsPart({ coming: [standing], away: [] }, lasting),
  'no collection today, for a digest': () =>
    collectionsPart({ coming: [], away: [{ ...standing, awayToday: 'Strike' }] }, lasting),
  'hostile collections of today, for a digest': () =>
    collectionsPart(
      { coming: Array(15).fill(hard), away: Array(15).fill({ ...hard, awayToday: hostile }) },
      lasting,
    ),
};

export const formSamples: FormSamples = {
  'add a collection': () => addFormView({ places: [hamburg], carriers }, 'HAM'),
  'add a collection where there are many': () =>
    addFormView({ places: Array.from({ length: 150 }, () => many), carriers: Array(150).fill(dhl) }, null),
  'add a carrier': () => carrierFormView(),
  'edit a collection': () => editFormView({ ...saturday, location: { ...hamburg, name: hostile } }),
  'a day that differs for a collection': () => dayFormView(hard),
  'end a collection': () => endFormView(hard),
};
