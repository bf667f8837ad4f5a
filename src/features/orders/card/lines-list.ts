import { z } from 'zod';
import { lists } from '../../../core/declare/lists/listing.ts';
import { query } from '../../../core/runtime/operation.ts';
import type { Cell } from '../../../core/text/csv.ts';
import { decimal } from '../../../core/text/money.ts';
import { defineListing, listPageShape } from '../../../core/tokens/listing.ts';
import { demandOrder } from '../order/look-up.ts';
import type { OrderHeader } from '../order/model.ts';
import { type LineRow, linesAfter } from '../order/part-store.ts';
import { orderHeader } from '../order/store.ts';
import { readOrders } from '../permissions.ts';

const filterShape = z.object({ id: z.uuid() });

/** All lines of one order. */
export const linesExport = defineListing({
  id: 'orders.lines',
  title: 'Order lines',
  one: 'order line',
  filter: filterShape,
});

interface Row extends LineRow {
  readonly order: OrderHeader;
}

/** A page of the lines as a file. */
export const linesPage = query({
  name: 'orders.lines',
  permission: readOrders,
  input: listPageShape(filterShape, z.int()),
  async run({ scope }, { filter, after, limit }): Promise<readonly Row[]> {
    const order = demandOrder(await orderHeader(scope, filter.id));
    return (await linesAfter(scope, filter.id, after ?? -1, limit)).map((line) => ({ ...line, order }));
  },
});

const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  Order: ({ order }) => order.number,
  Channel: ({ order }) => order.channel,
  Line: ({ ordinal }) => ordinal,
  SKU: ({ code }) => code,
  Title: ({ title }) => title,
  Pieces: ({ ordered }) => ordered,
  Labelled: ({ labelled }) => labelled,
  Shipped: ({ shipped }) => shipped,
  Delivered: ({ delivered }) => delivered,
  'To send': ({ open }) => open,
  Cancelled: ({ cancelled }) => cancelled,
  Refunded: ({ refunded }) => refunded,
  Returned: ({ returned }) => returned,
  Price: ({ unitPriceMinor, order }) => decimal(unitPriceMinor, order.currency),
  Currency: ({ order }) => order.currency,
};

export const linesList = lists(linesExport, { page: linesPage, placeOf: ({ ordinal }) => ordinal, columns });
