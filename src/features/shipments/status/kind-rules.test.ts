import { expect, test } from 'vitest';
import { openParcels, toldShipments } from '../../../../test/harness/parcels.ts';
import { scanned, tells } from '../../../../test/harness/shipment-story.ts';
import { reads } from '../../../db/scope.ts';
import { kind, mayBeWrong } from '../parcels/clauses-store.ts';
import { readShipment } from '../shipment/read.ts';
import { exceptionKinds } from './exception-model.ts';
import { kindOf } from './kind-rules.ts';
import { statuses } from './model.ts';

const moments = ['2026-02-18 10:00', '2026-03-02 08:59', '2026-03-02 09:01', '2026-03-05 08:00'];
const reasons = [null, 'carrier_lost', 'carrier_damaged', 'consignee_refused'] as const;
const maya = { source: 'person 01961b1c-0000-7000-8000-0000000000aa' };

/** Of every status with and without a reason, scanned long ago and just now; back, doubted and inbound ones. */
function varied() {
  const alone = statuses.flatMap((status) =>
    moments.flatMap((at) =>
      reasons.map((reason) =>
        tells([scanned(at, status, { reason })], { tracking: `${status} ${at} ${reason}` }),
      ),
    ),
  );
  const ends = moments.flatMap((at) => [
    tells([scanned('2026-02-17 10:00', 'return_to_sender'), scanned(at, 'delivered')], {
      tracking: `back ${at}`,
    }),
    tells([scanned('2026-02-17 10:00', 'delivered')], { tracking: `doubted ${at}`, ...maya }),
    tells([scanned(at, 'in_transit')], { tracking: `doubted ${at}` }),
  ]);
  const inbound = tells([scanned('2026-03-04 10:00', 'delivery_failed')], {
    tracking: 'inbound',
    about: { direction: 'inbound' },
  });
  return [...alone, ...ends, inbound];
}

test('the card of a parcel and the list of exceptions say the same of what is wrong with it', async () => {
  const { shop } = await openParcels();
  await using _ = shop;
  await toldShipments(shop, ...varied());
  const { workspace, db } = shop;
  const scope = db.database.scope(workspace.id);
  const now = shop.clock.now();
  const rows = await reads(scope).$queryRaw<{ id: string; tracking: string; kind: string | null }[]>`
    SELECT s.id, s.tracking, CASE WHEN ${mayBeWrong(now)} THEN ${kind(now)} END AS kind
    FROM shipment s WHERE s.workspace_id = ${workspace.id}::uuid`;
  expect(rows.length).toBeGreaterThan(200);
  for (const row of rows) {
    const shipment = await readShipment({ scope, workspace }, row.id);
    expect([row.tracking, shipment && kindOf(shipment, now)]).toEqual([row.tracking, row.kind]);
  }
  // Every kind has been seen.
  expect(new Set(rows.flatMap((row) => row.kind ?? []))).toEqual(new Set(exceptionKinds));
});
