import type { Sent } from './hooked.ts';

/**
 * The story of an order of three lines, two parcels, a hold, an edit and a return to sender: one half as Shopify posts it, the
 * other as files tell it. Its ids are beyond 2^53, and several of its statements are of the same millisecond.
 */
export interface Story {
  readonly number: string;
  readonly posted: readonly Sent[];
  /** Its part of each of `filed`. */
  readonly rows: readonly Readonly<Record<string, string>>[][];
}

/** A file: how it is imported, and when what it says was true. */
interface Filed {
  readonly command: string;
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  /** The places of the lines that it tells, and the titles that it gives them. */
  readonly lines: readonly number[];
  readonly title?: string;
}

const same = {
  edited: '2026-11-24T07:00:00Z',
  packed: '2026-11-24T07:30:00Z',
  scanned: '2026-11-25T15:05:00Z',
};

export const filed: readonly Filed[] = [
  {
    command: 'orders FILE --partial --source wms',
    name: 'wms.csv',
    columns: {
      updated_at: same.packed,
      picked_at: '2026-11-24T06:30:00Z',
      packed_at: '2026-11-24T07:20:00Z',
    },
    lines: [0, 1, 2],
  },
  // The same moment, told differently.
  {
    command: 'orders FILE --partial --source wms',
    name: 'wms.csv',
    columns: {
      updated_at: same.packed,
      picked_at: '2026-11-24T06:40:00Z',
      packed_at: '2026-11-24T07:25:00Z',
    },
    lines: [2, 0],
  },
  {
    command: 'orders FILE --partial --source carrier',
    name: 'carrier.jsonl',
    columns: { updated_at: same.scanned, handed_over_at: '2026-11-24T16:00:00Z' },
    lines: [1],
  },
  {
    command: 'orders FILE --partial --source carrier',
    name: 'carrier.jsonl',
    columns: { updated_at: '2026-11-30T11:00:00Z', returned_at: '2026-11-30T11:00:00Z' },
    lines: [0, 1, 2],
  },
  {
    command: 'orders FILE --whole --source erp',
    name: 'erp.csv',
    columns: {
      updated_at: same.edited,
      promised_by: '2026-11-27T18:00:00Z',
      country: 'US',
      location: 'HAM',
      customer: 'C-9',
    },
    lines: [0, 1, 2],
    title: 'As the books have it',
  },
  {
    command: 'orders FILE --partial --source erp',
    name: 'erp.csv',
    columns: { updated_at: '2026-11-25T08:00:00Z', promised_by_revised: '2026-11-28T11:00:00Z' },
    lines: [0],
    title: 'As the books have it now',
  },
  // A file that was only touched: it says what it said before.
  {
    command: 'orders FILE --partial --source wms',
    name: 'wms.csv',
    columns: {
      updated_at: '2026-11-26T07:30:00Z',
      picked_at: '2026-11-24T06:30:00Z',
      packed_at: '2026-11-24T07:20:00Z',
    },
    lines: [0, 1, 2],
  },
];

export const soldCodes = ['MUG-RED', 'MUG-BLUE', 'TEA-1'] as const;
const prices = ['12.50', '9007199254740.93', '3.00'];
const pieces = [1, 1, 3];
/** What the shop calls Hamburg. */
export const shopPlace = '9007199254740997';

/** The n-th story: the same but for its number and ids. */
export function storyOf(n: number): Story {
  const base = 9_007_199_254_740_993n + BigInt(n) * 1_000n;
  const id = String(base);
  const number = `#${1_001 + n}`;
  const [first, second] = [String(base + 11n), String(base + 12n)];
  const lineIds = soldCodes.map((_, place) => String(base + 1n + BigInt(place)));
  const [a = '', b = '', c = ''] = lineIds;
  const place = `"location_id": ${shopPlace}`;

  const order = (
    at: string,
    { customer = 1, total = '9007199254765.43', left = 3, title = 'A mug', more = '' } = {},
  ) =>
    `{"id": ${id}, "name": "${number}", "created_at": "2026-11-23T09:00:00+01:00", "updated_at": "${at}", "test": false,
      "processed_at": "2026-11-23T09:01:00+01:00", "financial_status": "paid", "currency": "USD", "total_price": "${total}",
      "customer": {"id": ${base + 500n + BigInt(customer)}}, ${place},
      "shipping_address": {"country_code": "US", "province_code": "KY"}, ${more}
      "line_items": [${lineIds
        .map(
          (line, place) =>
            `{"id": ${line}, "sku": "${soldCodes[place]}", "variant_id": ${base + 100n}, "title": "${title}", "quantity": ${pieces[place]},
              "current_quantity": ${place === 2 ? left : pieces[place]}, "price": "${prices[place]}", "requires_shipping": true}`,
        )
        .join(', ')}]}`;
  const parcel = (own: string, at: string, tracking: string, of: readonly (readonly [string, number])[]) =>
    `{"id": ${own}, "order_id": ${id}, "status": "success", "created_at": "${at}", "updated_at": "${at}", ${place},
      "tracking_company": "DHL", "tracking_numbers": ["${tracking}"],
      "line_items": [${of.map(([line, quantity]) => `{"id": ${line}, "quantity": ${quantity}}`).join(', ')}]}`;
  const event = (own: bigint, of: string, status: string, at: string) =>
    `{"id": ${base + own}, "order_id": ${id}, "fulfillment_id": ${of}, "status": "${status}", "happened_at": "${at}", "updated_at": "${at}"}`;
  const held = (status: string, at: string, reason: string) =>
    `{"id": ${base + 60n}, "order_id": ${id}, "created_at": "2026-11-23T10:30:00+01:00", "updated_at": "${at}", "status": "${status}",
      "assigned_location_id": ${shopPlace}, "line_items": [{"line_item_id": ${a}}, {"line_item_id": ${b}}],
      "fulfillment_holds": [${reason && `{"reason": "${reason}"}`}]}`;
  const money = (amount: string) => `{"shop_money": {"amount": "${amount}", "currency_code": "USD"}}`;
  const refund = `{"id": ${base + 70n}, "order_id": ${id}, "created_at": "2026-12-01T10:00:00+01:00", "note": "came back", "restock": true,
    "transactions": [{"kind": "refund", "status": "success", "amount": "12.50", "currency": "USD"}],
    "refund_line_items": [{"line_item_id": ${a}, "quantity": 1, "restock_type": "legacy_restock", ${place},
      "subtotal_set": ${money('12.50')}, "total_tax_set": ${money('0.00')}}]}`;
  const firstParcel = parcel(first, '2026-11-24T09:00:00+01:00', '00340434161094000002', [
    [a, 1],
    [b, 1],
  ]);
  const edited = '2026-11-24T08:00:00+01:00';
  const posted: readonly (readonly [topic: string, body: string])[] = [
    ['orders/create', order('2026-11-23T09:00:00+01:00')],
    // The same moment, told differently; so are the edit, the first parcel, the hold and the last scan below.
    ['orders/updated', order('2026-11-23T10:00:00+01:00', { customer: 1 })],
    ['orders/updated', order('2026-11-23T10:00:00+01:00', { customer: 2, total: '9007199254740.93' })],
    ['fulfillment_orders/placed_on_hold', held('on_hold', '2026-11-23T11:00:00+01:00', 'high_risk_of_fraud')],
    ['fulfillment_orders/hold_released', held('open', '2026-11-23T13:00:00+01:00', '')],
    ['fulfillment_orders/placed_on_hold', held('on_hold', '2026-11-23T13:00:00+01:00', 'incorrect_address')],
    ['fulfillment_orders/hold_released', held('open', '2026-11-23T15:00:00+01:00', '')],
    ['orders/updated', order(edited, { left: 2 })],
    ['orders/updated', order(edited, { left: 2, title: 'A blue mug' })],
    [
      'fulfillments/create',
      parcel(first, '2026-11-24T09:00:00+01:00', '00340434161094000001', [
        [a, 1],
        [b, 1],
      ]),
    ],
    ['fulfillments/update', firstParcel],
    ['fulfillments/create', parcel(second, '2026-11-24T10:00:00+01:00', '00340434161094000003', [[c, 2]])],
    ['fulfillment_events/create', event(21n, first, 'carrier_picked_up', '2026-11-24T16:05:00+01:00')],
    ['fulfillment_events/create', event(22n, second, 'in_transit', '2026-11-25T16:05:00+01:00')],
    ['fulfillment_events/create', event(23n, second, 'out_for_delivery', '2026-11-27T11:00:00+01:00')],
    ['fulfillment_events/create', event(24n, second, 'delivered', '2026-11-27T11:00:00+01:00')],
    // After all of it had come back.
    ['fulfillment_events/create', event(25n, first, 'delivered', '2026-12-02T12:00:00+01:00')],
    ['refunds/create', refund],
    [
      'orders/updated',
      order('2026-12-02T13:00:00+01:00', {
        customer: 2,
        total: '9007199254740.93',
        left: 2,
        more: `"fulfillments": [${firstParcel}], "refunds": [${refund}],`,
      }),
    ],
  ];
  return {
    number,
    posted: posted.map(([topic, body]) => ({ kind: 'shopify', topic, body })),
    rows: filed.map(({ columns, lines, title }) =>
      lines.map((line) => ({
        number,
        channel: 'shopify',
        placed_at: '2026-11-23T08:00:00Z',
        ...columns,
        currency: 'USD',
        code: soldCodes[line] ?? '',
        title: title ?? '',
        quantity: String(pieces[line]),
        unit_price: prices[line] ?? '',
        line_id: lineIds[line] ?? '',
      })),
    ),
  };
}

/** As the file with this name is written. */
export function fileOf(name: string, rows: readonly Readonly<Record<string, string>>[]): string {
  if (name.endsWith('.jsonl')) return rows.map((row) => JSON.stringify(row)).join('\n');
  const columns = Object.keys(rows[0] ?? {});
  return [columns.join(','), ...rows.map((row) => columns.map((one) => row[one]).join(','))].join('\n');
}
