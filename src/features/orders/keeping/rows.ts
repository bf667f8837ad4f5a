import { numberKey } from '../../../core/text/code-key.ts';
import { countryName } from '../../../core/text/country.ts';
import type { Folded, FoldedLine } from '../fold/model.ts';
import { inOrder } from '../fold/statement-order.ts';
import type { StoredLine, StoredOrder } from '../rules.ts';
import type { Kept } from '../telling/hash.ts';
import type { NamedOrder, OrderRows, StoredFulfilment } from './rows-model.ts';

/** The rows that a fold makes. `newId`: of a parcel that has none yet. */
export function rowsOf(
  folded: Folded,
  statements: readonly Kept[],
  id: string,
  { before, newId }: { readonly before: OrderRows | null; readonly newId: () => string },
): OrderRows {
  const { order, lines, milestones, holds, promises, fulfilments, refunds } = folded;
  const ids = new Map(before?.fulfilments.map((one) => [parcelKey(one), one.id]));
  return {
    order: orderRow(folded, statements, id),
    lines: lines.map((line) => lineRow(line, id, order.placedAt)),
    milestones,
    holds,
    promises,
    fulfilments: fulfilments.map(
      (one): StoredFulfilment => ({ ...one, id: ids.get(parcelKey(one)) ?? newId() }),
    ),
    refunds,
  };
}

const parcelKey = ({ source, externalId }: { readonly source: string; readonly externalId: string }) =>
  JSON.stringify([source, externalId]);

// Field by field: one put together from others costs several times as much.
function orderRow({ order, promises }: Folded, statements: readonly Kept[], id: string): StoredOrder {
  return {
    id,
    number: order.number ?? '',
    numberKey: numberKey(order.number ?? ''),
    kind: order.kind,
    channel: order.channel,
    currency: order.currency,
    customerReference: order.customerReference,
    shipToCountry: order.shipCountry && countryName(order.shipCountry),
    stage: order.stage,
    placedAt: order.placedAt,
    paidAt: order.paidAt,
    allocatedAt: order.allocatedAt,
    pickedAt: order.pickedAt,
    packedAt: order.packedAt,
    labelledAt: order.labelledAt,
    handedOverAt: order.handedOverAt,
    deliveredAt: order.deliveredAt,
    returnedAt: order.returnedAt,
    cancelledAt: order.cancelledAt,
    onHold: order.onHold,
    shipBy: order.shipBy,
    shipBySource: order.shipBySource,
    shipDay: order.shipDay,
    promisedBy: promises[0]?.until ?? null,
    promisedByRevised: promises.length > 1 ? (promises.at(-1)?.until ?? null) : null,
    promiseSource: order.promiseSource,
    locationId: order.locationId,
    source: sourceOf(statements),
    test: order.test,
    draft: order.draft,
    digital: order.digital,
    replacementOf: order.replacementOf,
    splitFrom: order.splitFrom,
    mergedInto: order.mergedInto,
    shipCountry: order.shipCountry,
    shipRegion: order.shipRegion,
    shipArea: order.shipArea,
    shipZone: order.shipZone,
    zoneSource: order.zoneSource,
    service: order.service,
    serviceId: order.serviceId,
    cancelledBy: order.cancelledBy,
    totalMinor: order.totalMinor,
    valueMinor: order.valueMinor,
    openMinor: order.openMinor,
    nextStop: order.nextStop,
    nextStopAt: order.nextStopAt,
    saidAt: order.saidAt,
    foldVersion: order.foldVersion,
  };
}

/** As `openOrders` takes an order that is there: only its id and what it is found by count. */
export function stubOf({ id, channel, numberKey: key }: NamedOrder, now: Date): StoredOrder {
  return { ...blank, id, channel, numberKey: key, number: key, placedAt: now };
}

const blank = {
  kind: 'sale',
  currency: '',
  customerReference: null,
  shipToCountry: null,
  stage: 'placed',
  paidAt: null,
  allocatedAt: null,
  pickedAt: null,
  packedAt: null,
  labelledAt: null,
  handedOverAt: null,
  deliveredAt: null,
  returnedAt: null,
  cancelledAt: null,
  onHold: false,
  shipBy: null,
  shipBySource: 'none',
  shipDay: null,
  promisedBy: null,
  promisedByRevised: null,
  promiseSource: null,
  locationId: null,
  source: '',
  test: false,
  draft: false,
  digital: false,
  replacementOf: null,
  splitFrom: null,
  mergedInto: null,
  shipCountry: null,
  shipRegion: null,
  shipArea: null,
  shipZone: null,
  zoneSource: null,
  service: null,
  serviceId: null,
  cancelledBy: null,
  totalMinor: null,
  valueMinor: 0n,
  openMinor: 0n,
  nextStop: null,
  nextStopAt: null,
  saidAt: null,
  foldVersion: 0,
} as const;

/** Who told last of the order itself, not who acted on it or scanned its parcels; all files are an import. */
function sourceOf(statements: readonly Kept[]): string {
  const source = latestOf(statements.filter(({ header }) => header)) ?? latestOf(statements) ?? '';
  if (source === 'file seed') return 'seed';
  return source.startsWith('file ') ? 'import' : source;
}

function latestOf(statements: readonly Kept[]): string | undefined {
  return (statements.length === 1 ? statements[0] : inOrder(statements).at(-1))?.source;
}

function lineRow(line: FoldedLine, orderId: string, placedAt: Date): StoredLine {
  return {
    orderId,
    ordinal: line.ordinal,
    lineKey: line.lineKey,
    sourceLine: line.sourceLine,
    skuId: line.skuId,
    code: line.code,
    title: line.title,
    kind: line.kind,
    requiresShipping: line.requiresShipping,
    originalQuantity: line.originalQuantity,
    dueQuantity: line.dueQuantity,
    ordered: line.ordered,
    allocated: line.allocated,
    picked: line.picked,
    labelled: line.labelled,
    shipped: line.shipped,
    delivered: line.delivered,
    cancelled: line.cancelled,
    refunded: line.refunded,
    returned: line.returned,
    open: line.open,
    shipBy: line.shipBy,
    counted: line.counted,
    unitPriceMinor: line.unitPriceMinor,
    placedAt,
  };
}

/** Whether two rows, or lists of rows, hold the same values. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, n) => same(one, b[n]));
  return Object.entries(a).every(([key, value]) =>
    same(value, (b as Readonly<Record<string, unknown>>)[key]),
  );
}
