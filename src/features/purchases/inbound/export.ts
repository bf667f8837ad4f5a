import { lists } from '../../../core/declare/lists/listing.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { decimal } from '../../../core/text/money.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { placeShape } from '../../../core/tokens/page.ts';
import { locations } from '../../locations/index.ts';
import { readPurchases } from '../permissions.ts';
import { todayOf, whoseOf } from './list.ts';
import { filterShape, type ListedLine } from './model.ts';
import { linesAfter } from './store.ts';

interface Row extends ListedLine {
  /** The code of the location where it arrives. */
  readonly locationCode: string | null;
}

export const inboundExport = defineListing({
  id: 'purchases.inbound',
  title: 'Purchase lines',
  one: 'line',
  filter: filterShape,
});

/** A page of the list as a file. */
export const exportInbound = query({
  name: 'purchases.export',
  permission: readPurchases,
  input: listPageShape(filterShape, placeShape),
  async run(ctx: QueryContext, { filter, after, limit }): Promise<readonly Row[]> {
    const { whose } = await whoseOf(ctx.scope, filter);
    const codes = new Map((await locations(ctx.scope)).map(({ id, code }) => [id, code]));
    const lines = await linesAfter(
      ctx.scope,
      { show: filter.show, whose, today: todayOf(ctx), after },
      limit,
    );
    return lines.map((line) => ({
      ...line,
      locationCode: line.locationId === null ? null : (codes.get(line.locationId) ?? null),
    }));
  },
});

const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  PO: ({ poKey }) => poKey,
  Line: ({ lineKey, poKey }) => lineKey.slice(poKey.length + 1),
  Supplier: ({ supplier }) => supplier,
  SKU: ({ code }) => code,
  Title: ({ title }) => title,
  Ordered: ({ ordered }) => ordered,
  Received: ({ received }) => received,
  Expected: ({ expectedOn }) => expectedOn,
  Promised: ({ promisedOn }) => promisedOn,
  Delivered: ({ deliveredOn }) => deliveredOn,
  Recorded: ({ recordedOn }) => recordedOn,
  Sent: ({ sentOn, sentSaid }) => sentOn ?? sentSaid,
  Cancelled: ({ cancelled }) => (cancelled ? 'yes' : 'no'),
  Open: ({ open }) => (open ? 'yes' : 'no'),
  Mode: ({ mode }) => mode,
  Country: ({ country }) => country,
  Location: ({ locationCode }) => locationCode,
  Value: ({ valueMinor, currency }) =>
    valueMinor === null || currency === null ? null : decimal(valueMinor, currency),
  Currency: ({ valueMinor, currency }) => (valueMinor === null ? null : currency),
  Notice: ({ notice }) => notice,
  Source: ({ source }) => source,
  'Data faults': ({ faults }) => (faults.length > 0 ? faults.join('; ') : null),
};

export const inboundList = lists(inboundExport, {
  page: exportInbound,
  placeOf: ({ place }) => place,
  columns,
});
