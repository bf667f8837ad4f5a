import { channelKey, numberKey } from '../../../core/text/code-key.ts';
import {
  type ImportFault,
  type ImportRow,
  instantOf,
  integerOf,
  moneyOf,
  saysOf,
  textOf,
} from '../../../core/tokens/import-row.ts';
import {
  leadsTo,
  type Milestones,
  milestoneFields,
  quantitiesAt,
  type Stage,
  type StoredLine,
  type StoredOrder,
  stageOf,
} from '../rules.ts';

/** An order as the rows of a file report it. */
export interface ReportedOrder extends Milestones {
  readonly number: string;
  readonly numberKey: string;
  readonly channel: string;
  readonly kind: string | null;
  readonly firstLine: number;
  readonly placedAt: Date;
  readonly severalTimes: boolean;
  readonly onlyNegative: boolean;
  /** The file has a column for a milestone, so its rows report the stage. */
  readonly reportsStage: boolean;
  readonly shipBy: Date | null;
  readonly promisedBy: Date | null;
  readonly promisedByRevised: Date | null;
  readonly customerReference: string | null;
  readonly shipToCountry: string | null;
  readonly currency: string | null;
  readonly location: string | null;
}

export function channelOf(row: ImportRow): string {
  return channelKey(textOf(row, 'channel') ?? 'import');
}

export function orderKey(row: ImportRow): string {
  return `${channelOf(row)}\n${numberKey(textOf(row, 'number') ?? '')}`;
}

function kindOf(reported: ReportedOrder): 'sale' | 'credit' {
  return reported.kind === 'credit' || (reported.kind === null && reported.onlyNegative) ? 'credit' : 'sale';
}

/** Adds one more row to the report of its order: the earliest time of placing, the latest of every other milestone. */
export function addRow(reported: ReportedOrder | undefined, row: ImportRow): ReportedOrder {
  const number = textOf(row, 'number') ?? '';
  const placedAt = instantOf(row, 'placed_at') ?? reported?.placedAt ?? new Date(0);
  const later = (field: string, known: Date | null | undefined) =>
    latest(known ?? null, instantOf(row, field));
  return {
    number: reported?.number ?? number,
    numberKey: numberKey(number),
    channel: channelOf(row),
    kind: reported?.kind ?? textOf(row, 'kind'),
    firstLine: reported?.firstLine ?? row.line,
    placedAt: reported && reported.placedAt < placedAt ? reported.placedAt : placedAt,
    severalTimes:
      reported !== undefined && (reported.severalTimes || reported.placedAt.getTime() !== placedAt.getTime()),
    onlyNegative: (reported?.onlyNegative ?? true) && (integerOf(row, 'quantity') ?? 0) < 0,
    reportsStage: reported?.reportsStage ?? Object.keys(milestoneFields).some((field) => saysOf(row, field)),
    paidAt: later('paid_at', reported?.paidAt),
    allocatedAt: later('allocated_at', reported?.allocatedAt),
    pickedAt: later('picked_at', reported?.pickedAt),
    packedAt: later('packed_at', reported?.packedAt),
    handedOverAt: later('handed_over_at', reported?.handedOverAt),
    deliveredAt: later('delivered_at', reported?.deliveredAt),
    cancelledAt: later('cancelled_at', reported?.cancelledAt),
    shipBy: later('ship_by', reported?.shipBy),
    promisedBy: later('promised_by', reported?.promisedBy),
    promisedByRevised: later('promised_by_revised', reported?.promisedByRevised),
    customerReference: reported?.customerReference ?? textOf(row, 'customer'),
    shipToCountry: reported?.shipToCountry ?? textOf(row, 'country'),
    currency: reported?.currency ?? textOf(row, 'currency'),
    location: reported?.location ?? textOf(row, 'location'),
  };
}

/** The order after the import: the file's values, else the stored ones. Null: the order would move back. */
export function orderAfter(
  before: StoredOrder | undefined,
  reported: ReportedOrder,
  fresh: { readonly id: string; readonly currency: string; readonly locationId: string | null },
): StoredOrder | null {
  const milestones = Object.fromEntries(
    Object.values(milestoneFields).map((field) => [field, reported[field] ?? before?.[field] ?? null]),
  ) as unknown as Milestones;
  const said = reported.reportsStage ? stageOf(reported) : (before?.stage ?? 'placed');
  if (before && !leadsTo(before.stage, said)) return null;
  return {
    id: before?.id ?? fresh.id,
    number: before?.number ?? reported.number,
    numberKey: reported.numberKey,
    kind: kindOf(reported),
    channel: reported.channel,
    currency: reported.currency ?? before?.currency ?? fresh.currency,
    customerReference: reported.customerReference ?? before?.customerReference ?? null,
    shipToCountry: reported.shipToCountry ?? before?.shipToCountry ?? null,
    placedAt: reported.placedAt,
    ...milestones,
    stage: said,
    shipBy: reported.shipBy ?? before?.shipBy ?? null,
    promisedBy: reported.promisedBy ?? before?.promisedBy ?? null,
    promisedByRevised: reported.promisedByRevised ?? before?.promisedByRevised ?? null,
    locationId: fresh.locationId ?? before?.locationId ?? null,
  };
}

export function lineAfter(
  before: StoredLine | undefined,
  row: ImportRow,
  order: StoredOrder,
  skuId: string | null,
): StoredLine {
  const pieces = Math.abs(integerOf(row, 'quantity') ?? 0);
  // A credit's pieces were never ordered.
  const [ordered, refunded] = order.kind === 'credit' ? [0, pieces] : [pieces, before?.refunded ?? 0];
  const code = textOf(row, 'code') ?? '';
  const moved = quantitiesAt(order.stage, ordered);
  // A file without milestones keeps the quantities that the line has reached since.
  const kept =
    before && before.ordered === ordered && !Object.keys(milestoneFields).some((f) => saysOf(row, f));
  return {
    orderId: order.id,
    ordinal: row.ordinal,
    skuId: skuId ?? (before?.code === code ? before.skuId : null),
    code,
    title: textOf(row, 'title') ?? before?.title ?? code,
    kind: textOf(row, 'line_kind') ?? before?.kind ?? 'goods',
    ordered,
    allocated: kept ? before.allocated : moved.allocated,
    picked: kept ? before.picked : moved.picked,
    shipped: kept ? before.shipped : moved.shipped,
    cancelled: kept ? before.cancelled : moved.cancelled,
    refunded,
    unitPriceMinor: moneyOf(row, 'unit_price') ?? before?.unitPriceMinor ?? 0n,
    placedAt: order.placedAt,
  };
}

/** The fault of a row, judged with its whole order. */
export function rowFault(row: ImportRow, reported: ReportedOrder): ImportFault | null {
  const fault = (column: string, value: string, reason: string) => ({
    line: row.line,
    column,
    value,
    reason,
  });
  const quantity = integerOf(row, 'quantity') ?? 0;
  if (quantity < 0 && kindOf(reported) === 'sale')
    return fault('quantity', String(quantity), 'is negative, in an order that is a sale');
  const price = moneyOf(row, 'unit_price') ?? 0n;
  if (price < 0n) return fault('unit_price', String(price), 'is negative');
  if (reported.number.length > 100) return fault('number', reported.number, 'is longer than 100 characters');
  return null;
}

export function stepBack(row: ImportRow, before: Stage, reported: ReportedOrder): ImportFault {
  const said = stageOf(reported);
  return {
    line: row.line,
    column: 'stage',
    value: said,
    reason: `would move order ${reported.number} back: it is ${before.replace('_', ' ')}`,
  };
}

/** Whether two database rows hold the same values. */
export function same<Row extends object>(a: Row, b: Row): boolean {
  return Object.entries(a).every(([key, value]) => {
    const other = (b as Record<string, unknown>)[key];
    return value instanceof Date && other instanceof Date
      ? value.getTime() === other.getTime()
      : value === other;
  });
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
