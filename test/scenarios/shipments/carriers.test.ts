import { expect, test } from 'vitest';
import { openParcels, toldOrder, toldShipments } from '../../harness/parcels.ts';
import { scanned, tells } from '../../harness/shipment-story.ts';
import { openShop } from '../../harness/shop.ts';
import { moment } from '../../harness/statements.ts';

const inTime = { shipBy: moment('2026-03-01 18:00') };

/**
 * DHL: 40 parcels promised for Tuesday, handed over on time; 4 late by DHL, 6 late and nobody says why, 30 on time after
 * a day; and one that we handed over late, one on its way, and one of which nobody says by when it had to leave. UPS: 12.
 */
async function comparedShop() {
  const { shop, sends } = await openParcels();
  const statements = [];
  const dhl = { carrier: 'DHL', service: 'Paket' };
  for (let n = 0; n < 40; n += 1) {
    await sends(`3${n}`, `D${n}`, 1_000n, '03', inTime);
    const late = n < 10;
    statements.push(
      tells(
        [
          scanned('2026-03-01 12:00', 'picked_up'),
          ...(n < 4 ? [scanned('2026-03-03 12:00', 'delayed', { reason: 'carrier_missorted' })] : []),
          scanned(late ? '2026-03-04 12:00' : '2026-03-02 12:00', 'delivered'),
        ],
        { tracking: `D${n}`, about: dhl },
      ),
    );
  }
  await sends('400', 'DX', 1_000n, '03', inTime);
  await sends('401', 'DY', 1_000n, '03', inTime);
  await sends('402', 'DZ', 1_000n, '03');
  const delivered = (from: string, to: string) => [scanned(from, 'picked_up'), scanned(to, 'delivered')];
  statements.push(
    tells(delivered('2026-03-02 12:00', '2026-03-04 12:00'), { tracking: 'DX', about: dhl }),
    tells([scanned('2026-03-01 12:00', 'picked_up')], { tracking: 'DY', about: dhl }),
    tells(delivered('2026-03-01 12:00', '2026-03-02 12:00'), { tracking: 'DZ', about: dhl }),
  );
  for (let n = 0; n < 12; n += 1) {
    await sends(`5${n}`, `U${n}`, 1_000n, '03', inTime);
    const events = delivered('2026-03-01 12:00', '2026-03-05 08:00');
    statements.push(tells(events, { tracking: `U${n}`, about: { carrier: 'UPS' } }));
  }
  await toldShipments(shop, ...statements);
  return shop;
}

test('late by its own fault and unattributed are two figures, and nothing is ranked below thirty', async () => {
  await using shop = await comparedShop();
  await shop.vic.says('/shipment carriers');
  const card = await shop.vic.sees('DHL was late by its own fault most often: 10.0 % (4 of 40)');
  expect(card.ephemeral).toBe(true);
  // 52, one and one of the three below, and one that has not come: each parcel is in one of them.
  expect(card.text).toContain('55 parcels promised for the last 28 days, 52 of them judged');
  expect(card.text).toContain('1 that we handed over late');
  expect(card.text).toContain('1 not delivered: still on the way, turned back or lost');
  expect(card.text).toContain('1 parcel late and still on the way');
  expect(card.text).toContain('Not judged: 1 of which nobody says by when it had to leave');
  // 31 of a day, one of two and ten of three: the middle of 42 is one, and nine tenths three.
  expect(card.text).toMatch(
    /DHL: 43 parcels, 4 exceptions, half within 1\.0 days, nine in ten within 3\.0 +10\.0 % \(4 of 40\) +15\.0 % \(6\)/,
  );
  expect(card.text).toMatch(
    /UPS: 12 parcels, 0 exceptions, half within 3\.8 days, nine in ten within 3\.8 +too few to rank \(12\) +–/,
  );
  await shop.vic.chooses(card, 'Open a carrier', 'DHL: lanes and services');
  const dhl = await shop.vic.sees('DHL, unknown lane was late by its own fault most often');
  expect(dhl.text).toContain('unknown lane, Paket: 43 parcels');
  await shop.vic.presses(dhl, 'Late parcels');
  await shop.vic.sees('1 parcel late (€10.00): Late parcels: DHL');
});

test.each([
  [
    'nobody says by when it had to leave',
    undefined,
    'No carrier can be ranked: of 40 delivered parcels nobody says by when they had to leave',
    'no ship-by (40)',
  ],
  [
    'we handed all of it over late',
    moment('2026-03-01 11:59'),
    'No carrier can be ranked: we handed over 40 delivered parcels late',
    'we were late (40)',
  ],
] as const)('where %s, that is what is missing', async (_, shipBy, finding, cell) => {
  const { shop } = await openParcels();
  await using __ = shop;
  const tracking = Array.from({ length: 40 }, (_, n) => `D${n}`);
  await toldOrder(shop, '1', { tracking, valueMinor: 1_000n, day: '03', shipBy });
  await toldShipments(
    shop,
    ...tracking.map((one) =>
      tells([scanned('2026-03-01 12:00', 'picked_up'), scanned('2026-03-02 12:00', 'delivered')], {
        tracking: one,
        about: { carrier: 'DHL' },
      }),
    ),
  );
  await shop.vic.says('/shipment carriers');
  const card = await shop.vic.sees(finding);
  expect(card.text).toContain(cell);
  expect(card.text).not.toContain('too few');
});

test('nobody is named for one or two late parcels: they are too few to say', async () => {
  const { shop, sends } = await openParcels();
  await using _ = shop;
  const statements = [];
  for (let n = 0; n < 30; n += 1) {
    await sends(`3${n}`, `D${n}`, 1_000n, '03', inTime);
    const events = [
      scanned('2026-03-01 12:00', 'picked_up'),
      ...(n < 2 ? [scanned('2026-03-03 12:00', 'delayed', { reason: 'carrier_missorted' })] : []),
      scanned(n < 2 ? '2026-03-04 12:00' : '2026-03-02 12:00', 'delivered'),
    ];
    statements.push(tells(events, { tracking: `D${n}`, about: { carrier: 'DHL' } }));
  }
  await toldShipments(shop, ...statements);
  await shop.vic.says('/shipment carriers');
  const card = await shop.vic.sees('Too few were late by their own fault to name a carrier: 2 of 30 parcels');
  expect(card.text).not.toContain('most often');
});

test('nothing was promised: it says so', async () => {
  await using shop = await openShop({ at: '2026-03-05T08:00:00Z' });
  await shop.vic.says('/shipment carriers');
  await shop.vic.sees('No parcel was promised for the last 28 days');
});
