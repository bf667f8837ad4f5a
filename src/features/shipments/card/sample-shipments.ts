import type { Reader } from '../../../core/time/reader.ts';
import type { FoldedEvent } from '../fold/model.ts';
import type { ShipmentCard } from '../shipment/model.ts';

export const reading: Reader = { now: new Date('2026-03-05T08:00:00Z'), timeZone: 'Europe/Berlin' };
export const on = (text: string) => new Date(text);
export const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(60)}`;

export function event(at: string, said: Partial<FoldedEvent> = {}): FoldedEvent {
  return {
    source: 'easypost',
    key: at,
    at: on(at),
    status: 'in_transit',
    reason: null,
    code: 'in_transit',
    place: null,
    text: null,
    lifts: false,
    standing: 'counts',
    ...said,
  };
}

const hanover = { city: 'Hanover', region: null, country: 'DE' };
const estimate = (day: string, said: string, until: string) => ({
  source: 'easypost',
  saidAt: on(said),
  arrival: { kind: 'date' as const, on: day },
  until: on(until),
});

export const moving: ShipmentCard = {
  id: '01961b1c-0000-7000-8000-000000000016',
  tracking: '00340434292135100186',
  numbers: ['00340434292135100186'],
  direction: 'outbound',
  carrierSaid: 'DHL',
  carrier: 'DHL',
  lane: 'HAM → DE 10',
  page: 'https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=00340434292135100186',
  serviceSaid: 'Paket',
  from: null,
  to: { city: null, region: null, country: 'DE' },
  zone: 'Europe/Berlin',
  zoneSource: 'country',
  status: 'in_transit',
  reason: null,
  fault: 'none',
  place: hanover,
  beganAt: on('2026-03-03T13:00:00Z'),
  scannedAt: on('2026-03-04T18:00:00Z'),
  handedOverAt: on('2026-03-03T17:00:00Z'),
  deliveredAt: null,
  returnedAt: null,
  endedAt: null,
  doubt: null,
  estimates: [
    estimate('2026-03-05', '2026-03-03T17:05:00Z', '2026-03-05T23:00:00Z'),
    estimate('2026-03-06', '2026-03-04T18:05:00Z', '2026-03-06T23:00:00Z'),
  ],
  promises: [{ on: '2026-03-06', until: on('2026-03-06T23:00:00Z'), by: 'order' }],
  etaUntil: on('2026-03-06T23:00:00Z'),
  promiseUntil: null,
  atRisk: false,
  troubleAt: null,
  scanDueAt: on('2026-03-07T18:00:00Z'),
  silences: [],
  events: [
    event('2026-03-03T13:00:00Z', { status: 'pending' }),
    event('2026-03-03T17:00:00Z', {
      status: 'picked_up',
      place: { city: 'Hamburg', region: null, country: 'DE' },
    }),
    event('2026-03-04T18:00:00Z', { place: hanover, text: 'Arrived at the depot' }),
  ],
  saidAt: on('2026-03-04T18:05:00Z'),
  before: 0,
  orders: [
    {
      id: '01961b1c-0000-7000-8000-000000000001',
      number: '1042',
      currency: 'EUR',
      valueMinor: 8_640n,
      shipBy: null,
    },
  ],
  heard: [{ source: 'EasyPost', coversUntil: on('2026-03-05T07:40:00Z'), silentSince: null }],
  people: new Map([['person 01961b1c-0000-7000-8000-0000000000aa', 'Maya']]),
};

export const late: ShipmentCard = {
  ...moving,
  promises: [{ on: '2026-03-03', until: on('2026-03-03T23:00:00Z'), by: 'order' }],
};

const maya = 'person 01961b1c-0000-7000-8000-0000000000aa';
const doubtful = event('2026-03-05T06:00:00Z', {
  place: { city: 'Lille', region: null, country: 'FR' },
  standing: 'after the end',
});

/** Maya said that it was delivered, and DHL has scanned it since. */
export const doubted: ShipmentCard = {
  ...moving,
  status: 'delivered',
  deliveredAt: on('2026-03-04T20:00:00Z'),
  endedAt: on('2026-03-04T20:00:00Z'),
  scanDueAt: null,
  doubt: { by: maya, since: doubtful.at, scan: doubtful },
  events: [
    ...moving.events,
    event('2026-03-04T20:00:00Z', { source: maya, status: 'delivered', code: null }),
    doubtful,
  ],
};
