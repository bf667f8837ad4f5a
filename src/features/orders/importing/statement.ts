import { cut } from '../../../core/text/clean.ts';
import { countryCode } from '../../../core/text/country.ts';
import { dayAt, instantAt } from '../../../core/time/wall-clock.ts';
import { type ImportRow, textOf } from '../../../core/tokens/import-row.ts';
import { ourRef } from '../keeping/settings.ts';
import { milestoneFields } from '../rules.ts';
import type { OrderStatement } from '../telling/model.ts';
import { type LineSaid, milestones, type PromiseSaid } from '../telling/said.ts';
import { saidLine } from './line-rules.ts';
import { kindOf, type ReportedOrder } from './rules.ts';

/** Who says it, and what of the file holds for the whole order. */
export interface Told {
  /** Where the file comes from. */
  readonly origin: string;
  /** When the file was written. */
  readonly writtenAt: Date;
  readonly locationId: string | null;
  /** Whether the file tells the order whole. */
  readonly isWhole: boolean;
  /** Of the business. */
  readonly timeZone: string;
}

/** What these rows, which are good, say of their order. The same rows of the same file make the same statement. */
export function statementOf(
  reported: ReportedOrder,
  rows: readonly ImportRow[],
  { origin, writtenAt, locationId, isWhole, timeZone }: Told,
): OrderStatement {
  const { channel, number, currency, placedAt, customerReference, shipToCountry, shipBy } = reported;
  const shipCountry = shipToCountry && countryCode(shipToCountry);
  return {
    order: { channel, number, external: null },
    source: cut(`file ${origin}`, 100),
    facet: 'order',
    versionAt: reported.updatedAt ?? writtenAt,
    deliveryId: null,
    header: {
      kind: kindOf(reported),
      placedAt,
      ...(currency && { currency }),
      ...(customerReference && { customerReference: cut(customerReference, 100) }),
      ...(shipCountry && { shipCountry }),
      ...(locationId && { location: ourRef('location', locationId) }),
      ...(shipBy && { shipBy }),
    },
    lines: { tells: isWhole ? 'whole' : 'part', of: rows.map(lineOf) },
    milestones: milestones.flatMap((what) => {
      const at = reported[milestoneFields[what]];
      return at ? [{ what, retracted: false, part: '', eventKey: null, at }] : [];
    }),
    promises: promisesOf(reported, timeZone),
  };
}

/** A title that is the code says nothing, and goods are what lines are. */
function lineOf(row: ImportRow, index: number): LineSaid {
  const { id, code, priceMinor, pieces, ordinal } = saidLine(row);
  const title = textOf(row, 'title');
  const kind = textOf(row, 'line_kind');
  return {
    id,
    code,
    item: null,
    ...(ordinal !== index + 1 && { place: ordinal }),
    ...(title && title !== code && { title }),
    ...((kind === 'goods' || kind === 'service') && { kind }),
    quantity: pieces,
    ...(priceMinor !== null && { unitPriceMinor: priceMinor }),
  };
}

/** The file does not say when the customer was told: at first with the order, and anything else later. */
function promisesOf(
  { promisedBy, promisedByRevised, placedAt }: ReportedOrder,
  timeZone: string,
): PromiseSaid[] {
  return [
    ...(promisedBy ? [promiseOf(promisedBy, placedAt, timeZone)] : []),
    ...(promisedByRevised ? [promiseOf(promisedByRevised, new Date(placedAt.getTime() + 1), timeZone)] : []),
  ];
}

/** A midnight is a day: who promises a moment does not choose that one. */
function promiseOf(at: Date, toldAt: Date, timeZone: string): PromiseSaid {
  const day = dayAt(timeZone, at);
  const isDay = instantAt(timeZone, day.toPlainDateTime()).getTime() === at.getTime();
  return isDay ? { kind: 'date', on: day.toString(), toldAt } : { kind: 'instant', at, toldAt };
}
