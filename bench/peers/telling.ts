// Scans of parcels: told by the bot, and as rows of the same tables by UNNEST, without judging anything. Each task tells of new parcels.
import { asSystem } from '../../src/core/runtime/system.ts';
import { type ShipmentStatement, tellShipments } from '../../src/features/shipments/index.ts';
import { scansEach } from '../filling/parcels.ts';
import { db, ground, workspace } from './bench-shop.ts';
import { serve } from './serve.ts';

const parcels = 2_000;
/** Deliveries that the drain loop takes at once. */
const together = 50;
const began = Date.UTC(2026, 2, 2);
let task = 0;

/** Two processes tell on one database. */
const tracking = (n: number) => `P${process.pid}T${task}N${n}`;
const scanAt = (n: number, k: number) => new Date(began + n * 1_000 + k * 3_600_000);

function statementOf(n: number): ShipmentStatement {
  return {
    tracking: tracking(n),
    formerly: [],
    source: 'bench',
    saidAt: scanAt(n, scansEach),
    deliveryId: null,
    about: { carrier: 'DHL', to: { city: 'Berlin', region: null, country: 'DE' } },
    events: Array.from({ length: scansEach }, (_, k) => ({
      key: `scan ${k}`,
      at: scanAt(n, k),
      status: k === 0 ? 'picked_up' : k === scansEach - 1 ? 'delivered' : 'in_transit',
      reason: null,
      code: `code ${k}`,
      place: { city: 'Hanover', region: null, country: 'DE' },
      text: null,
      lifts: false,
    })),
  };
}

function batches(): readonly (readonly number[])[] {
  return Array.from({ length: parcels / together }, (_, batch) =>
    Array.from({ length: together }, (_, n) => batch * together + n),
  );
}

async function bot(): Promise<void> {
  for (const batch of batches()) {
    const ctx = {
      ...ground,
      workspace,
      now: new Date(),
      correlationId: 'bench',
      delivery: null,
      channel: null,
    };
    const actor = {
      kind: 'console',
      id: 'bench',
      name: 'bench',
      roles: [],
      timeZone: 'Europe/Berlin',
    } as const;
    await tellShipments.call(asSystem({ ...ctx, actor }, 'bench'), { statements: batch.map(statementOf) });
  }
}

async function bare(): Promise<void> {
  const client = await db.pool.connect();
  try {
    for (const batch of batches()) {
      const series = batch.map(() => ground.ids.uuid(new Date()));
      const ids = batch.map(() => ground.ids.uuid(new Date()));
      const scans = batch.flatMap((n, place) =>
        Array.from({ length: scansEach }, (_, k) => ({ series: series[place], k, at: scanAt(n, k) })),
      );
      await client.query('BEGIN');
      await client.query(
        'INSERT INTO shipment_number (workspace_id, key, series_id) SELECT $1, key, series FROM UNNEST($2::text[], $3::uuid[]) AS t (key, series)',
        [workspace.id, batch.map(tracking), series],
      );
      await client.query(
        `INSERT INTO shipment (workspace_id, id, series_id, tracking, direction, carrier_said, to_country, zone, zone_source, status, fault,
           place_city, place_country, began_at, scanned_at, handed_over_at, delivered_at, ended_at, at_risk, said_at, fold_version, updated_at)
         SELECT $1, id, series, tracking, 'outbound', 'DHL', 'DE', 'Europe/Berlin', 'country', 'delivered', 'none', 'Hanover', 'DE', began,
           ended, began, ended, ended, false, ended, 1, $2
         FROM UNNEST($3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[]) AS t (id, series, tracking, began, ended)`,
        [
          workspace.id,
          new Date(),
          ids,
          series,
          batch.map(tracking),
          batch.map((n) => scanAt(n, 0)),
          batch.map((n) => scanAt(n, scansEach - 1)),
        ],
      );
      await client.query(
        `INSERT INTO shipment_event (workspace_id, series_id, source, event_key, at, status, code, place_city, place_country, lifts)
         SELECT $1, series, 'bench', key, at, status, key, 'Hanover', 'DE', false
         FROM UNNEST($2::uuid[], $3::text[], $4::timestamptz[], $5::text[]) AS t (series, key, at, status)`,
        [
          workspace.id,
          scans.map((one) => one.series),
          scans.map(({ k }) => `scan ${k}`),
          scans.map(({ at }) => at),
          scans.map(({ k }) => (k === scansEach - 1 ? 'delivered' : 'in_transit')),
        ],
      );
      await client.query(
        `INSERT INTO shipment_word (workspace_id, series_id, source, said_at, hash, tracking, formerly, about)
         SELECT $1, series, 'bench', at, md5(tracking), tracking, '{}', '{"carrier": "DHL"}'::jsonb
         FROM UNNEST($2::uuid[], $3::timestamptz[], $4::text[]) AS t (series, at, tracking)`,
        [workspace.id, series, batch.map((n) => scanAt(n, scansEach)), batch.map(tracking)],
      );
      await client.query('COMMIT');
    }
  } finally {
    client.release();
  }
}

serve(async ({ way }) => {
  task += 1;
  await (way === 'bare' ? bare() : bot());
  return parcels * scansEach;
});
