import { expect, test } from 'vitest';
import { newContext } from '../../harness/database.ts';
import { importing } from '../../harness/import.ts';
import { openShop, type Shop } from '../../harness/shop.ts';
import { signed } from '../../harness/webhooks.ts';

const at = '2026-03-05T08:00:00Z';
const secret = 'easypost_0123456789';
const number = '9400100000000000000017';

/** Adds EasyPost by the form of sources; the end of its address. */
async function adds(shop: Shop) {
  await shop.ada.says('/ops source add');
  const values = { kind: 'easypost', name: 'Parcels', secret, currency: 'EUR' };
  expect(await shop.ada.sends('Add a source', values)).toEqual({});
  const made = await shop.ada.sees('may send from now on');
  return /\/webhooks\/([\w-]{22})/.exec(made.text)?.[1] ?? '';
}

/** EasyPost tells of a parcel that went to Reno, and then was said to be what nobody knows. */
async function tellsOdd(shop: Shop) {
  const path = await adds(shop);
  const scan = (status: string, datetime: string) => ({
    status,
    datetime,
    message: null,
    tracking_location: { city: 'RENO', state: 'NV', country: 'US' },
  });
  const body = JSON.stringify({
    id: 'evt_1',
    description: 'tracker.updated',
    result: {
      object: 'Tracker',
      tracking_code: number,
      status: 'left_with_drone',
      updated_at: '2026-03-05T07:30:00Z',
      carrier: 'USPS',
      tracking_details: [
        scan('in_transit', '2026-03-04T18:00:00Z'),
        scan('left_with_drone', '2026-03-05T07:00:00Z'),
      ],
    },
  });
  const url = `http://127.0.0.1:${shop.app.healthPort}/webhooks/${path}`;
  const headers = signed('easypost', body, { key: secret });
  expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(200);
  await shop.app.catchUp();
}

test('EasyPost is added and tells of a parcel; its code that nobody knows is listed, mapped, and taken back', async () => {
  await using shop = await openShop({ at });
  await shop.lena.says('/ops map');
  await shop.lena.sees('Every code that carriers have sent is known');
  await tellsOdd(shop);
  await shop.vic.says(`/shipment ${number}`);
  const card = await shop.vic.sees('In transit; last scan RENO NV 1 h ago');
  expect(card.text).toContain('code left_with_drone, which I do not know');
  expect(card.text).toContain('Parcels complete until 09:00 CET');

  await shop.lena.says('/ops map');
  const list = await shop.lena.sees('I do not know 1 code: left_with_drone of Parcels');
  expect(list.text).toContain(number);
  expect(list.text).toContain('A manager says what one means');
  // Only who may say what a code means is sent to the list, or told of the codes.
  await shop.lena.says('/ops help');
  expect((await shop.lena.sees('/ops')).text).not.toContain('/ops map');
  await shop.omar.says('/ops help');
  expect((await shop.omar.sees('/ops')).text).toContain('/ops map');
  await shop.lena.says('/ops map Parcels left_with_drone delivered');
  await shop.lena.sees('You may not say what a code of a carrier means');
  // Whoever may not is told so, by whom it is done, and nothing of what a code may mean.
  await shop.lena.says('/ops map Parcels left_with_drone somewhere');
  const refused = await shop.lena.sees(
    'You may not say what a code of a carrier means: that is for a manager',
  );
  expect(refused.text).toMatch(/Ask .*Omar.* to do it\./);
  expect(refused.text).not.toContain('pending');
  await shop.maya.says('/ops map');
  await shop.maya.sees('You may not see which codes of carriers nobody knows: that is for a lead');
  await shop.omar.says('/ops map Parcels left_with_drone somewhere');
  await shop.omar.sees('Its last word is one of unknown, pending');
  await shop.omar.says('/ops map Parcels something_else delivered');
  await shop.omar.sees('No event had the code something_else');

  await shop.omar.says('/ops map easypost left_with_drone delivered');
  await shop.omar.sees('left_with_drone of Parcels means delivered');
  await shop.app.catchUp();
  await shop.vic.says(`/shipment ${number}`);
  await shop.vic.sees('Delivered 08:00 CET');
  await shop.lena.says('/ops map');
  await shop.lena.sees('1 code was unknown, and is mapped');

  await shop.omar.says('/ops map Parcels left_with_drone unknown');
  const back = await shop.omar.sees('left_with_drone of Parcels means nothing any more');
  expect(back.text).toContain('1 tracking number with it is looked at again now');
  await shop.app.catchUp();
  await shop.vic.says(`/shipment ${number}`);
  await shop.vic.sees('In transit; last scan RENO NV 1 h ago');
});

test('a file tells of a parcel; its code that nobody knows is mapped under the name of the file', async () => {
  await using shop = await openShop({ at });
  const ctx = await newContext({ workspace: shop.workspace, at });
  const file = 'tracking,carrier,status,at,city\n0034,DHL,PZ-12,2026-03-05T07:00:00Z,Hanover\n';
  await importing(ctx, 'shipments FILE --source 3PL', file);
  await shop.vic.says('/shipment 0034');
  const card = await shop.vic.sees('last scan Hanover 1 h ago');
  expect(card.text).toContain('code PZ-12, which I do not know');
  expect(card.text).toContain('3PL');
  await shop.omar.says('/ops map');
  await shop.omar.sees('I do not know 1 code: PZ-12 of file 3PL');
  await shop.omar.says('/ops map 3PL PZ-12 delivered');
  await shop.omar.sees('PZ-12 of file 3PL means delivered');
  await shop.app.catchUp();
  await shop.vic.says('/shipment 0034');
  await shop.vic.sees('Delivered 08:00 CET');
  await shop.omar.says('/ops map file 3PL PZ-12 unknown');
  await shop.omar.sees('PZ-12 of file 3PL means nothing any more');
});

test('a reason that nobody knows is kept with its scan, listed, mapped to whose fault it is, and taken back', async () => {
  await using shop = await openShop({ at });
  const ctx = await newContext({ workspace: shop.workspace, at });
  const { kinds, faults } = await importing(
    ctx,
    'shipments FILE --source 3PL',
    'tracking,carrier,status,at,city,reason\n0034,DHL,delayed,2026-03-05T07:00:00Z,Hanover,R07\n',
  );
  expect(faults).toEqual([]);
  expect(kinds[0]?.facts).toMatchObject({
    'reasons that nobody knows': 'R07. Their scans count without a reason; /ops map says whose fault one is.',
  });
  await shop.vic.says('/shipment 0034');
  const card = await shop.vic.sees('last scan Hanover 1 h ago');
  expect(card.text).toContain('delayed (reason R07, which I do not know)');
  await shop.omar.says('/ops map');
  await shop.omar.sees('I do not know 1 code: reason R07 of file 3PL');
  await shop.omar.says('/ops map file 3PL reason R07 delivered');
  await shop.omar.sees('A reason means carrier delay');
  await shop.omar.says('/ops map file 3PL reason R07 weather delay');
  await shop.omar.sees('reason R07 of file 3PL means weather delay');
  await shop.app.catchUp();
  await shop.vic.says('/shipment 0034');
  expect((await shop.vic.sees('held up by weather')).text).not.toContain('R07');
  // What comes later means it too.
  await importing(
    ctx,
    'shipments FILE --source 3PL',
    'tracking,carrier,status,at,city,reason\n0055,DHL,delayed,2026-03-05T07:00:00Z,Hanover,R07\n',
  );
  const where = { workspaceId: shop.workspace.id };
  expect(await shop.db.prisma.shipment.findMany({ where })).toMatchObject([
    { reason: 'weather_delay', fault: 'weather' },
    { reason: 'weather_delay', fault: 'weather' },
  ]);
  await shop.omar.says('/ops map file 3PL reason R07 unknown');
  await shop.omar.sees('reason R07 of file 3PL means nothing any more');
  await shop.app.catchUp();
  expect(await shop.db.prisma.shipment.findMany({ where })).toMatchObject([
    { reason: null, fault: 'none' },
    { reason: null, fault: 'none' },
  ]);
});
