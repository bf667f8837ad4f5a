import { expect, test } from 'vitest';
import { databaseBefore } from '../../../../test/harness/before-migration.ts';

const workspace = '00000000-0000-7000-8000-000000000001';

test('targets and breaches of carriers and services by name are those of their codes', async () => {
  const { client, upgrade } = await databaseBefore('20261128091900_parts_by_code');
  await client.query(
    `WITH own AS (
       INSERT INTO carrier (workspace_id, id, code, name)
       VALUES ($1, gen_random_uuid(), 'DHL', 'DHL Germany'), ($1, gen_random_uuid(), 'UPS', 'UPS') RETURNING id, code
     )
     INSERT INTO carrier_service (workspace_id, id, carrier_id, code, name)
     SELECT $1, gen_random_uuid(), own.id, s.code, s.name FROM own
     JOIN (VALUES ('DHL', 'PAKET', 'Parcel'), ('DHL', 'EXPRESS', 'Fast'), ('UPS', 'SAVER', 'Fast')) AS s (carrier, code, name)
       ON s.carrier = own.code`,
    [workspace],
  );
  const parts = [
    ['late_carrier', 'carrier', 'DHL Germany'],
    ['late_carrier', 'service', 'Parcel'],
    // Two have this name.
    ['late_carrier', 'service', 'Fast'],
    // Orders keep the service that was told.
    ['otd', 'service', 'Parcel'],
  ];
  for (const [kpi, dimension, value] of parts) {
    await client.query(
      `INSERT INTO kpi_target (workspace_id, kpi, dimension, value, valid_from, target, currency, set_at)
       VALUES ($1, $2, $3, $4, '2026-03-01', 500, '', now())`,
      [workspace, kpi, dimension, value],
    );
    await client.query(
      `INSERT INTO kpi_breach (workspace_id, id, kpi, dimension, value, began_at, severe, paused, target, from_day, to_day, n, d)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, now(), false, false, 500, '2026-03-01', '2026-03-08', 20, 100)`,
      [workspace, kpi, dimension, value],
    );
  }
  // Set for the code already: it stays.
  await client.query(
    `INSERT INTO kpi_target (workspace_id, kpi, dimension, value, valid_from, target, currency, set_at)
     VALUES ($1, 'exceptions', 'service', 'PAKET', '2026-03-01', 300, '', now()),
       ($1, 'exceptions', 'service', 'Parcel', '2026-03-01', 400, '', now())`,
    [workspace],
  );
  await upgrade();
  const of = async (table: string) =>
    (
      await client.query(
        `SELECT kpi || ' ' || dimension || ' ' || value || ' ' || target AS one FROM ${table}`,
      )
    ).rows
      .map(({ one }) => String(one))
      .toSorted();
  const moved = [
    'late_carrier carrier DHL 500',
    'late_carrier service Fast 500',
    'late_carrier service PAKET 500',
    'otd service Parcel 500',
  ];
  expect(await of('kpi_breach')).toEqual(moved);
  expect(await of('kpi_target')).toEqual([
    'exceptions service PAKET 300',
    'exceptions service Parcel 400',
    ...moved,
  ]);
});
