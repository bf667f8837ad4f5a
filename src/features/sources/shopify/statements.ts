import { cleanName, cut } from '../../../core/text/clean.ts';
import { exactMinor } from '../../../core/text/exact-json.ts';
import { isCurrency } from '../../../core/text/money.ts';
import { type Parsed, reason, value } from '../../../core/text/parsed.ts';
import type { OrderStatement } from '../../orders/index.ts';
import { areaOf } from '../meaning/area.ts';
import { longestTitle } from '../meaning/shapes.ts';
import type { Teller } from '../meaning/teller.ts';
import type { ShopifyEvent, ShopifyFulfilment, ShopifyOrder, ShopifyRefund } from './model.ts';

type Statements = Parsed<readonly OrderStatement[]>;
type Milestones = NonNullable<OrderStatement['milestones']>;

const paidBy = new Set(['paid', 'partially_refunded', 'refunded']);
const cancelledBy = {
  customer: 'customer',
  fraud: 'fraud',
  inventory: 'seller',
  declined: 'seller',
} as const;

/**
 * An order, and its parcels and refunds, each with a version of its own: an order may be years older than what it holds.
 */
export function orderStatements(body: ShopifyOrder, teller: Teller): Statements {
  const { currency } = body;
  const totalMinor = minorOf(body.total_price, currency);
  if (totalMinor === null) return reason(`the total of ${body.name} is no amount of its currency`);
  const lines: NonNullable<OrderStatement['lines']>['of'] = [];
  for (const one of body.line_items) {
    const unitPriceMinor = minorOf(one.price, currency);
    if (unitPriceMinor === null) return reason(`the price of line ${one.id} is no amount of its currency`);
    lines.push({
      id: one.id,
      code: one.sku ?? '',
      item: one.variant_id ? { source: teller.source, kind: 'sku', externalId: one.variant_id } : null,
      title: cleanName(one.title, longestTitle),
      kind: one.gift_card || !one.requires_shipping ? 'service' : 'goods',
      quantity: one.quantity,
      ...(one.current_quantity != null && { current: one.current_quantity }),
      unitPriceMinor,
      requiresShipping: one.requires_shipping,
    });
  }
  const order = {
    ...aboutOrder(body.id, 'order', body.updated_at, teller),
    header: headerOf(body, totalMinor, teller),
    lines: { tells: 'whole' as const, of: lines },
    milestones: milestonesOf(body),
  };
  const parcels = (body.fulfillments ?? []).map((one) => fulfilmentStatement(one, teller));
  const refunds: OrderStatement[] = [];
  for (const one of body.refunds ?? []) {
    const refund = refundStatement(one, teller, currency);
    if ('reason' in refund) return refund;
    refunds.push(refund.value);
  }
  const numbered = [order, ...parcels, ...refunds].map((one) => ({
    ...one,
    order: { ...one.order, number: body.name },
  }));
  return value(numbered);
}

function headerOf(body: ShopifyOrder, totalMinor: bigint, { source }: Teller): OrderStatement['header'] {
  const { shipping_address: to, customer, location_id: location, cancel_reason: why } = body;
  const service = (body.shipping_lines ?? []).find(({ code, is_removed }) => code && !is_removed)?.code;
  return {
    kind: 'sale',
    currency: body.currency,
    placedAt: body.created_at,
    totalMinor,
    test: body.test,
    draft: body.confirmed === false,
    ...(customer && { customerReference: customer.id }),
    ...(to?.country_code?.length === 2 && { shipCountry: to.country_code }),
    ...(to?.province_code && { shipRegion: cut(to.province_code, 20) }),
    ...areaOf(to?.zip),
    ...(service && { service: cut(service, 100) }),
    ...(location && { location: { source, kind: 'location', externalId: location } }),
    ...(body.cancelled_at && {
      cancelledBy: cancelledBy[why as keyof typeof cancelledBy] ?? ('unknown' as const),
    }),
  };
}

function milestonesOf(body: ShopifyOrder): Milestones {
  const whole = { retracted: false, part: '' };
  const isPaid = paidBy.has(body.financial_status ?? '');
  const paidAt = body.processed_at ?? body.created_at;
  return [
    ...(isPaid ? [{ ...whole, what: 'paid' as const, eventKey: 'paid', at: paidAt }] : []),
    ...(body.cancelled_at
      ? [{ ...whole, what: 'cancelled' as const, eventKey: 'cancelled', at: body.cancelled_at }]
      : []),
  ];
}

const states: Readonly<Record<string, 'labelled' | 'open' | 'cancelled' | 'failed'>> = {
  // The label is made: no carrier has it yet.
  success: 'labelled',
  pending: 'open',
  open: 'open',
  cancelled: 'cancelled',
  error: 'failed',
  failure: 'failed',
};

export function fulfilmentStatement(body: ShopifyFulfilment, teller: Teller): OrderStatement {
  const state = states[body.status] ?? 'open';
  const { location_id: location } = body;
  return {
    ...aboutOrder(body.order_id, `fulfilment ${body.id}`, body.updated_at, teller),
    fulfilments: [
      {
        externalId: body.id,
        state,
        at: state === 'labelled' ? body.created_at : body.updated_at,
        location: location ? { source: teller.source, kind: 'location', externalId: location } : null,
        carrier: cleanName(body.tracking_company ?? '', 100) || null,
        service: null,
        tracking: [...(body.tracking_numbers ?? [])],
        lines: body.line_items.map(({ id, quantity }) => ({ id, quantity })),
      },
    ],
  };
}

const events: Readonly<Record<string, 'labelled' | 'handed_over' | 'delivered'>> = {
  confirmed: 'labelled',
  label_printed: 'labelled',
  label_purchased: 'labelled',
  carrier_picked_up: 'handed_over',
  in_transit: 'handed_over',
  out_for_delivery: 'handed_over',
  attempted_delivery: 'handed_over',
  ready_for_pickup: 'handed_over',
  delivered: 'delivered',
};

/** Null: it says nothing of how far the parcel is. */
export function eventStatement(body: ShopifyEvent, teller: Teller): OrderStatement | null {
  const what = events[body.status];
  if (!what) return null;
  const milestone = {
    what,
    retracted: false,
    part: body.fulfillment_id,
    eventKey: body.id,
    at: body.happened_at,
  };
  return {
    ...aboutOrder(body.order_id, `event ${body.id}`, body.updated_at, teller),
    milestones: [{ ...milestone, by: 'scan' }],
  };
}

const restocks = { cancel: 'cancel', return: 'return', legacy_restock: 'restock' } as const;

/** `currency`: the order's, where it is told beside it. */
export function refundStatement(
  body: ShopifyRefund,
  teller: Teller,
  currency: string | null = null,
): Parsed<OrderStatement> {
  const payments = body.transactions.filter(({ kind, status }) => kind === 'refund' && status === 'success');
  const told = [
    ...payments.map((one) => one.currency),
    ...body.refund_line_items.flatMap(({ subtotal_set, total_tax_set }) => [
      subtotal_set.shop_money.currency_code,
      total_tax_set.shop_money.currency_code,
    ]),
  ];
  const own = currency ?? told[0] ?? null;
  if (told.some((one) => one !== own))
    return reason(`refund ${body.id} is in another currency than its order`);
  const sum = (texts: readonly string[]) =>
    texts.reduce<bigint | null>((all, text) => {
      const minor = own === null ? null : minorOf(text, own);
      return all === null || minor === null ? null : all + minor;
    }, 0n);
  const amountMinor = sum(payments.map((one) => one.amount));
  if (amountMinor === null) return reason(`refund ${body.id} has no amount of its currency`);
  const lines: NonNullable<OrderStatement['refunds']>[number]['lines'] = [];
  for (const one of body.refund_line_items) {
    const minor = sum([one.subtotal_set.shop_money.amount, one.total_tax_set.shop_money.amount]);
    if (minor === null) return reason(`refund ${body.id} has no amount of its currency`);
    const restock = restocks[one.restock_type as keyof typeof restocks] ?? 'none';
    lines.push({
      id: one.line_item_id,
      quantity: one.quantity,
      amountMinor: minor,
      restock: body.restock === false ? 'none' : restock,
      location: one.location_id
        ? { source: teller.source, kind: 'location', externalId: one.location_id }
        : null,
    });
  }
  const refund = { externalId: body.id, at: body.created_at, amountMinor, lines };
  return value({
    ...aboutOrder(body.order_id, `refund ${body.id}`, body.created_at, teller),
    refunds: [{ ...refund, note: cleanName(body.note ?? '', 200) || null }],
  });
}

function aboutOrder(
  externalId: string,
  facet: string,
  versionAt: Date,
  { source, channel, deliveryId }: Teller,
) {
  const external = { source, kind: 'order' as const, externalId };
  return { order: { channel, number: null, external }, source, facet, versionAt, deliveryId };
}

function minorOf(text: string, currency: string): bigint | null {
  return isCurrency(currency) ? exactMinor(text, currency) : null;
}
