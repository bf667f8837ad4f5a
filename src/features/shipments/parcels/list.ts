import { lists } from '../../../core/declare/lists/listing.ts';
import { readPage } from '../../../core/declare/lists/page.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { decimal } from '../../../core/text/money.ts';
import { listPageShape } from '../../../core/tokens/listing.ts';
import { type Paged, pagedShape, placeShape } from '../../../core/tokens/page.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { behindIssue, issuesAbout } from '../../issues/index.ts';
import { mattersOfTelling } from '../acting/model.ts';
import { reasonWords, stateWords } from '../card/words.ts';
import { burstCoded, disruptionCoded } from '../disrupted/group-store.ts';
import { disruptionName } from '../disrupted/names.ts';
import { readShipments } from '../permissions.ts';
import { causeWords } from '../status/cause-rules.ts';
import { wordsOfCode } from './coded.ts';
import { countParcels, parcelsAfter, type StoredParcel } from './list-store.ts';
import {
  filterShape,
  fittingIts,
  groupsOf,
  isGroupOfIssue,
  listExport,
  type ParcelFilter,
  type ParcelPage,
  type ParcelRow,
  pageSize,
  parcelsLink,
} from './model.ts';
import { carrierNamesOf } from './names.ts';
import { selectedParcel } from './selected.ts';
import { askedWords, burstName, endWords, faultWords, wayWords } from './words.ts';
import { worthOf } from './worth.ts';

/** A page of the parcels behind a figure. */
export const listPage = query({
  name: 'shipments.list',
  permission: readShipments,
  input: pagedShape(filterShape),
  async run({ scope, now }, filtered): Promise<ParcelPage> {
    const asked = fittingIts(filtered);
    const issue = await issueOf(scope, asked.of);
    const among = issue?.ids ?? null;
    const count = async (filter: Paged<ParcelFilter>) => await countParcels(scope, now, { ...filter, among });
    const page = await readPage<StoredParcel, ParcelFilter>(asked, {
      size: pageSize,
      read: async (filter, limit) => await parcelsAfter(scope, now, { ...filter, among }, limit),
      count,
      placeOf: ({ place }) => place,
    });
    const rows = await named(scope, page.rows);
    const of = issue ? `issue #${issue.number}` : await ofWords(scope, asked.of, rows);
    const hasReason = asked.cause !== null || asked.fault !== null;
    const otherwise =
      page.total === 0 && hasReason ? await count({ ...asked, cause: null, fault: null, after: null }) : 0;
    return { ...page, rows, of, otherwise, heard: await freshnessOf(scope, 'shipments') };
  },
});

/** The issue whose parcels are listed; null: it is no list of an issue. */
async function issueOf(scope: Scope, of: string | null) {
  if (of === null || !isGroupOfIssue(of)) return null;
  return (
    (await behindIssue(scope, 'shipment', { what: parcelsLink, code: of.slice(1) })) ?? { number: 0, ids: [] }
  );
}

/** As far as there are any: a group without parcels has no name. */
async function ofWords(
  scope: Scope,
  of: string | null,
  [first]: readonly ParcelRow[],
): Promise<string | null> {
  if (of === null) return null;
  if (of.startsWith('d')) {
    const disruption = await disruptionCoded(scope, of);
    return disruption && disruptionName(disruption);
  }
  if (of.startsWith('b')) {
    const burst = await burstCoded(scope, of);
    return burst && burstName(burst);
  }
  if (groupsOf(of).length > 1) return await wordsOfCode(scope, of);
  return first ? waysOf(of, first) : null;
}

function waysOf(of: string, first: ParcelRow): string {
  const [from = '', to = ''] = first.lane.split(' → ');
  switch (of.slice(0, 1)) {
    case 'c':
      return wayWords(first, ['carrier']);
    case 'l':
      return wayWords(first, ['lane']);
    case 'f':
      return endWords({ from, to: null });
    case 't':
      return endWords({ from: null, to: countryOf(to) });
    case 'o':
      return endWords({ from, to: countryOf(to) });
    default:
      return wayWords(first);
  }
}

/** "DE" of "DE 10". */
function countryOf(to: string): string {
  return to.split(' ')[0] ?? to;
}

async function named(scope: Scope, rows: readonly StoredParcel[]): Promise<readonly ParcelRow[]> {
  const namesOf = await carrierNamesOf(scope);
  const refs = rows.map(({ id }) => id);
  const asked = await issuesAbout(scope, { what: 'shipment', refs }, mattersOfTelling);
  return rows.map((row) => ({
    ...row,
    ...namesOf(row),
    asked: asked.get(row.id) ?? null,
  }));
}

/** A page of the list as a file. */
export const exportPage = query({
  name: 'shipments.export',
  permission: readShipments,
  input: listPageShape(filterShape, placeShape),
  async run({ scope, now }, { filter, after, limit }): Promise<readonly ParcelRow[]> {
    const issue = await issueOf(scope, filter.of);
    const asked = { ...fittingIts(filter), among: issue?.ids ?? null, after };
    return await named(scope, await parcelsAfter(scope, now, asked, limit));
  },
});

const columns: Readonly<Record<string, (row: ParcelRow) => Cell>> = {
  Tracking: ({ tracking }) => tracking,
  Carrier: ({ carrier }) => carrier,
  Service: ({ service }) => service,
  Lane: ({ lane }) => lane,
  Status: (row) => stateWords(row),
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
  'Customer service': ({ asked }) => (asked ? askedWords(asked) : null),
};

export const parcelsList = lists(listExport, {
  page: exportPage,
  placeOf: ({ place }) => place,
  columns,
  select: selectedParcel,
});
