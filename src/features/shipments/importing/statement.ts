import { cleanName, cut } from '../../../core/text/clean.ts';
import { channelKey, codeKey, numberKey } from '../../../core/text/code-key.ts';
import { countryCode } from '../../../core/text/country.ts';
import { postcodeArea } from '../../../core/text/postcode.ts';
import { dayAt, instantAt } from '../../../core/time/wall-clock.ts';
import { type ImportFault, type ImportRow, instantOf, textOf } from '../../../core/tokens/import-row.ts';
import { fileSource } from '../keeping/file-source.ts';
import { reasonNamed, statusNamed } from '../status/named.ts';
import {
  type AboutSaid,
  type Arrival,
  type EventSaid,
  longestReason,
  mostOrdersSaid,
  type OrderSaid,
  type Place,
  type ShipmentStatement,
} from '../telling/model.ts';

/** Who says it. */
export interface Told {
  /** Where the file comes from. */
  readonly origin: string;
  /** When the file was written. */
  readonly writtenAt: Date;
  /** Of the business. */
  readonly timeZone: string;
}

const longestCode = 100;
const longestName = 100;
const longestRegion = 40;
const longestText = 200;
const dayMs = 86_400_000;

/** Why a row is refused; null: it is good. */
export function rowFault(row: ImportRow, now: Date): ImportFault | null {
  const fault = (column: string, value: string, reason: string) => ({
    line: row.line,
    column,
    value,
    reason,
  });
  const tracking = textOf(row, 'tracking') ?? '';
  if (codeKey(tracking) === '') return fault('tracking', tracking, 'is not a tracking number');
  const long = ['tracking', 'status', 'event_id', 'channel'].find(
    (one) => (textOf(row, one) ?? '').length > longestCode,
  );
  if (long) return fault(long, textOf(row, long) ?? '', `is longer than ${longestCode} characters`);
  const orders = orderNumbers(row);
  const wrong = orders.find((one) => numberKey(one) === '' || one.length > longestCode);
  if (wrong !== undefined) return fault('order', wrong, 'is not an order number');
  if (orders.length > mostOrdersSaid)
    return fault('order', textOf(row, 'order') ?? '', `names more than ${mostOrdersSaid} orders`);
  const at = instantOf(row, 'at');
  const status = textOf(row, 'status');
  if (status !== null && at === null)
    return fault('at', '', 'is empty, so that nobody knows when it happened');
  if (status === null && at !== null)
    return fault('status', '', 'is empty, so that nobody knows what happened');
  // Carriers' clocks show local time, and some call it UTC.
  const ahead = ['at', 'updated_at'].find(
    (one) => (instantOf(row, one)?.getTime() ?? 0) > now.getTime() + dayMs,
  );
  return ahead ? fault(ahead, instantOf(row, ahead)?.toISOString() ?? '', 'is in the future') : null;
}

/** What a row, which is good, says of its parcel. */
export function statementOf(row: ImportRow, { origin, writtenAt, timeZone }: Told): ShipmentStatement {
  const at = instantOf(row, 'at');
  return {
    tracking: textOf(row, 'tracking') ?? '',
    formerly: [],
    source: fileSource(origin),
    // What stands beside a scan is as old as it: a file that is written again says nothing newer.
    saidAt: instantOf(row, 'updated_at') ?? at ?? writtenAt,
    deliveryId: null,
    about: aboutOf(row, timeZone),
    events: at === null ? [] : [eventOf(row, at)],
  };
}

function aboutOf(row: ImportRow, timeZone: string): AboutSaid {
  const about: { [What in keyof AboutSaid]: AboutSaid[What] | null } = {
    carrier: nameOf(row, 'carrier', longestName),
    service: nameOf(row, 'service', longestName),
    from: endOf(row, 'from'),
    to: endOf(row, 'to'),
    estimate: arrivalOf(instantOf(row, 'estimated'), timeZone),
    promise: arrivalOf(instantOf(row, 'promised'), timeZone),
    orders: ordersOf(row),
  };
  return Object.fromEntries(Object.entries(about).filter(([, said]) => said !== null));
}

/** The numbers in "1042, #1043". */
function orderNumbers(row: ImportRow): readonly string[] {
  const numbers = (textOf(row, 'order') ?? '').split(/[,;\n]/).map((one) => one.trim());
  return numbers.filter((one) => one !== '');
}

function ordersOf(row: ImportRow): OrderSaid[] | null {
  const said = textOf(row, 'channel');
  const orders = orderNumbers(row).map((number) => ({ number, channel: said && channelKey(said) }));
  return orders.length > 0 ? orders : null;
}

function eventOf(row: ImportRow, at: Date): EventSaid {
  const said = textOf(row, 'status') ?? '';
  const status = statusNamed(said);
  const why = nameOf(row, 'reason', longestReason);
  const known = why === null ? null : reasonNamed(why);
  const city = nameOf(row, 'city', longestName);
  const region = nameOf(row, 'region', longestRegion);
  const country = countryCode(textOf(row, 'country') ?? '');
  return {
    key: textOf(row, 'event_id'),
    at,
    status: status ?? 'unknown',
    reason: known,
    ...(why && known === null && { reasonCode: why }),
    // Who says that nothing is known says no code that somebody has to learn.
    code: status === 'unknown' ? null : said,
    place: city || region || country ? { city, region, country } : null,
    text: nameOf(row, 'text', longestText),
    lifts: false,
  };
}

function endOf(row: ImportRow, end: 'from' | 'to'): Place | null {
  const country = countryCode(textOf(row, `${end}_country`) ?? '');
  const region = nameOf(row, `${end}_region`, longestRegion);
  const area = postcodeArea(textOf(row, `${end}_postcode`));
  return country || region ? { city: null, region, country, ...(area && { area }) } : null;
}

function nameOf(row: ImportRow, field: string, longest: number): string | null {
  return cut(cleanName(textOf(row, field) ?? '', longest), longest) || null;
}

/** A midnight is a day: who expects a moment does not choose that one. */
function arrivalOf(at: Date | null, timeZone: string): Arrival | null {
  if (at === null) return null;
  const day = dayAt(timeZone, at);
  const isDay = instantAt(timeZone, day.toPlainDateTime()).getTime() === at.getTime();
  return isDay ? { kind: 'date', on: day.toString() } : { kind: 'instant', at };
}
