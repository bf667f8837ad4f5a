import { codeKey } from '../../../core/text/code-key.ts';
import {
  type ImportFault,
  type ImportRow,
  instantOf,
  integerOf,
  textOf,
} from '../../../core/tokens/import-row.ts';

export const buckets = [
  'available',
  'committed',
  'reserved',
  'damaged',
  'safety_stock',
  'quality_control',
  'incoming',
] as const;
export type Bucket = (typeof buckets)[number];

const unavailable = ['committed', 'reserved', 'damaged', 'safety_stock', 'quality_control'] as const;

export interface KnownLocation {
  readonly id: string;
  readonly code: string;
  readonly stockAsOf: Date | null;
}

/** A row's report about one SKU in one location at one moment. */
export interface ReportedLevel {
  readonly row: ImportRow;
  readonly skuId: string;
  readonly locationId: string;
  readonly asOf: Date;
  readonly expectedOn: Date | null;
}

/** A bucket's current quantity, and how much of it moved after the file's moment. */
export interface Standing {
  readonly quantity: number;
  readonly movedSince: number;
  readonly expectedOn: Date | null;
}

export interface BucketChange {
  readonly reported: ReportedLevel;
  readonly bucket: Bucket;
  /** The leg: the file's quantity less the ledger's at that moment. */
  readonly difference: number;
  readonly quantity: number;
  readonly expectedOn: Date | null;
}

export function levelKey(skuId: string, locationId: string, bucket: string): string {
  return `${skuId} ${locationId} ${bucket}`;
}

export const skuKey = (row: ImportRow): string => codeKey(textOf(row, 'sku') ?? '');
export const locationKey = (row: ImportRow): string => codeKey(textOf(row, 'location') ?? '');

/** What the row says of its SKU in its location, whatever it calls them. */
export function saidBy({ values }: ImportRow): string {
  const { sku, location, ...said } = values;
  return JSON.stringify(said);
}

/** The buckets that the row reports, each with its quantity at the file's moment. */
export function reportedBuckets(
  reported: ReportedLevel,
  standing: ReadonlyMap<string, Standing>,
): ReadonlyMap<Bucket, number> {
  const said = new Map<Bucket, number>();
  for (const bucket of buckets) {
    const quantity = integerOf(reported.row, bucket);
    if (quantity !== null) said.set(bucket, quantity);
  }
  const onHand = integerOf(reported.row, 'on_hand');
  if (onHand !== null && !said.has('available')) {
    const others = unavailable.reduce(
      (sum, bucket) => sum + (said.get(bucket) ?? then(reported, bucket, standing)),
      0,
    );
    said.set('available', onHand - others);
  }
  return said;
}

/** The changes that make the ledger agree with the row at its moment; later movements stay on top. */
export function changesOf(
  reported: ReportedLevel,
  standing: ReadonlyMap<string, Standing>,
): readonly BucketChange[] {
  const changes: BucketChange[] = [];
  for (const [bucket, quantity] of reportedBuckets(reported, standing)) {
    const known = standing.get(levelKey(reported.skuId, reported.locationId, bucket));
    const difference = quantity - then(reported, bucket, standing);
    const expectedOn =
      bucket === 'incoming'
        ? (reported.expectedOn ?? known?.expectedOn ?? null)
        : (known?.expectedOn ?? null);
    const sameDay = expectedOn?.getTime() === known?.expectedOn?.getTime();
    if (known && difference === 0 && sameDay) continue;
    changes.push({ reported, bucket, difference, quantity: (known?.quantity ?? 0) + difference, expectedOn });
  }
  return changes;
}

/** Why the row is invalid on its own, without a look at stored levels. */
export function rowFault(row: ImportRow, location: KnownLocation, asOf: Date, now: Date): ImportFault | null {
  const fault = (column: string, value: string, reason: string) => ({
    line: row.line,
    column,
    value,
    reason,
  });
  const [onHand, available] = [integerOf(row, 'on_hand'), integerOf(row, 'available')];
  if (onHand !== null && available !== null) {
    const sum = unavailable.reduce((total, bucket) => total + (integerOf(row, bucket) ?? 0), available);
    if (sum !== onHand)
      return fault(
        'on_hand',
        String(onHand),
        `is not available, committed and unavailable together (${sum})`,
      );
  }
  const quantities = ['on_hand', ...buckets].filter((field) => integerOf(row, field) !== null);
  if (quantities.length === 0) return fault('available', '', 'is empty, like every other quantity');
  const said = instantOf(row, 'as_of')?.toISOString() ?? asOf.toISOString();
  if (asOf > now) return fault('as_of', said, 'is in the future');
  if (location.stockAsOf && asOf < location.stockAsOf) {
    const known = location.stockAsOf.toISOString();
    return fault('as_of', said, `is older than the numbers known for ${location.code} (${known})`);
  }
  return null;
}

function then(reported: ReportedLevel, bucket: Bucket, standing: ReadonlyMap<string, Standing>): number {
  const known = standing.get(levelKey(reported.skuId, reported.locationId, bucket));
  return known ? known.quantity - known.movedSince : 0;
}
