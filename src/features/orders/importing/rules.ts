import { channelKey, numberKey } from '../../../core/text/code-key.ts';
import { money } from '../../../core/text/money.ts';
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
  type Stage,
  type StoredOrder,
  stageOf,
} from '../rules.ts';
import { repeats, type SaidLine, saidLine } from './line-rules.ts';

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
  /** The first row in another currency than the first that says one. */
  readonly otherCurrency: { readonly line: number; readonly currency: string } | null;
  readonly location: string | null;
  /** Without rows that repeat the id of an earlier one. */
  readonly lines: readonly SaidLine[];
  readonly linesById: ReadonlyMap<string, SaidLine>;
  readonly lastLine: number;
}

function channelOf(row: ImportRow): string {
  return channelKey(textOf(row, 'channel') ?? 'import');
}

export function orderKey(row: ImportRow): string {
  return keyOfOrder(textOf(row, 'channel'), textOf(row, 'number') ?? '');
}

/** Channel and number, however they are written. */
export function keyOfOrder(channel: string | null, number: string): string {
  return `${channelKey(channel || 'import')}\n${numberKey(number)}`;
}

/** The earlier row of the order with the same id of its line. */
export function firstWith({ linesById }: ReportedOrder, { id, line }: SaidLine): SaidLine | undefined {
  const first = id === null ? undefined : linesById.get(id);
  return first && first.line < line ? first : undefined;
}

function kindOf(reported: ReportedOrder): 'sale' | 'credit' {
  return reported.kind === 'credit' || (reported.kind === null && reported.onlyNegative) ? 'credit' : 'sale';
}

/** Adds one more row to the report of its order: the earliest time of placing, the latest of every other milestone. */
export function addRow(reported: ReportedOrder | undefined, row: ImportRow): ReportedOrder {
  const number = textOf(row, 'number') ?? '';
  const placedAt = instantOf(row, 'placed_at') ?? reported?.placedAt ?? new Date(0);
  const said = moneyOf(row, 'unit_price')?.currency ?? textOf(row, 'currency');
  const line = saidLine(row);
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
    currency: reported?.currency ?? said,
    otherCurrency:
      reported?.otherCurrency ??
      (reported?.currency && said && said !== reported.currency ? { line: row.line, currency: said } : null),
    location: reported?.location ?? textOf(row, 'location'),
    ...withLine(reported, line),
    lastLine: row.line,
  };
}

/** The lists grow in place: copying them at every row would make a long order cost its square. */
function withLine(reported: ReportedOrder | undefined, line: SaidLine) {
  const lines = (reported?.lines ?? []) as SaidLine[];
  const linesById = (reported?.linesById ?? new Map()) as Map<string, SaidLine>;
  if (line.id === null || !linesById.has(line.id)) lines.push(line);
  if (line.id !== null && !linesById.has(line.id)) linesById.set(line.id, line);
  return { lines, linesById };
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
  const price = moneyOf(row, 'unit_price');
  if (price && price.minor < 0n)
    return fault('unit_price', money(price.minor, price.currency), 'is negative');
  const { otherCurrency: other, currency, lines, number } = reported;
  if (other)
    return fault(
      'currency',
      textOf(row, 'currency') ?? '',
      `is unclear: order ${number} is in ${currency} in line ${lines[0]?.line} and in ${other.currency} in line ${other.line}`,
    );
  const line = saidLine(row);
  const first = firstWith(reported, line);
  if (first && !repeats(first, line))
    return fault('line_id', line.id ?? '', `differs from line ${first.line}`);
  if (numberKey(number) === '') return fault('number', number, 'is not an order number');
  if (reported.number.length > 100) return fault('number', reported.number, 'is longer than 100 characters');
  return null;
}

/** Why a row is refused whose amounts would stand beside stored ones in another currency. */
export function currencyFault(row: ImportRow, before: StoredOrder, said: string): ImportFault {
  return {
    line: row.line,
    column: 'currency',
    value: said,
    reason: `is not that of order ${before.number}, which is stored in ${before.currency}`,
  };
}

/** Why a row is refused whose order has other lines stored than the file tells. */
export function linesFault(row: ImportRow, { number }: ReportedOrder): ImportFault {
  return {
    line: row.line,
    column: 'number',
    value: number,
    reason:
      'is stored with other lines: add --partial if the file tells a part of the order, --whole if it replaces them',
  };
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
