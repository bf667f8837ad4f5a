import type { Tx } from '../../../src/core/runtime/database.ts';
import { dayIn } from '../../../src/core/time/time-zone.ts';
import { writes } from '../../../src/db/scope.ts';
import type { Reason } from '../../../src/features/shipments/status/model.ts';
import type { ShipmentStatement } from '../../../src/features/shipments/telling/model.ts';
import type { SeedPlan } from '../sql.ts';
import { wayOf } from '../sql.ts';
import { rollOf } from '../week/dock.ts';
import { hoursAfter } from '../week/moments.ts';
import {
  arrived,
  atHome,
  type Carried,
  countryOf,
  type Scan,
  sorted,
  statementsOf,
  taken,
} from './saying.ts';

/** Since when anybody tells of scans: long enough to compare carriers, and short enough to be quickly told. */
const daysTold = 21;
/** Nobody asks Amazon where its parcels are, but of a few. */
const ofAmazon = 16;
/** When depots scan again what takes long, and what is slow. */
const usualScanHours = 50;
const slowScanHours = [106, 150];
const hoursOnVan = 12;
const usualDays = 3;
const slowAfterHours = 60;

/** A parcel of the year; `due`: when it comes, or would come. */
interface Sent {
  readonly number: string;
  readonly location: string;
  readonly to: string;
  readonly zone: string;
  readonly carrier: string;
  readonly service: string | null;
  readonly tracking: string;
  readonly handedOver: Date;
  readonly delivered: Date | null;
  readonly returned: Date | null;
  readonly due: Date;
  readonly isSlow: boolean;
  readonly fate: number;
}

/** Whose fault it was that one in so many was slow; the last of them nobody says. */
const whySlow: readonly (readonly [Reason, string] | null)[] = [
  ['carrier_missorted', 'Sent to the wrong depot'],
  ['carrier_missorted', 'Sent to the wrong depot'],
  ['carrier_delay', 'Delayed at the depot'],
  ['carrier_delay', 'Delayed at the depot'],
  ['carrier_vehicle', 'The vehicle broke down'],
  ['weather_delay', 'Delayed by bad weather'],
  ['weather_delay', 'Delayed by bad weather'],
  null,
  null,
  null,
];

/** What carriers scanned of what was sent in the last weeks, until the start of the day. */
export async function scansOfYear(tx: Tx, { now }: SeedPlan): Promise<readonly ShipmentStatement[]> {
  const { workspaceId } = tx;
  const rows = await writes(tx).$queryRaw<Sent[]>`
    SELECT p.*, "handedOver" + make_interval(hours => ${wayOf.hours}) AS due, ${wayOf.isSlow} AS "isSlow", ${wayOf.fate} AS fate
    FROM (
      SELECT o.number, l.code AS location, o.ship_country AS "to", o.ship_zone AS zone, f.carrier_said AS carrier,
        v.name AS service, f.tracking[1] AS tracking, f.handed_over_at AS "handedOver", f.delivered_at AS delivered,
        f.returned_at AS returned
      FROM fulfilment f
      JOIN "order" o ON o.workspace_id = f.workspace_id AND o.id = f.order_id
      JOIN location l ON l.workspace_id = f.workspace_id AND l.id = f.location_id
      LEFT JOIN carrier_service v ON v.workspace_id = f.workspace_id AND v.id = f.service_id
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.source = 'file seed'
        AND f.handed_over_at >= ${now}::timestamptz - make_interval(days => ${daysTold}::int)) AS p`;
  return rows
    .filter(({ location, number }) => location !== 'AMZ' || rollOf(`asked${number}`, ofAmazon) === 0)
    .flatMap((sent) => statementsOf(carriedOf(sent), now));
}

function carriedOf(sent: Sent): Carried {
  const { location, to, tracking, carrier, service, zone, handedOver, due, isSlow } = sent;
  const on = dayIn(zone, isSlow ? due : hoursAfter(handedOver, usualDays * 24));
  return {
    tracking,
    carrier,
    service,
    from: countryOf(location),
    to,
    scans: scansOf(sent),
    estimates: [{ on, at: hoursAfter(handedOver, isSlow ? slowAfterHours : 1) }],
  };
}

function scansOf(sent: Sent): readonly Scan[] {
  const { location, carrier, to, handedOver, delivered: at, returned, due, isSlow, fate } = sent;
  const begun = [taken(location, carrier, handedOver), sorted(to, hoursAfter(handedOver, 9))];
  if (returned || wayOf.turnsBack(fate)) {
    const refused = atHome(to, {
      at: hoursAfter(handedOver, 66),
      status: 'delivery_failed',
      reason: 'consignee_refused',
      text: 'Refused at the door',
    });
    if (!returned) return [...begun, refused];
    const back = { status: 'return_to_sender', reason: 'consignee_refused', text: 'Turned back' } as const;
    const here = { ...taken(location, carrier, hoursAfter(returned, 40)), text: 'Delivered to the sender' };
    return [...begun, refused, atHome(to, { at: returned, ...back }), { ...here, status: 'delivered' }];
  }
  const end = at ?? due;
  if (!isSlow) {
    // Of what gets lost nothing more is heard.
    if (!at && wayOf.getsLost(fate)) return begun;
    return [...begun, ...between(to, handedOver, [usualScanHours], end), ...arrived(to, end)];
  }
  const why = whySlow[rollOf(`why slow${sent.number}`, whySlow.length)];
  const slow = sorted(to, hoursAfter(handedOver, slowAfterHours));
  const held: Scan = why ? { ...slow, status: 'delayed', reason: why[0], text: why[1] } : slow;
  return [...begun, held, ...between(to, handedOver, slowScanHours, end), ...arrived(to, end)];
}

/** Scans of depots, so many hours after the hand-over, of what does not come sooner. */
function between(to: string, handedOver: Date, hours: readonly number[], end: Date): readonly Scan[] {
  return hours
    .map((after) => hoursAfter(handedOver, after))
    .filter((one) => one < hoursAfter(end, -hoursOnVan))
    .map((one) => sorted(to, one));
}
