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
export interface ToldOrder extends Milestones {
  readonly number: string;
  readonly numberKey: string;
  readonly channel: string;
  readonly kind: string | null;
  readonly firstLine: number;
  readonly placedAt: Date;
  readonly severalTimes: boolean;
  readonly onlyNegative: boolean;
  /** The file has a column for a milestone, so its rows report the stage. */
  readonly saysStage: boolean;
  readonly shipBy: Date | null;
  readonly promisedBy: Date | null;
  readonly promisedByRevised: Date | null;
  readonly customerReference: string | null;
  readonly shipToCountry: string | null;
  readonly currency: string | null;
  readonly location: string | null;
}

export function channelOf(row: ImportRow): string {
  return textOf(row, 'channel') ?? 'import';
}

export function orderKey(row: ImportRow): string {
  return `${channelOf(row)}\n${(textOf(row, 'number') ?? '').toUpperCase()}`;
}

function kindOf(told: ToldOrder): 'sale' | 'credit' {
  return told.kind === 'credit' || (told.kind === null && told.onlyNegative) ? 'credit' : 'sale';
}

/** Adds one more row to the report of its order: the earliest time of placing, the latest of every other milestone. */
export function tell(told: ToldOrder | undefined, row: ImportRow): ToldOrder {
  const number = textOf(row, 'number') ?? '';
  const placedAt = instantOf(row, 'placed_at') ?? told?.placedAt ?? new Date(0);
  const later = (field: string, known: Date | null | undefined) =>
    latest(known ?? null, instantOf(row, field));
  return {
    number: told?.number ?? number,
    numberKey: number.toUpperCase(),
    channel: channelOf(row),
    kind: told?.kind ?? textOf(row, 'kind'),
    firstLine: told?.firstLine ?? row.line,
    placedAt: told && told.placedAt < placedAt ? told.placedAt : placedAt,
    severalTimes: told !== undefined && (told.severalTimes || told.placedAt.getTime() !== placedAt.getTime()),
    onlyNegative: (told?.onlyNegative ?? true) && (integerOf(row, 'quantity') ?? 0) < 0,
    saysStage: told?.saysStage ?? Object.keys(milestoneFields).some((field) => saysOf(row, field)),
    paidAt: later('paid_at', told?.paidAt),
    allocatedAt: later('allocated_at', told?.allocatedAt),
    pickedAt: later('picked_at', told?.pickedAt),
    packedAt: later('packed_at', told?.packedAt),
    handedOverAt: later('handed_over_at', told?.handedOverAt),
    deliveredAt: later('delivered_at', told?.deliveredAt),
    cancelledAt: later('cancelled_at', told?.cancelledAt),
    shipBy: later('ship_by', told?.shipBy),
    promisedBy: later('promised_by', told?.promisedBy),
    promisedByRevised: later('promised_by_revised', told?.promisedByRevised),
    customerReference: told?.customerReference ?? textOf(row, 'customer'),
    shipToCountry: told?.shipToCountry ?? textOf(row, 'country'),
    currency: told?.currency ?? textOf(row, 'currency'),
    location: told?.location ?? textOf(row, 'location'),
  };
}

/** The order after the import: the file's values, else the stored ones. Null: the order would move back. */
export function orderAfter(
  before: StoredOrder | undefined,
  told: ToldOrder,
  fresh: { readonly id: string; readonly currency: string; readonly locationId: string | null },
): StoredOrder | null {
  const milestones = Object.fromEntries(
    Object.values(milestoneFields).map((field) => [field, told[field] ?? before?.[field] ?? null]),
  ) as unknown as Milestones;
  const said = told.saysStage ? stageOf(told) : (before?.stage ?? 'placed');
  if (before && !leadsTo(before.stage, said)) return null;
  return {
    id: before?.id ?? fresh.id,
    number: before?.number ?? told.number,
    numberKey: told.numberKey,
    kind: kindOf(told),
    channel: told.channel,
    currency: told.currency ?? before?.currency ?? fresh.currency,
    customerReference: told.customerReference ?? before?.customerReference ?? null,
    shipToCountry: told.shipToCountry ?? before?.shipToCountry ?? null,
    placedAt: told.placedAt,
    ...milestones,
    stage: said,
    shipBy: told.shipBy ?? before?.shipBy ?? null,
    promisedBy: told.promisedBy ?? before?.promisedBy ?? null,
    promisedByRevised: told.promisedByRevised ?? before?.promisedByRevised ?? null,
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
export function rowFault(row: ImportRow, told: ToldOrder): ImportFault | null {
  const fault = (column: string, value: string, reason: string) => ({
    line: row.line,
    column,
    value,
    reason,
  });
  const quantity = integerOf(row, 'quantity') ?? 0;
  if (quantity < 0 && kindOf(told) === 'sale')
    return fault('quantity', String(quantity), 'is negative, in an order that is a sale');
  const price = moneyOf(row, 'unit_price') ?? 0n;
  if (price < 0n) return fault('unit_price', String(price), 'is negative');
  if (told.number.length > 100) return fault('number', told.number, 'is longer than 100 characters');
  return null;
}

export function stepBack(row: ImportRow, before: Stage, told: ToldOrder): ImportFault {
  const said = stageOf(told);
  return {
    line: row.line,
    column: 'stage',
    value: said,
    reason: `would move order ${told.number} back: it is ${before.replace('_', ' ')}`,
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
