import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import { sharedIn, shareFormView, shareInWords } from '../../../ui/share-form.ts';
import type { Rights, ShipmentHit, ShipmentSearch } from '../shipment/model.ts';
import { shareForm } from './forms.ts';
import { doubted, event, hostile, late, moving, on, reading } from './sample-shipments.ts';
import { searchMessage } from './search-views.ts';
import { severalMessage } from './several-views.ts';
import { timelineMessage } from './timeline-views.ts';
import { nameOf, sharedCard, shipmentMessage } from './views.ts';

// Another feature draws it.
const showButton = {
  type: 'button' as const,
  action_id: 'issues.raise',
  text: { type: 'plain_text' as const, text: 'Show issue 17' },
  value: '{"v":1}',
};
const ended = { endedAt: on('2026-03-04T13:00:00Z'), scanDueAt: null, atRisk: false };
const huge = {
  ...late,
  tracking: hostile.slice(0, 100),
  numbers: [hostile.slice(0, 90), hostile.slice(0, 100)],
  carrier: hostile.slice(0, 100),
  serviceSaid: hostile.slice(0, 100),
  place: { city: hostile.slice(0, 100), region: null, country: 'DE' },
  events: Array.from({ length: 60 }, (_, n) =>
    event(
      on('2026-03-04T10:00:00Z')
        .toISOString()
        .replace('10:00', `10:${String(n).padStart(2, '0')}`),
      {
        text: hostile,
        place: { city: hostile.slice(0, 100), region: null, country: 'US' },
      },
    ),
  ),
  orders: Array(5).fill({ ...moving.orders[0], number: hostile }),
};
const hit: ShipmentHit = moving;
const search: ShipmentSearch = {
  asked: '1042',
  found: [],
  more: false,
  by: 'number',
  order: null,
  heard: moving.heard,
};
const order = { id: '01961b1c-0000-7000-8000-000000000001', number: '1042', tracking: [moving.tracking] };

const lead: Rights = { update: true, correct: true, correctors: [], watchedIn: null, asked: false };

/** The card in every state, and with hostile text. */
export const samples: Samples = {
  'in transit': () => shipmentMessage(moving, reading),
  'in transit, as a lead sees it': () => shipmentMessage(moving, reading, [], lead),
  'in transit, as somebody sees it who watches it': () =>
    shipmentMessage(moving, reading, [], {
      update: false,
      correct: false,
      correctors: [],
      watchedIn: 'U0LENA0001',
      asked: true,
    }),
  'late, and when the carrier expects it': () => shipmentMessage(late, reading),
  'late, and no estimate': () => shipmentMessage({ ...late, estimates: [], etaUntil: null }, reading),
  'will be late': () =>
    shipmentMessage(
      { ...moving, promises: [{ on: '2026-03-05', until: on('2026-03-05T23:00:00Z'), by: 'carrier' }] },
      reading,
    ),
  'delivery failed': () =>
    shipmentMessage(
      { ...moving, status: 'delivery_failed', reason: 'consignee_absent', fault: 'consignee' },
      reading,
    ),
  'no scan for days': () => shipmentMessage({ ...moving, scanDueAt: reading.now }, reading),
  'labelled and not scanned': () =>
    shipmentMessage(
      {
        ...moving,
        status: 'pending',
        place: null,
        handedOverAt: null,
        scanDueAt: reading.now,
        estimates: [],
      },
      reading,
    ),
  'nothing scanned': () =>
    shipmentMessage(
      {
        ...moving,
        status: 'unknown',
        place: null,
        scannedAt: null,
        scanDueAt: null,
        events: [],
        estimates: [],
      },
      reading,
    ),
  'delivered on time': () =>
    shipmentMessage({ ...moving, ...ended, status: 'delivered', deliveredAt: ended.endedAt }, reading),
  'delivered late, by weather': () =>
    shipmentMessage(
      {
        ...late,
        ...ended,
        status: 'delivered',
        deliveredAt: ended.endedAt,
        reason: 'weather_delay',
        fault: 'weather',
        promises: [...late.promises, ...moving.promises],
      },
      reading,
    ),
  'on its way back': () =>
    shipmentMessage(
      { ...moving, status: 'return_to_sender', reason: 'consignee_refused', fault: 'consignee' },
      reading,
    ),
  'turned back, as a lead sees it': () =>
    shipmentMessage({ ...moving, status: 'return_to_sender' }, reading, [], lead),
  'turned back, as an operator sees it': () =>
    shipmentMessage({ ...moving, status: 'return_to_sender' }, reading, [], {
      ...lead,
      correct: false,
      correctors: ['Lena', 'Omar'],
    }),
  'back with us': () =>
    shipmentMessage(
      {
        ...moving,
        ...ended,
        status: 'return_to_sender',
        returnedAt: ended.endedAt,
        direction: 'return',
        before: 2,
      },
      reading,
    ),
  'ended by one of us and scanned since': () => shipmentMessage(doubted, reading),
  'ended by one of us and scanned since, as a lead sees it': () =>
    shipmentMessage(doubted, reading, [], lead),
  cancelled: () => shipmentMessage({ ...moving, ...ended, status: 'cancelled' }, reading),
  'with an open issue': () =>
    shipmentMessage(moving, reading, [{ line: 'Open issue: 17 Where is it?', button: showButton }]),
  'its feed is silent': () =>
    shipmentMessage(
      {
        ...moving,
        heard: [{ source: 'EasyPost', coversUntil: null, silentSince: on('2026-03-05T01:10:00Z') }],
      },
      reading,
    ),
  'many events of hostile text': () =>
    shipmentMessage(huge, reading, Array(9).fill({ line: hostile, button: showButton })),
  shared: () => sharedCard(late, reading, 'U0MAYA0001'),
  timeline: () =>
    timelineMessage(
      {
        ...moving,
        silences: [
          {
            since: on('2026-02-20T10:00:00Z'),
            dueAt: on('2026-02-23T10:00:00Z'),
            until: on('2026-02-25T10:00:00Z'),
          },
        ],
        events: [
          event('2026-02-20T10:00:00Z', { standing: 'unknown', status: 'unknown', code: 'ZX9' }),
          event('2026-02-25T10:00:00Z', { status: 'delivered', standing: 'lifted' }),
          event('2026-02-25T12:00:00Z', { standing: 'lift', lifts: true, text: 'the customer has nothing' }),
          event('2026-03-04T10:00:00Z', {
            standing: 'after the end',
            place: { city: 'Edison', region: 'NJ', country: 'US' },
          }),
        ],
      },
      reading,
    ),
  'timeline of hostile text': () => timelineMessage(huge, reading),
  'several of an order': () =>
    searchMessage(
      { ...search, found: [hit, { ...hit, id: order.id, carrierSaid: null }], order, by: 'order' },
      reading,
    ),
  'several that are said to bring an order that nobody knows': () =>
    searchMessage(
      { ...search, asked: hostile, found: [hit, { ...hit, id: order.id }], by: 'order' },
      reading,
    ),
  'none, and one that is near': () =>
    searchMessage({ ...search, asked: '00340434292135100187', found: [hit], by: 'slip' }, reading),
  'many of a number': () =>
    searchMessage(
      {
        ...search,
        asked: hostile,
        found: Array(5)
          .fill({ ...hit, tracking: hostile })
          .map((one, n) => ({ ...one, id: `${hit.id.slice(0, -2)}0${n}` })),
        more: true,
      },
      reading,
    ),
  'many by a part of their numbers': () =>
    searchMessage(
      { ...search, asked: '100186', found: [hit, { ...hit, id: order.id }], by: 'part', more: true },
      reading,
    ),
  'several that were asked for': () =>
    severalMessage(
      {
        asked: [
          { asked: moving.tracking, shipment: moving, fits: 1, near: [] },
          { asked: hostile, shipment: huge, fits: 1, near: [] },
          { asked: hostile, shipment: null, fits: 0, near: [] },
          { asked: '00340434', shipment: null, fits: 0, near: [moving.tracking, hostile.slice(0, 100)] },
          { asked: '1042', shipment: null, fits: 3, near: [] },
        ],
        left: 2,
      },
      reading,
    ),
  'two that were asked for, none to look at': () =>
    severalMessage(
      { asked: Array(2).fill({ asked: '1', shipment: moving, fits: 1, near: [] }), left: 0 },
      reading,
    ),
  'nothing found': () => searchMessage({ ...search, asked: hostile, heard: [] }, reading),
  'an order without a tracking number': () =>
    searchMessage({ ...search, order: { ...order, tracking: [] } }, reading),
  'an order of which no carrier told': () =>
    searchMessage({ ...search, order: { ...order, tracking: Array(7).fill(hostile) } }, reading),
  'shared in a channel': () => sharedIn(nameOf(moving), 'C0OPSDAILY'),
  'where it can be shared': () => shareInWords(),
};

export const formSamples: FormSamples = { 'share in a channel': () => shareFormView(shareForm) };
