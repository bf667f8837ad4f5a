import { Prisma } from '../../../db/generated/client.ts';
import { isOfGroup } from '../disrupted/clauses-store.ts';
import { backDays, collectHours } from '../status/exception-model.ts';
import { isAwaited, isLate } from '../status/late-store.ts';
import { groupsOf, isGroupOfIssue, isGroupOfLanes, type ParcelFilter, type ReadFilter } from './model.ts';

// Pieces of statements about shipments `s`, which all lists and figures share: a figure and its list ask one question.

/** Whose doing it is that it is late: `causeOf` in `status/cause-rules.ts` is the same rule for a card. */
export function cause(now: Date): Prisma.Sql {
  return Prisma.sql`
  CASE WHEN coalesce(s.handed_over_at, ${now}::timestamptz) > s.ship_by OR s.fault = 'retailer' THEN 'left late'
    WHEN s.fault = 'carrier' THEN 'carrier' WHEN s.fault <> 'none' THEN 'other'
    WHEN s.ship_by IS NULL THEN 'unknown' ELSE 'unattributed' END`;
}

/** Lost, or so damaged that its delivery failed: `lossOf` in `status/loss-rules.ts` is the same rule for a card. */
const isLost = Prisma.sql`(s.reason = 'carrier_lost' AND s.status IN ('delivery_failed', 'on_hold', 'delayed', 'return_to_sender')
    OR s.reason = 'carrier_damaged' AND s.status = 'delivery_failed')`;

/** What is wrong with it; null: nothing. `kindOf` in `status/kind-rules.ts` is the same rule for a card. */
export function kind(now: Date): Prisma.Sql {
  return Prisma.sql`
  CASE WHEN s.doubted_at IS NOT NULL THEN 'doubted' WHEN s.ended_at IS NOT NULL THEN 'back' WHEN ${isLost} THEN 'lost'
    WHEN s.status = 'return_to_sender' THEN 'turned back'
    WHEN s.status = 'delivery_failed' THEN 'failed' WHEN s.status = 'on_hold' THEN 'held'
    WHEN s.status = 'delayed' THEN 'delayed'
    WHEN s.status = 'ready_for_pickup' AND s.scanned_at <= ${now}::timestamptz - make_interval(hours => ${collectHours}::int)
      THEN 'to collect'
    WHEN s.scan_due_at <= ${now}::timestamptz THEN CASE WHEN s.status = 'pending' THEN 'unscanned' ELSE 'silent' END END`;
}

const troubles = ['return_to_sender', 'delivery_failed', 'on_hold', 'delayed', 'ready_for_pickup'];

/** Those that may have something wrong, by indexes; `kind` says whether they have. */
export function mayBeWrong(now: Date): Prisma.Sql {
  return Prisma.sql`s.direction <> 'inbound' AND (
    (s.ended_at IS NULL AND s.status = ANY(${troubles}::text[]))
    OR (s.ended_at IS NULL AND s.scan_due_at IS NOT NULL AND s.scan_due_at <= ${now}::timestamptz)
    OR (s.returned_at IS NOT NULL AND s.returned_at > ${now}::timestamptz - make_interval(days => ${backDays}::int))
    OR (s.doubted_at IS NOT NULL AND s.doubted_at > ${now}::timestamptz - make_interval(days => ${backDays}::int)))`;
}

/** A carrier, a service: ours, else as it was said in capitals. */
export const carrier = Prisma.sql`coalesce(s.carrier_id::text, upper(s.carrier_said), '')`;
const service = Prisma.sql`coalesce(s.service_id::text, upper(s.service_said), '')`;

/** The ends of a lane, without an area: "HAM", "DE". */
export const ends = {
  from: Prisma.sql`split_part(s.lane, ' → ', 1)`,
  to: Prisma.sql`split_part(split_part(s.lane, ' → ', 2), ' ', 1)`,
} as const;

/** What a button carries in place of names; `over`: all lanes between two ends, of whatever area. */
export const codes = {
  carrier: Prisma.sql`'c' || left(md5(${carrier}), 8)`,
  lane: Prisma.sql`'l' || left(md5(s.lane), 8)`,
  from: Prisma.sql`'f' || left(md5(${ends.from}), 8)`,
  to: Prisma.sql`'t' || left(md5(${ends.to}), 8)`,
  over: Prisma.sql`'o' || left(md5(concat_ws('|', ${ends.from}, ${ends.to})), 8)`,
  group: Prisma.sql`'g' || left(md5(concat_ws('|', ${carrier}, s.lane, ${service})), 8)`,
} as const;

const codesByLetter: Readonly<Record<string, Prisma.Sql>> = {
  c: codes.carrier,
  l: codes.lane,
  f: codes.from,
  t: codes.to,
  o: codes.over,
};

/** Those of a carrier, of a lane, of all lanes from, to or between ends, of a carrier on some of them, of a group, or on the lanes of a disruption or a burst. */
export function belongsTo(of: string | null): Prisma.Sql {
  if (of === null) return Prisma.sql`true`;
  if (isGroupOfLanes(of)) return isOfGroup(of, false);
  return Prisma.join(groupsOf(of).map(isOfCode), ' AND ');
}

function isOfCode(code: string): Prisma.Sql {
  const letter = code.slice(0, 1);
  // The ends of a lane are coded alike but for their letter.
  if (letter === 'e') {
    const end = code.slice(1);
    return Prisma.sql`(${codes.from} = ${`f${end}`} OR ${codes.to} = ${`t${end}`})`;
  }
  return Prisma.sql`${codesByLetter[letter] ?? codes.group} = ${code}`;
}

function isShown({ show, of }: Pick<ParcelFilter, 'show' | 'of'>, now: Date): Prisma.Sql {
  // Without whose lanes they are, trouble is any trouble.
  const inside =
    of !== null && isGroupOfLanes(of) ? isOfGroup(of, true) : Prisma.sql`s.trouble_at IS NOT NULL`;
  switch (show) {
    case 'in trouble':
      return Prisma.sql`s.ended_at IS NULL AND ${inside}`;
    case 'exposed':
      return Prisma.sql`s.ended_at IS NULL AND NOT (${inside})`;
    case 'together':
      // Which they are, their issue says.
      return of !== null && isGroupOfIssue(of) ? Prisma.sql`true` : Prisma.sql`false`;
    case 'late':
      return Prisma.sql`${isAwaited} AND s.promise_until IS NOT NULL AND ${isLate(now)}`;
    case 'due late':
      return Prisma.sql`${isAwaited} AND s.promise_until IS NOT NULL AND s.at_risk AND NOT ${isLate(now)}`;
    case 'no promise':
      return Prisma.sql`${isAwaited} AND s.promise_until IS NULL`;
    default:
      return Prisma.sql`${mayBeWrong(now)} AND ${kind(now)} = ${show}`;
  }
}

/** That it is one of these. */
export function isAmong(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`s.id = ANY(${[...ids]}::uuid[])`;
}

export function fits({ show, of, among, cause: wanted, fault }: ReadFilter, now: Date): Prisma.Sql {
  return Prisma.sql`${isShown({ show, of }, now)} AND ${among ? isAmong(among) : belongsTo(of)} ${wanted === null ? Prisma.empty : Prisma.sql`AND ${cause(now)} = ${wanted}`} ${fault === null ? Prisma.empty : Prisma.sql`AND s.fault = ${fault}`}`;
}
