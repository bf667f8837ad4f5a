import { lists } from '../../../core/declare/lists/listing.ts';
import { readPage } from '../../../core/declare/lists/page.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { decimal } from '../../../core/text/money.ts';
import { listPageShape } from '../../../core/tokens/listing.ts';
import { pagedShape, placeShape } from '../../../core/tokens/page.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { reasonWords, statusWords } from '../card/words.ts';
import { readShipments } from '../permissions.ts';
import { causeWords } from '../status/cause-rules.ts';
import { countParcels, parcelsAfter, type StoredParcel } from './list-store.ts';
import {
  filterShape,
  fittingIts,
  listExport,
  type ParcelFilter,
  type ParcelPage,
  type ParcelRow,
  pageSize,
} from './model.ts';
import { carrierNamesOf, type NamesOf } from './names.ts';
import { selectedParcel } from './selected.ts';
import { faultWords, wayWords } from './words.ts';
import { worthOf } from './worth.ts';

/** A page of the parcels behind a figure. */
export const listPage = query({
  name: 'shipments.list',
  permission: readShipments,
  input: pagedShape(filterShape),
  async run({ scope, now }, filtered): Promise<ParcelPage> {
    const asked = fittingIts(filtered);
    const page = await readPage<StoredParcel, ParcelFilter>(asked, {
      size: pageSize,
      read: async (filter, limit) => await parcelsAfter(scope, now, filter, limit),
      count: async (filter) => await countParcels(scope, now, filter),
      placeOf: ({ place }) => place,
    });
    const rows = named(page.rows, await carrierNamesOf(scope));
    return { ...page, rows, of: ofWords(asked.of, rows), heard: await freshnessOf(scope, 'shipments') };
  },
});

/** As far as there are any: a group without parcels has no name. */
function ofWords(of: string | null, [first]: readonly ParcelRow[]): string | null {
  if (of === null || !first) return null;
  return wayWords(first, of.startsWith('c') ? ['carrier'] : of.startsWith('l') ? ['lane'] : undefined);
}

function named(rows: readonly StoredParcel[], namesOf: NamesOf): readonly ParcelRow[] {
  return rows.map((row) => ({ ...row, ...namesOf(row) }));
}

/** A page of the list as a file. */
export const exportPage = query({
  name: 'shipments.export',
  permission: readShipments,
  input: listPageShape(filterShape, placeShape),
  run: async ({ scope, now }, { filter, after, limit }): Promise<readonly ParcelRow[]> =>
    named(
      await parcelsAfter(scope, now, { ...fittingIts(filter), after }, limit),
      await carrierNamesOf(scope),
    ),
});

const columns: Readonly<Record<string, (row: ParcelRow) => Cell>> = {
  Tracking: ({ tracking }) => tracking,
  Carrier: ({ carrier }) => carrier,
  Service: ({ service }) => service,
  Lane: ({ lane }) => lane,
  Status: ({ status, returnedAt }) => (returnedAt ? 'back with us' : statusWords[status]),
  Reason: ({ reason }) => reasonWords(reason) || null,
  'Because of': ({ fault }) => (fault === 'none' ? null : faultWords[fault]),
  'Late because': ({ cause }) => causeWords[cause],
  'Promised day': ({ promiseOn }) => promiseOn,
  'Promised until': ({ promiseUntil }) => promiseUntil?.toISOString() ?? null,
  'Carrier says until': ({ etaUntil }) => etaUntil?.toISOString() ?? null,
  'Last scan': ({ scannedAt }) => scannedAt?.toISOString() ?? null,
  'Last place': ({ placeCity, placeCountry }) =>
    [placeCity, placeCountry].flatMap((part) => part ?? []).join(', ') || null,
  Order: ({ orderNumber }) => orderNumber,
  Orders: ({ orders }) => orders,
  Value: ({ valueMinor, currency }) => currency && decimal(valueMinor, currency),
  Currency: ({ currency }) => currency,
  'Value in other currencies': (row) =>
    [...worthOf(row)]
      .flatMap(([currency, minor]) =>
        currency === row.currency ? [] : [`${decimal(minor, currency)} ${currency}`],
      )
      .join(', ') || null,
};

export const parcelsList = lists(listExport, {
  page: exportPage,
  placeOf: ({ place }) => place,
  columns,
  select: selectedParcel,
});
