import type { FormSamples, Samples } from '../../core/declare/sample.ts';
import type { Reader } from '../../core/time/reader.ts';
import { deliveryList, refusalList } from './card/list-views.ts';
import type { DeliveryLine, DeliveryPage, RefusalPage, SourceCard, StandingSource } from './card/model.ts';
import {
  noSourceForm,
  sourceCard,
  sourceList,
  sourceMade,
  sourceRemoved,
  sourceTested,
} from './card/views.ts';
import type { DeliveryState } from './deliveries/model.ts';
import {
  addFormView,
  editFormView,
  placeFormView,
  removeFormView,
  secretFormView,
} from './editing/form-views.ts';

const now = new Date('2026-03-02T14:18:00Z');
const reader: Reader = { now, timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(30)}`;
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const path = 'AbCdEfGhIjKlMnOpQrStUv';

const quiet: StandingSource = {
  source: {
    id: id(1),
    number: 1,
    name: 'Shop DE',
    kind: 'shopify',
    previousUntil: null,
    channel: 'shopify',
    settings: { currency: 'EUR', paths: {} },
    state: 'on',
    createdAt: new Date('2026-02-20T09:00:00Z'),
  },
  counts: { lastReceivedAt: new Date('2026-03-02T14:17:00Z'), stored: 0, parked: 0, failed: 0 },
  refused: [],
};
const fresh: StandingSource = {
  source: { ...quiet.source, id: id(2), number: 2, name: 'Shop US', kind: 'woocommerce', channel: 'us' },
  counts: { lastReceivedAt: null, stored: 0, parked: 0, failed: 0 },
  refused: [],
};
const late: StandingSource = {
  ...quiet,
  source: { ...quiet.source, id: id(3), number: 3, previousUntil: new Date('2026-03-03T14:00:00Z') },
  counts: { ...quiet.counts, parked: 13, failed: 1 },
  refused: [
    { reason: 'wrong signature', count: 1_204 },
    { reason: 'too old', count: 2 },
    { reason: 'not JSON', count: 1 },
    { reason: 'too slow', count: 1 },
  ],
};
const paused: StandingSource = {
  ...quiet,
  source: { ...quiet.source, id: id(4), number: 4, state: 'paused' },
  counts: { ...quiet.counts, stored: 12 },
};
const hard: StandingSource = {
  ...late,
  source: {
    ...late.source,
    id: id(5),
    number: 5,
    name: hostile.slice(0, 60),
    kind: 'generic',
    channel: hostile.slice(0, 40),
  },
};
const cardOf = (one: StandingSource, more: Partial<SourceCard> = {}): SourceCard => ({
  ...one,
  waiting: [],
  places: [],
  lacking: null,
  ...more,
});
const waiting = [
  { state: 'parked' as const, reason: 'location 655441491', count: 12 },
  { state: 'parked' as const, reason: 'sku 808950810', count: 1 },
  { state: 'failed' as const, reason: 'the total of #1001 is no amount of its currency', count: 1 },
];
const places = [
  { externalId: '655441491', location: 'Hamburg' },
  { externalId: '487838322', location: null },
];

const lines = (['parked', 'failed', 'ignored', 'done', 'stored'] as const).map(
  (state: DeliveryState, n): DeliveryLine => ({
    id: id(20 + n),
    sourceId: id(1),
    from: 'Shop DE',
    topic: 'inventory_levels/update',
    subjectKey: 'level 808950810 655441491',
    receivedAt: new Date('2026-03-02T14:10:00Z'),
    state,
    attempts: state === 'parked' ? 3 : 1,
    reason:
      { parked: 'location 655441491', failed: 'its body has no id', ignored: 'a test' }[state as string] ??
      null,
    hasBody: state !== 'ignored',
    place: [1_772_461_080, n],
  }),
);
const pageOf = (rows: readonly DeliveryLine[], more: Partial<DeliveryPage> = {}): DeliveryPage => ({
  filter: { source: null, show: 'all', after: null },
  rows,
  total: rows.length,
  left: 0,
  next: null,
  sources: [{ id: id(1), name: 'Shop DE', state: 'on' }],
  isMore: false,
  ...more,
});
const refusalsOf = (rows: RefusalPage['rows']): RefusalPage => ({
  filter: { since: 'day', after: null },
  rows,
  total: rows.length,
  left: 0,
  next: null,
  refusals: rows.reduce((sum, { count }) => sum + count, 0),
});

export const samples: Samples = {
  'no source yet': () => sourceList({ sources: [], strangers: 0, isHeard: true }, true, reader),
  'no source, and nothing listens': () =>
    sourceList({ sources: [], strangers: 0, isHeard: false }, true, reader),
  'no source yet, for a reader who may not add one': () =>
    sourceList({ sources: [], strangers: 3, isHeard: true }, false, reader),
  sources: () =>
    sourceList({ sources: [quiet, fresh, late, paused], strangers: 1, isHeard: true }, true, reader),
  'sources of which none waits': () =>
    sourceList({ sources: [quiet, fresh], strangers: 0, isHeard: true }, false, reader),
  'many hostile sources': () =>
    sourceList(
      {
        sources: Array.from({ length: 40 }, (_, n) => ({ ...hard, source: { ...hard.source, number: n } })),
        strangers: 90_000,
        isHeard: true,
      },
      true,
      reader,
    ),
  'a source': () => sourceCard(cardOf(quiet, { places }), true, reader),
  'a source that has sent nothing': () => sourceCard(cardOf(fresh), true, reader),
  'a source, for a reader who may not change it': () => sourceCard(cardOf(late, { waiting }), false, reader),
  'a source whose deliveries wait': () => sourceCard(cardOf(late, { waiting, places }), true, reader),
  'a paused source': () => sourceCard(cardOf(paused), true, reader),
  'a hostile source': () =>
    sourceCard(
      cardOf(hard, {
        waiting: Array(5).fill({ state: 'failed', reason: hostile, count: 2 }),
        places: Array.from({ length: 30 }, (_, n) => ({
          externalId: `${n}${hostile}`.slice(0, 100),
          location: hostile,
        })),
      }),
      true,
      reader,
    ),
  'a source was made': () => sourceMade({ name: hostile.slice(0, 60), kind: 'shopify', path }),
  'a source of parcels was made': () => sourceMade({ name: 'Parcels', kind: 'aftership', path }),
  'a source was removed': () => sourceRemoved(hostile.slice(0, 60)),
  'a source works': () => sourceTested({ id: id(1), name: 'Shop DE', answer: 'taken', ms: 12 }),
  'a test was refused': () => sourceTested({ id: id(1), name: 'Shop DE', answer: 'refused', ms: 3 }),
  'a test reached nobody': () => sourceTested({ id: id(1), name: 'Shop DE', answer: 'not reached', ms: 0 }),
  deliveries: () => deliveryList(pageOf(lines), true, reader),
  'deliveries of a paused source': () =>
    deliveryList(pageOf(lines, { sources: [{ id: id(1), name: 'Shop DE', state: 'paused' }] }), true, reader),
  'deliveries, for a reader who may not replay them': () => deliveryList(pageOf(lines), false, reader),
  'no delivery waits': () =>
    deliveryList(pageOf([], { filter: { source: null, show: 'waiting', after: null } }), true, reader),
  'no deliveries': () => deliveryList(pageOf([]), true, reader),
  'many hostile deliveries': () =>
    deliveryList(
      pageOf(
        Array.from({ length: 8 }, (_, n) => ({
          ...lines[0],
          ...(lines[1] as DeliveryLine),
          id: id(40 + n),
          from: hostile,
          topic: hostile.slice(0, 100),
          subjectKey: hostile,
          reason: hostile,
        })),
        {
          total: 10_000,
          left: 9_992,
          next: [1_772_461_080, 5],
          isMore: true,
          sources: Array.from({ length: 60 }, (_, n) => ({
            id: id(100 + n),
            name: hostile.slice(0, 60),
            state: 'on' as const,
          })),
        },
      ),
      true,
      reader,
    ),
  'refused webhooks': () =>
    refusalList(
      refusalsOf([
        {
          source: id(1),
          from: 'Shop DE',
          hour: new Date('2026-03-02T14:00:00Z'),
          reason: 'wrong signature',
          count: 12,
        },
        {
          source: '',
          from: null,
          hour: new Date('2026-03-02T13:00:00Z'),
          reason: 'unknown address',
          count: 3,
        },
        { source: id(5), from: hostile, hour: new Date('2026-03-01T13:00:00Z'), reason: 'too old', count: 1 },
      ]),
      reader,
    ),
  'nothing was refused': () => refusalList(refusalsOf([]), reader),
  'no form for sources': () => noSourceForm(),
};

export const formSamples: FormSamples = {
  'add a source': () => addFormView(),
  'edit a source': () =>
    editFormView({
      name: 'Shop',
      channel: 'shopify',
      settings: { currency: 'EUR', paths: { 'order.id': 'data.ref' } },
    }),
  'replace a secret': () => secretFormView(hostile.slice(0, 60)),
  'map a location': () =>
    placeFormView(hostile.slice(0, 60), [{ code: 'HAM', name: 'Hamburg' }], '655441491'),
  'map a location where there are many': () =>
    placeFormView(
      'Shop',
      Array.from({ length: 150 }, (_, n) => ({ code: `L${n}`, name: hostile.slice(0, 80) })),
      null,
    ),
  'remove a source': () => removeFormView(hostile.slice(0, 60)),
};
