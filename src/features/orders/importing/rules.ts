import { channelKey, numberKey } from '../../../core/text/code-key.ts';
import { type ImportRow, instantOf, integerOf, moneyOf, textOf } from '../../../core/tokens/import-row.ts';
import type { SaidLine } from '../fold/match-lines.ts';
import type { Milestones } from '../rules.ts';
import { repeats, saidLine } from './line-rules.ts';

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
  readonly someNegative: boolean;
  /** A row of it is refused for what stands in the file alone. */
  readonly hasFaultyRow: boolean;
  readonly labelledAt: Date | null;
  readonly returnedAt: Date | null;
  /** When this was true, where the file says so. */
  readonly updatedAt: Date | null;
  readonly shipBy: Date | null;
  readonly promisedBy: Date | null;
  readonly promisedByRevised: Date | null;
  readonly customerReference: string | null;
  readonly shipToCountry: string | null;
  readonly currency: string | null;
  /** The first row in another currency than the first that says one. */
  readonly otherCurrency: { readonly line: number; readonly currency: string } | null;
  /** Each that a row names, once; the first is the order's. */
  readonly locations: readonly string[];
  /** Without rows that repeat the id of an earlier one. */
  readonly lines: readonly SaidLine[];
  readonly linesById: ReadonlyMap<string, SaidLine>;
  readonly lastLine: number;
}

export function channelOf(row: ImportRow): string {
  return channelKey(textOf(row, 'channel') ?? 'import');
}

export function orderKey(row: ImportRow): string {
  return keyOfOrder(textOf(row, 'channel'), textOf(row, 'number') ?? '');
}

/** Rows of one order follow each other, and each asks several times. */
let latestKey = { channel: null as string | null, number: '', key: keyFor(null, '') };

/** Channel and number, however they are written. */
export function keyOfOrder(channel: string | null, number: string): string {
  if (latestKey.number !== number || latestKey.channel !== channel)
    latestKey = { channel, number, key: keyFor(channel, number) };
  return latestKey.key;
}

function keyFor(channel: string | null, number: string): string {
  return `${channelKey(channel || 'import')}\n${numberKey(number)}`;
}

/** The earlier row of the order with the same id of its line. */
export function firstWith({ linesById }: ReportedOrder, { id, line }: SaidLine): SaidLine | undefined {
  const first = id === null ? undefined : linesById.get(id);
  return first && first.line < line ? first : undefined;
}

/** Whether the line says something else than the earlier row with its id. */
export function isContradicted(reported: ReportedOrder, line: SaidLine): boolean {
  const first = firstWith(reported, line);
  return first !== undefined && !repeats(first, line);
}

/** What the file makes of it: what it says, else what the signs of its quantities do. */
export function kindOf(reported: ReportedOrder): 'sale' | 'credit' {
  return reported.kind === 'credit' || (reported.kind === null && reported.onlyNegative) ? 'credit' : 'sale';
}

/** Adds one more row to the report of its order: the earliest time of placing, the latest of every other milestone. */
export function addRow(reported: ReportedOrder | undefined, row: ImportRow): ReportedOrder {
  const number = textOf(row, 'number') ?? '';
  const placedAt = instantOf(row, 'placed_at') ?? reported?.placedAt ?? new Date(0);
  const said = moneyOf(row, 'unit_price')?.currency ?? textOf(row, 'currency');
  const line = saidLine(row);
  const isNegative = (integerOf(row, 'quantity') ?? 0) < 0;
  const later = (field: string, known: Date | null | undefined) =>
    latest(known ?? null, instantOf(row, field));
  return {
    number: reported?.number ?? number,
    numberKey: reported?.numberKey ?? numberKey(number),
    channel: reported?.channel ?? channelOf(row),
    kind: reported?.kind ?? textOf(row, 'kind'),
    firstLine: reported?.firstLine ?? row.line,
    placedAt: reported && reported.placedAt < placedAt ? reported.placedAt : placedAt,
    severalTimes:
      reported !== undefined && (reported.severalTimes || reported.placedAt.getTime() !== placedAt.getTime()),
    onlyNegative: (reported?.onlyNegative ?? true) && isNegative,
    someNegative: (reported?.someNegative ?? false) || isNegative,
    hasFaultyRow:
      (reported?.hasFaultyRow ?? false) ||
      (line.priceMinor ?? 0n) < 0n ||
      (reported !== undefined && isContradicted(reported, line)),
    paidAt: later('paid_at', reported?.paidAt),
    allocatedAt: later('allocated_at', reported?.allocatedAt),
    pickedAt: later('picked_at', reported?.pickedAt),
    packedAt: later('packed_at', reported?.packedAt),
    labelledAt: later('labelled_at', reported?.labelledAt),
    handedOverAt: later('handed_over_at', reported?.handedOverAt),
    deliveredAt: later('delivered_at', reported?.deliveredAt),
    returnedAt: later('returned_at', reported?.returnedAt),
    cancelledAt: later('cancelled_at', reported?.cancelledAt),
    updatedAt: later('updated_at', reported?.updatedAt),
    shipBy: later('ship_by', reported?.shipBy),
    promisedBy: later('promised_by', reported?.promisedBy),
    promisedByRevised: later('promised_by_revised', reported?.promisedByRevised),
    customerReference: reported?.customerReference ?? textOf(row, 'customer'),
    shipToCountry: reported?.shipToCountry ?? textOf(row, 'country'),
    currency: reported?.currency ?? said,
    otherCurrency:
      reported?.otherCurrency ??
      (reported?.currency && said && said !== reported.currency ? { line: row.line, currency: said } : null),
    locations: withText(reported?.locations ?? [], textOf(row, 'location')),
    ...withLine(reported, line),
    lastLine: row.line,
  };
}

function withText(texts: readonly string[], text: string | null): readonly string[] {
  return text === null || texts.includes(text) ? texts : [...texts, text];
}

/** The lists grow in place: copying them at every row would make a long order cost its square. */
function withLine(reported: ReportedOrder | undefined, line: SaidLine) {
  const lines = (reported?.lines ?? []) as SaidLine[];
  const linesById = (reported?.linesById ?? new Map()) as Map<string, SaidLine>;
  if (line.id === null || !linesById.has(line.id)) lines.push(line);
  if (line.id !== null && !linesById.has(line.id)) linesById.set(line.id, line);
  return { lines, linesById };
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
