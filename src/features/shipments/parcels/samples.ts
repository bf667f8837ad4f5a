import type { Samples } from '../../../core/declare/sample.ts';
import { hostile, on, reading } from '../card/sample-shipments.ts';
import { parcelList } from './list-views.ts';
import { everything, type ParcelFilter, type ParcelPage, type ParcelRow } from './model.ts';

const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;

const row: ParcelRow = {
  id: id(1),
  tracking: '00340434292135100186',
  carrier: 'DHL',
  service: 'Paket',
  lane: 'HAM → DE 10',
  status: 'delayed',
  reason: 'carrier_delay',
  fault: 'carrier',
  cause: 'carrier',
  placeCity: 'Hanover',
  placeCountry: 'DE',
  beganAt: on('2026-03-02T14:00:00Z'),
  scannedAt: on('2026-03-04T18:00:00Z'),
  returnedAt: null,
  doubtedAt: null,
  promiseUntil: on('2026-03-03T23:00:00Z'),
  promiseOn: '2026-03-03',
  etaUntil: on('2026-03-05T23:00:00Z'),
  zone: 'Europe/Berlin',
  orderId: id(2),
  orderNumber: '1042',
  orders: 2,
  valueMinor: 8_640n,
  ordersWorth: ['EUR', 'USD'].map((currency) => ({ id: id(2), currency, minor: '8640' })),
  currency: 'EUR',
  asked: { number: 5, isOpen: true },
  place: [1, 1],
};
const bare: ParcelRow = {
  ...row,
  id: id(3),
  carrier: null,
  service: null,
  lane: 'unknown',
  status: 'unknown',
  reason: null,
  fault: 'none',
  cause: 'unknown',
  placeCity: null,
  placeCountry: null,
  scannedAt: null,
  promiseUntil: on('2026-03-06T15:00:00Z'),
  promiseOn: null,
  etaUntil: on('2026-03-06T17:00:00Z'),
  orderId: null,
  orderNumber: null,
  orders: 0,
  valueMinor: 0n,
  currency: null,
  asked: { number: 4, isOpen: false },
};
function page(filter: Partial<ParcelFilter>, rows: readonly ParcelRow[], left = 0): ParcelPage {
  return {
    filter: { ...everything, show: 'late', after: null, ...filter },
    rows,
    total: rows.length + left,
    left,
    next: left > 0 ? [1, 1] : null,
    of: filter.of ? 'DHL · HAM → DE 10 · Paket' : null,
    otherwise: 0,
    heard: [{ source: 'EasyPost', coversUntil: on('2026-03-05T07:40:00Z'), silentSince: null }],
  };
}
const hostileRow: ParcelRow = {
  ...row,
  tracking: hostile,
  carrier: hostile,
  service: hostile,
  lane: hostile,
  placeCity: hostile,
  orderNumber: hostile,
};

/** Lists of parcels, in every state. */
export const parcelSamples: Samples = {
  'a list of late parcels': () => parcelList(page({ of: 'g01234567' }, [row, bare], 12), reading),
  'a list of late parcels, as a lead sees it': () => parcelList(page({}, [row, bare], 12), reading, true),
  'a list of parcels going to be late': () =>
    parcelList(page({ show: 'due late', cause: 'carrier' }, [bare]), reading),
  'a list of silent parcels': () => parcelList(page({ show: 'silent', fault: 'none' }, [row, bare]), reading),
  'a list of parcels that are back': () =>
    parcelList(page({ show: 'back' }, [{ ...row, returnedAt: on('2026-03-05T07:00:00Z') }]), reading),
  'a list of parcels whose end is in doubt': () =>
    parcelList(
      page({ show: 'doubted' }, [{ ...row, status: 'delivered', doubtedAt: on('2026-03-05T07:00:00Z') }]),
      reading,
    ),
  'a list of parcels without a promise': () => parcelList(page({ show: 'no promise' }, [row]), reading),
  'a list of what is in trouble inside a strike': () =>
    parcelList(
      { ...page({ show: 'in trouble', of: 'd01234567' }, [row, bare], 12), of: 'Strike at DHL, HAM → FR' },
      reading,
      true,
    ),
  'an empty list of what is on the lane of a burst': () =>
    parcelList(page({ show: 'exposed', of: 'b01234567' }, []), reading),
  'a list of the parcels behind one issue': () =>
    parcelList(
      { ...page({ show: 'together', of: 'i01234567' }, [row, bare], 12), of: 'issue #3' },
      reading,
      true,
    ),
  'an empty list of late parcels of which others have another reason': () =>
    parcelList({ ...page({ cause: 'unattributed' }, []), otherwise: 14 }, reading),
  'an empty list of late parcels': () => parcelList(page({}, []), reading),
  'an empty list of parcels on hold': () => parcelList(page({ show: 'held' }, []), reading),
  'a list of parcels of hostile text': () =>
    parcelList(
      page(
        {},
        Array.from({ length: 10 }, (_, n) => ({ ...hostileRow, id: id(100 + n) })),
        2_000_000,
      ),
      reading,
    ),
};
