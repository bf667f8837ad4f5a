import { foldShipments } from '../../src/features/shipments/fold/fold-shipments.ts';
import type { CodesKnown, FoldedShipment } from '../../src/features/shipments/fold/model.ts';
import type { ParcelOrder } from '../../src/features/shipments/fold/order-model.ts';
import type { Status } from '../../src/features/shipments/status/model.ts';
import { eventsOf, wordOf } from '../../src/features/shipments/telling/kept.ts';
import type {
  AboutSaid,
  EventSaid,
  Place,
  ShipmentStatement,
} from '../../src/features/shipments/telling/model.ts';
import type { Chance } from './chance.ts';
import { moment } from './statements.ts';

export const hanover: Place = { city: 'Hanover', region: null, country: 'DE' };
export const berlin: Place = { city: 'Berlin', region: null, country: 'DE' };

/** What a carrier scanned, such as `2026-11-24 09:00`, in Hamburg. */
export function scanned(at: string, status: Status, said: Partial<EventSaid> = {}): EventSaid {
  return {
    key: null,
    at: moment(at),
    status,
    reason: null,
    code: status,
    place: null,
    text: null,
    lifts: false,
    ...said,
  };
}

/** A lead's word: until then it had not ended. */
export function lift(at: string): EventSaid {
  return scanned(at, 'unknown', { code: null, lifts: true });
}

/** A statement with these events, made when the last of them happened. */
export function tells(
  events: readonly EventSaid[],
  said: Partial<ShipmentStatement> = {},
): ShipmentStatement {
  return {
    tracking: '00340434292135100186',
    formerly: [],
    source: 'easypost',
    saidAt: new Date(Math.max(...events.map(({ at }) => at.getTime()))),
    deliveryId: null,
    about: {},
    events: [...events],
    ...said,
  };
}

export function about(at: string, said: AboutSaid, more: Partial<ShipmentStatement> = {}): ShipmentStatement {
  return tells([], { saidAt: moment(at), about: said, ...more });
}

export function foldedShipments(
  statements: readonly ShipmentStatement[],
  statusOf: CodesKnown['statusOf'] = () => null,
  orders: readonly ParcelOrder[] = [],
): readonly FoldedShipment[] {
  return foldShipments({
    events: statements.flatMap(eventsOf),
    words: statements.map(wordOf),
    businessZone: 'Europe/Berlin',
    codes: { statusOf, reasonOf: () => null },
    orders,
  });
}

const renumbered = { tracking: 'JJD-000390007', formerly: ['00340434292135100186'] };
const lead = { source: 'person' };

/**
 * Three parcels that had a number after each other: one that was lost, found, given another number and sent back; one that
 * was said to be delivered when it was not, twice, and was; and one that is on its way.
 */
export const shipmentStory: readonly ShipmentStatement[] = [
  about('2026-01-05 08:00', {
    carrier: 'DHL',
    service: 'Paket',
    to: berlin,
    promise: { kind: 'date', on: '2026-01-07' },
  }),
  tells([scanned('2026-01-05 12:00', 'pending')]),
  tells([
    scanned('2026-01-05 18:00', 'picked_up'),
    // The same moment, told differently, and by keys that stand the other way round.
    scanned('2026-01-06 02:00', 'in_transit', { key: 'b', place: hanover }),
    scanned('2026-01-06 02:00', 'delayed', { key: 'a', reason: 'weather_delay' }),
  ]),
  about('2026-01-06 03:00', { estimate: { kind: 'date', on: '2026-01-08' } }),
  about('2026-01-06 03:00', { estimate: { kind: 'date', on: '2026-01-09' } }),
  tells([scanned('2026-01-10 09:00', 'delivery_failed', { reason: 'carrier_lost', code: 'lost' })]),
  tells([scanned('2026-01-16 09:00', 'in_transit', { place: hanover, code: 'found' })], renumbered),
  tells([scanned('2026-01-17 10:00', 'delivery_failed', { reason: 'consignee_refused' })], renumbered),
  tells([scanned('2026-01-17 12:00', 'return_to_sender')], renumbered),
  // The carrier goes on to speak of the number that is no more.
  tells([scanned('2026-01-18 07:00', 'in_transit')]),
  tells([scanned('2026-01-19 11:00', 'delivered')], renumbered),
  tells([scanned('2026-01-19 11:30', 'delivered', { code: 'delivered again' })], { source: 'aftership' }),

  about('2026-06-01 07:00', {
    carrier: 'DHL',
    service: 'Express',
    promise: { kind: 'date', on: '2026-06-03' },
  }),
  tells([scanned('2026-06-01 09:00', 'picked_up'), scanned('2026-06-02 09:00', 'delivered')]),
  tells([scanned('2026-06-02 09:01', 'delivered', { code: 'DLV' })], { source: 'aftership' }),
  tells([lift('2026-06-02 15:00')], lead),
  tells([scanned('2026-06-02 11:00', 'out_for_delivery', { place: berlin })]),
  tells([scanned('2026-06-03 10:00', 'delivered', { key: 'gone at last' })]),
  tells([scanned('2026-06-03 20:00', 'in_transit')]),

  tells([scanned('2026-11-24 09:00', 'unknown', { code: 'ZX9' }), scanned('2026-11-24 12:00', 'picked_up')]),
];

export function shuffledShipments({ below }: Chance): readonly ShipmentStatement[] {
  const all = [...shipmentStory, ...shipmentStory.filter(() => below(3) === 0)];
  for (let n = all.length - 1; n > 0; n -= 1) {
    const other = below(n + 1);
    const [one, two] = [all[n], all[other]];
    if (one && two) [all[n], all[other]] = [two, one];
  }
  return all;
}
