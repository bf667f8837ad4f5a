import { Prisma } from '../../../db/generated/client.ts';

/** The carrier of a shipment `s` as lanes are told apart by it. */
export const carrierKey = Prisma.sql`COALESCE(s.carrier_id::text, upper(s.carrier_said), '')`;

/** A disruption's parts as SQL: columns, or values; null where it is open. */
interface Over {
  readonly carrier: Prisma.Sql;
  readonly origin: Prisma.Sql;
  readonly destination: Prisma.Sql;
  readonly fromAt: Prisma.Sql;
  readonly untilAt: Prisma.Sql;
  readonly endedAt: Prisma.Sql;
}

/** That a shipment `s` is on a lane of a disruption. */
export function isOver({ carrier, origin, destination }: Pick<Over, 'carrier' | 'origin' | 'destination'>) {
  return Prisma.sql`(${carrier} IS NULL OR ${carrier} = ${carrierKey})
    AND (${origin} IS NULL OR ${origin} = split_part(s.lane, ' → ', 1))
    AND (${destination} IS NULL OR ${destination} = split_part(s.lane, ' → ', 2)
      OR starts_with(split_part(s.lane, ' → ', 2), ${destination} || ' '))`;
}

/** That a shipment `s` came into trouble inside a disruption. */
export function isInside({ fromAt, untilAt, endedAt, ...over }: Over): Prisma.Sql {
  return Prisma.sql`s.trouble_at IS NOT NULL AND s.trouble_at >= ${fromAt}
    AND s.trouble_at < coalesce(least(${untilAt}, ${endedAt}), 'infinity') AND ${isOver(over)}`;
}

/** The parts of a disruption `d`. */
export const disruptionColumns = {
  carrier: Prisma.sql`d.carrier`,
  origin: Prisma.sql`d.origin`,
  destination: Prisma.sql`d.destination`,
  fromAt: Prisma.sql`d.from_at`,
  untilAt: Prisma.sql`d.until_at`,
  endedAt: Prisma.sql`d.ended_at`,
} as const;

/** That a shipment `s` is on a lane of it; `inside`: and came into trouble there while it lasted. */
export function isOfGroup(code: string, inside: boolean): Prisma.Sql {
  const which = (table: Prisma.Sql, fits: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT FROM ${table} d WHERE d.workspace_id = s.workspace_id AND right(d.id::text, 8) = ${code.slice(1)} AND ${fits})`;
  if (code.startsWith('d'))
    return which(Prisma.sql`disruption`, inside ? isInside(disruptionColumns) : isOver(disruptionColumns));
  const onLane = Prisma.sql`d.lane = s.lane AND d.carrier = ${carrierKey}`;
  return which(
    Prisma.sql`lane_burst`,
    inside ? Prisma.sql`${onLane} AND s.trouble_at IS NOT NULL AND s.trouble_at >= d.since` : onLane,
  );
}
