import type { Samples } from '../../../core/declare/sample.ts';
import { hostile, on, reading } from '../card/sample-shipments.ts';
import type { ExceptionGroup, Exceptions } from '../exceptions/model.ts';
import { exceptionsMessage } from '../exceptions/views.ts';
import type { LateGroup, LateParcels, LateSum } from '../late/model.ts';
import { lateMessage } from '../late/views.ts';
import { parcelList } from '../parcels/list-views.ts';
import {
  everything,
  exceptionKinds,
  type ParcelFilter,
  type ParcelPage,
  type ParcelRow,
} from '../parcels/model.ts';
import { faults } from '../status/model.ts';
import type { Today } from './model.ts';
import { todayMessage } from './views.ts';

const heard = [{ source: 'EasyPost', coversUntil: on('2026-03-05T07:40:00Z'), silentSince: null }];
const silent = [{ source: 'EasyPost', coversUntil: null, silentSince: on('2026-03-05T01:10:00Z') }];
const id = (n: number) => `01961b1c-0000-7000-8000-${String(n).padStart(12, '0')}`;
const euros = (minor: bigint) => new Map([['EUR', minor]]);
const sum = (parcels: number, minor = 0n): LateSum => ({ parcels, orders: parcels, amounts: euros(minor) });

const group: LateGroup = {
  carrier: 'DHL',
  lane: 'HAM → DE 10',
  service: 'Paket',
  group: 'g01234567',
  late: 9,
  dueLate: 4,
  orders: 12,
  amounts: euros(98_400n),
};
const late: LateParcels = {
  of: null,
  late: sum(12, 124_000n),
  dueLate: sum(5, 31_000n),
  causes: {
    carrier: sum(4, 41_000n),
    unattributed: sum(6, 70_000n),
    other: sum(1, 9_000n),
    'left late': sum(0),
    unknown: sum(1, 4_000n),
  },
  groups: [
    group,
    {
      ...group,
      group: 'g01234568',
      carrier: null,
      lane: 'unknown',
      service: null,
      dueLate: 0,
      amounts: euros(0n),
    },
  ],
  open: 212,
  unpromised: 8,
  heard,
};
const none: LateParcels = {
  ...late,
  late: sum(0),
  dueLate: sum(0),
  causes: { carrier: sum(0), unattributed: sum(0), other: sum(0), 'left late': sum(0), unknown: sum(0) },
  groups: [],
};
const currencies = new Map(['EUR', 'USD', 'KWD', 'JPY'].map((code) => [code, 9_000_000_000_000n]));
const hugeSum: LateSum = { parcels: 2_000_000, orders: 2_000_000, amounts: currencies };
const huge: LateParcels = {
  ...late,
  of: { code: 'c01234567', words: hostile },
  late: hugeSum,
  dueLate: hugeSum,
  causes: { carrier: hugeSum, unattributed: hugeSum, other: hugeSum, 'left late': hugeSum, unknown: hugeSum },
  groups: Array.from({ length: 120 }, (_, n) => ({
    ...group,
    group: `g0123${String(n).padStart(4, '0')}`,
    carrier: hostile,
    lane: hostile,
    service: hostile,
    amounts: currencies,
  })),
  heard: Array.from({ length: 40 }, () => ({ source: hostile, coversUntil: null, silentSince: reading.now })),
};

const exception = (
  kind: ExceptionGroup['kind'],
  fault: ExceptionGroup['fault'],
  parcels = 2,
): ExceptionGroup => ({
  kind,
  fault,
  parcels,
  since: on('2026-03-02T09:00:00Z'),
  orders: parcels,
  amounts: euros(4_200n),
});
const exceptions: Exceptions = {
  groups: [exception('delayed', 'weather'), exception('held', 'customs'), exception('silent', 'none', 1)],
  parcels: 5,
  amounts: euros(12_600n),
  open: 212,
  heard,
};
const calm: Exceptions = { groups: [], parcels: 0, amounts: euros(0n), open: 212, heard };
const everyException: Exceptions = {
  ...exceptions,
  groups: exceptionKinds.flatMap((kind) =>
    faults.map((fault) => ({ ...exception(kind, fault, 2_000_000), amounts: currencies })),
  ),
  parcels: 2_000_000,
  amounts: currencies,
  heard: huge.heard,
};

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
};
function page(filter: Partial<ParcelFilter>, rows: readonly ParcelRow[], left = 0): ParcelPage {
  return {
    filter: { ...everything, show: 'late', after: null, ...filter },
    rows,
    total: rows.length + left,
    left,
    next: left > 0 ? [1, 1] : null,
    of: filter.of ? 'DHL · HAM → DE 10 · Paket' : null,
    heard,
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

const issue = { id: id(9), number: 17, title: 'Parcel 00340434292135100186 is lost', isLate: true };
const today: Today = {
  late,
  exceptions,
  disruptions: ['Strike at DHL, anywhere → FR'],
  codes: 2,
  issues: [issue],
};

/** Late parcels, exceptions, their lists, and what needs somebody now, in every state. */
export const listSamples: Samples = {
  'late parcels': () => lateMessage(late, reading),
  'late parcels of a carrier': () =>
    lateMessage({ ...late, of: { code: 'c01234567', words: 'DHL' } }, reading),
  'parcels that are going to be late': () =>
    lateMessage({ ...none, dueLate: sum(1), groups: [group] }, reading),
  'no late parcels': () => lateMessage(none, reading),
  'no late parcels, and nobody tells of any': () =>
    lateMessage({ ...none, open: 0, unpromised: 0, heard: [] }, reading),
  'no late parcels of a silent feed': () => lateMessage({ ...none, heard: silent }, reading),
  'late parcels of hostile text': () => lateMessage(huge, reading),
  exceptions: () => exceptionsMessage(exceptions, reading),
  'no exceptions': () => exceptionsMessage(calm, reading),
  'exceptions of every kind': () => exceptionsMessage(everyException, reading),
  'a list of late parcels': () => parcelList(page({ of: 'g01234567' }, [row, bare], 12), reading),
  'a list of parcels going to be late': () =>
    parcelList(page({ show: 'due late', cause: 'carrier' }, [bare]), reading),
  'a list of silent parcels': () => parcelList(page({ show: 'silent', fault: 'none' }, [row, bare]), reading),
  'a list of parcels that are back': () =>
    parcelList(page({ show: 'back' }, [{ ...row, returnedAt: on('2026-03-05T07:00:00Z') }]), reading),
  'a list of parcels without a promise': () => parcelList(page({ show: 'no promise' }, [row]), reading),
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
  'what parcels need now': () => todayMessage(today, reading),
  'only exceptions': () => todayMessage({ ...today, late: none, codes: 1, issues: [] }, reading),
  'no parcel needs anybody': () =>
    todayMessage({ late: none, exceptions: calm, disruptions: [], codes: 0, issues: [] }, reading),
  'nobody tells of parcels': () =>
    todayMessage(
      { late: { ...none, open: 0, heard: [] }, exceptions: calm, disruptions: [], codes: 0, issues: [] },
      reading,
    ),
  'what parcels need now, of hostile text': () =>
    todayMessage(
      {
        late: huge,
        exceptions: everyException,
        disruptions: Array.from({ length: 9 }, () => hostile),
        codes: 2_000_000,
        issues: Array.from({ length: 40 }, (_, n) => ({ ...issue, id: id(200 + n), title: hostile })),
      },
      reading,
    ),
};
