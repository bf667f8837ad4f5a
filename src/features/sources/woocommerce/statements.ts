import { cleanName, cut } from '../../../core/text/clean.ts';
import { exactMinor } from '../../../core/text/exact-json.ts';
import { isCurrency } from '../../../core/text/money.ts';
import { type Parsed, reason, value } from '../../../core/text/parsed.ts';
import type { OrderStatement } from '../../orders/index.ts';
import { areaOf } from '../meaning/area.ts';
import { longestTitle } from '../meaning/shapes.ts';
import type { Teller } from '../meaning/teller.ts';
import type { WooOrder } from './model.ts';
import { plainText } from './plain-text.ts';

/** How WooCommerce names no product, no variation and no customer. */
const none = '0';
const ended: Readonly<Record<string, 'seller' | 'unknown'>> = { failed: 'seller', cancelled: 'unknown' };
/** What an order may be again after it was completed by mistake. */
const underWay = ['pending', 'processing', 'on-hold'];

/** An order with its refunds; its status is a hold, an end, or that all of it was labelled. */
export function wooStatement(
  body: WooOrder,
  { source, channel, deliveryId }: Teller,
): Parsed<OrderStatement> {
  const { currency, status } = body;
  const minorOf = (text: string) => (isCurrency(currency) ? exactMinor(text, currency) : null);
  const totalMinor = minorOf(body.total);
  if (totalMinor === null) return reason(`the total of ${body.number} is no amount of its currency`);
  const refunds: NonNullable<OrderStatement['refunds']> = [];
  for (const one of body.refunds ?? []) {
    // They are told as what the order is less.
    const amountMinor = minorOf(one.total.replace(/^-/, ''));
    if (amountMinor === null) return reason(`refund ${one.id} is no amount of its order’s currency`);
    // It has no moment of its own: the earliest change of its order that names it counts, in whatever order they come.
    const note = cleanName(one.reason ?? '', 200) || null;
    refunds.push({ externalId: one.id, at: body.date_modified_gmt, amountMinor, note, lines: [] });
  }
  const external = { source, kind: 'order' as const, externalId: body.id };
  return value({
    order: { channel, number: body.number, external },
    source,
    facet: 'order',
    versionAt: body.date_modified_gmt,
    deliveryId,
    header: headerOf(body, totalMinor),
    lines: { tells: 'whole', of: body.line_items.map((one) => lineOf(one, source, minorOf)) },
    milestones: milestonesOf(body),
    holds: [{ key: 'status', held: status === 'on-hold', reason: 'on hold in the shop' }],
    ...fulfilmentsOf(body),
    ...(refunds.length > 0 && { refunds }),
  });
}

function headerOf(body: WooOrder, totalMinor: bigint): NonNullable<OrderStatement['header']> {
  const { status, shipping: to, customer_id: customer, shipping_lines: ways } = body;
  const service = ways?.[0]?.method_id;
  const cancelledBy = endOf(body);
  return {
    kind: 'sale',
    currency: body.currency,
    placedAt: body.date_created_gmt,
    totalMinor,
    draft: status === 'checkout-draft',
    ...(cancelledBy && { cancelledBy }),
    ...(customer && customer !== none && { customerReference: customer }),
    ...(to?.country?.length === 2 && { shipCountry: to.country }),
    ...(to?.state && { shipRegion: cut(to.state, 20) }),
    ...areaOf(to?.postcode),
    ...(service && { service: cut(service, 100) }),
  };
}

type Line = NonNullable<OrderStatement['lines']>['of'][number];

function lineOf(
  one: WooOrder['line_items'][number],
  source: string,
  minorOf: (text: string) => bigint | null,
): Line {
  const variation = one.variation_id && one.variation_id !== none ? one.variation_id : null;
  const product = variation ?? (one.product_id === none ? null : one.product_id);
  const unitPriceMinor = unitPriceOf(minorOf(one.subtotal), one, minorOf);
  return {
    id: one.id,
    code: one.sku ?? '',
    item: product === null ? null : { source, kind: 'sku', externalId: product },
    title: cleanName(plainText(one.name), longestTitle),
    quantity: one.quantity,
    ...(unitPriceMinor !== null && { unitPriceMinor }),
  };
}

/** Of the subtotal, where it divides without a rest: the price beside it may be rounded. */
function unitPriceOf(
  subtotal: bigint | null,
  { quantity, price }: WooOrder['line_items'][number],
  minorOf: (text: string) => bigint | null,
): bigint | null {
  const pieces = BigInt(quantity);
  if (subtotal !== null && pieces > 0n && subtotal % pieces === 0n) return subtotal / pieces;
  return price == null ? null : minorOf(price);
}

/** By whom it ended; null: it goes on. All the money given back for what never went out is an end, too. */
function endOf({ status, date_completed_gmt: completedAt }: WooOrder): 'seller' | 'unknown' | null {
  return ended[status] ?? (status === 'refunded' && !completedAt ? 'unknown' : null);
}

/** An order that failed or was cancelled may be paid after all: then its end is taken back. */
function milestonesOf(body: WooOrder): NonNullable<OrderStatement['milestones']> {
  const whole = { retracted: false, part: '' };
  const { date_paid_gmt: paidAt, date_modified_gmt: at } = body;
  const retracted = endOf(body) === null;
  return [
    ...(paidAt ? [{ ...whole, what: 'paid' as const, eventKey: 'paid', at: paidAt }] : []),
    { ...whole, what: 'cancelled', eventKey: 'cancelled', at, retracted },
  ];
}

/**
 * Completed there means that it is ready to go: no carrier has said that it has it. When it was completed stays told after
 * somebody sets it back.
 */
function fulfilmentsOf(body: WooOrder): Pick<OrderStatement, 'fulfilments'> {
  const { id, status, date_completed_gmt: completedAt, date_modified_gmt: at } = body;
  const whole = { externalId: `whole ${id}`, location: null, carrier: null, service: null };
  const rest = { tracking: [], lines: null };
  if (status === 'completed' || (status === 'refunded' && completedAt))
    return { fulfilments: [{ ...whole, ...rest, state: 'labelled', at: completedAt ?? at }] };
  if (completedAt && underWay.includes(status))
    return { fulfilments: [{ ...whole, ...rest, state: 'cancelled', at }] };
  return {};
}
