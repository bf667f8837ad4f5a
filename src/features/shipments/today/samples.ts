import type { Samples } from '../../../core/declare/sample.ts';
import { hostile, on, reading } from '../card/sample-shipments.ts';
import type { ExceptionGroup, Exceptions } from '../exceptions/model.ts';
import { exceptionsMessage } from '../exceptions/views.ts';
import type { LateGroup, LateParcels, LateSum } from '../late/model.ts';
import { lateMessage } from '../late/views.ts';
import { exceptionKinds } from '../status/exception-model.ts';
import { faultOf, faults, reasons } from '../status/model.ts';
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
export const late: LateParcels = {
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
export const none: LateParcels = {
  ...late,
  late: sum(0),
  dueLate: sum(0),
  causes: { carrier: sum(0), unattributed: sum(0), other: sum(0), 'left late': sum(0), unknown: sum(0) },
  groups: [],
};
const currencies = new Map(['EUR', 'USD', 'KWD', 'JPY'].map((code) => [code, 9_000_000_000_000n]));
const hugeSum: LateSum = { parcels: 2_000_000, orders: 2_000_000, amounts: currencies };
export const huge: LateParcels = {
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
  reasons: reasons.filter((one) => faultOf(one) === fault),
  parcels,
  since: on('2026-03-02T09:00:00Z'),
  orders: parcels,
  amounts: euros(4_200n),
});
export const exceptions: Exceptions = {
  groups: [exception('delayed', 'weather'), exception('held', 'customs'), exception('silent', 'none', 1)],
  parcels: 5,
  amounts: euros(12_600n),
  open: 212,
  heard,
};
export const calm: Exceptions = { groups: [], parcels: 0, amounts: euros(0n), open: 212, heard };
export const everyException: Exceptions = {
  ...exceptions,
  groups: exceptionKinds.flatMap((kind) =>
    faults.map((fault) => ({ ...exception(kind, fault, 2_000_000), amounts: currencies })),
  ),
  parcels: 2_000_000,
  amounts: currencies,
  heard: huge.heard,
};

const issue = { id: id(9), number: 17, title: 'Parcel 00340434292135100186 is lost', isLate: true };
const today: Today = {
  late,
  exceptions,
  disruptions: ['Strike at DHL, anywhere → FR'],
  codes: 2,
  issues: [issue],
};

/** Late parcels, exceptions, and what needs somebody now, in every state. */
export const todaySamples: Samples = {
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
