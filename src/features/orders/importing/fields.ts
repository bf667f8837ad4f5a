import type { ImportField } from '../../../core/tokens/import-row.ts';

const instant = (name: string, summary: string): ImportField => ({
  name,
  required: false,
  type: 'instant',
  summary,
});
const text = (name: string, summary: string): ImportField => ({
  name,
  required: false,
  type: 'text',
  summary,
});

/** One row per line of an order; the order's own columns repeat in each of its rows. */
export const orderFields: readonly ImportField[] = [
  { name: 'number', required: true, type: 'code', summary: 'the order number, unique in its channel' },
  { ...text('channel', 'where it was sold; "import" when empty'), inherited: true },
  {
    name: 'kind',
    required: false,
    type: 'text',
    oneOf: ['sale', 'credit'],
    summary: 'when empty, an order of negative quantities only is a credit',
  },
  {
    name: 'placed_at',
    required: true,
    type: 'instant',
    inherited: true,
    summary: 'if an order has several times, the earliest counts',
  },
  instant('paid_at', 'of this and the following milestones, the latest in the order counts'),
  instant('allocated_at', 'when stock was reserved for it'),
  instant('picked_at', 'when it was taken from the shelf'),
  instant('packed_at', 'when it was packed'),
  instant('labelled_at', 'when its label was made: it is not handed over by that'),
  instant('handed_over_at', 'when the carrier had it'),
  instant('delivered_at', 'when the customer had it'),
  instant('returned_at', 'when all of it had come back'),
  instant('cancelled_at', 'when it was called off'),
  instant('ship_by', 'when it must be handed over'),
  instant('promised_by', 'when the customer was told it would arrive'),
  instant('promised_by_revised', 'what the customer was told later'),
  instant('updated_at', 'when this was true: an older word changes nothing; when empty, that of the file'),
  text('customer', 'the customer’s id, never a name or an address'),
  text('country', 'where it goes'),
  {
    ...text('currency', 'of the prices; when empty, that of the order’s earlier rows, else the workspace’s'),
    inherited: true,
  },
  { name: 'location', required: false, type: 'code', summary: 'code of the location it ships from' },
  { name: 'code', required: true, type: 'code', summary: 'SKU code, or the code of a service' },
  {
    name: 'line_id',
    required: false,
    type: 'code',
    summary: 'the source’s own id of the line; without it, lines are told apart by code and price',
  },
  text('title', 'what the line says'),
  { name: 'quantity', required: true, type: 'integer', summary: 'pieces' },
  { name: 'unit_price', required: false, type: 'money', summary: 'price of one piece' },
  {
    name: 'line_kind',
    required: false,
    type: 'text',
    oneOf: ['goods', 'service'],
    summary: 'goods when empty',
  },
];
