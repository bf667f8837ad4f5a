import { codeKey } from '../../../core/text/code-key.ts';
import {
  type ImportFault,
  type ImportRow,
  instantOf,
  integerOf,
  textOf,
} from '../../../core/tokens/import-row.ts';
import { type Bucket, buckets, type Standing, type Statement, type Told } from '../ledger/model.ts';
import { momentKey, tell } from '../ledger/rules.ts';

const unavailable = ['committed', 'reserved', 'damaged', 'safety_stock', 'quality_control'] as const;

export interface KnownLocation {
  readonly id: string;
  readonly code: string;
}

/** A row's report about one SKU in one location at one moment. */
export interface ReportedLevel {
  readonly row: ImportRow;
  readonly skuId: string;
  readonly locationId: string;
  readonly asOf: Date;
  readonly expectedOn: Date | null;
}

/** What the ledger knows of a bucket at the row's moment. */
export type Known = Standing & { readonly expectedOn: Date | null };

/** A bucket that the row states, and what that changes. */
export type BucketChange = Told & { readonly expectedOn: Date | null };

export const skuKey = (row: ImportRow): string => codeKey(textOf(row, 'sku') ?? '');
export const locationKey = (row: ImportRow): string => codeKey(textOf(row, 'location') ?? '');

/** What the row says of its SKU in its location, whatever it calls them. */
export function saidBy({ values }: ImportRow): string {
  const { sku, location, ...said } = values;
  return JSON.stringify(said);
}

/** The buckets that the row reports, each with its quantity at the row's moment. */
export function statementsOf(
  reported: ReportedLevel,
  standing: ReadonlyMap<string, Standing>,
): readonly Statement[] {
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
  const { skuId, locationId, asOf } = reported;
  return [...said].map(([bucket, quantity]) => ({ skuId, locationId, bucket, quantity, asOf }));
}

/** What the row changes in the ledger: quantities, days of next receipts, or both. */
export function changesOf(
  reported: ReportedLevel,
  standing: ReadonlyMap<string, Known>,
): readonly BucketChange[] {
  return tell(statementsOf(reported, standing), standing).flatMap((told) => {
    const known = standing.get(momentKey(told, told.asOf));
    const knownOn = known?.expectedOn ?? null;
    // The next receipt is one of the present, which an older row leaves as it is.
    const isOfNext = told.bucket === 'incoming' && told.next === null;
    const expectedOn = isOfNext ? (reported.expectedOn ?? knownOn) : knownOn;
    const sameDay = expectedOn?.getTime() === knownOn?.getTime();
    return known && told.difference === 0 && sameDay ? [] : [{ ...told, expectedOn }];
  });
}

/** Why the row is invalid on its own, without a look at stored levels. */
export function rowFault(row: ImportRow, asOf: Date, now: Date): ImportFault | null {
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
  return null;
}

function then(reported: ReportedLevel, bucket: Bucket, standing: ReadonlyMap<string, Standing>): number {
  return standing.get(momentKey({ ...reported, bucket }, reported.asOf))?.atMoment ?? 0;
}
