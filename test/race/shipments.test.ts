import { expect, test } from 'vitest';
import { shipmentRows } from '../harness/shipment-rows.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

const rounds = Number(process.env.RACE_ROUNDS ?? 12);

test('two leads who declare one strike at the same moment declare one, and the other is told', async () => {
  await using db = await prepared(rounds, ['lead']);
  const results = await race(db.url, 'disruptions', rounds);
  expect([...new Set(pairs(results))]).toEqual([
    'Strike, anywhere → FR is declared already: `/shipment disruption` shows and ends it. / declared',
  ]);
  expect(await db.prisma.disruption.count()).toBe(rounds);
});

test('two leads who confirm one end at the same moment confirm it once, and the other is shown what it is now', async () => {
  await using db = await prepared(rounds, ['lead']);
  const results = await race(db.url, 'confirm', rounds);
  for (const pair of pairs(results))
    expect(pair).toMatch(
      /^(There is nothing to confirm: )?Delivered .* \/ confirmed$|^confirmed \/ There is/,
    );
  // One of us and the carrier's two, and the confirmation.
  expect(await db.prisma.shipmentEvent.count()).toBe(4 * rounds);
  expect(await db.prisma.shipment.count({ where: { status: 'delivered', doubtedAt: null } })).toBe(rounds);
});

test('two processes tell of one new parcel at once, twice, in other orders and under two numbers: every time it ends as if one had told it alone', async () => {
  await using db = await prepared(rounds, ['viewer']);
  const results = await race(db.url, 'shipments', rounds);
  expect([...new Set(pairs(results))]).toEqual(['told / told']);
  const [alone, ...others] = await db.prisma.workspace.findMany({ orderBy: { slackTeamId: 'asc' } });
  const expected = await shipmentRows(db.prisma, alone?.id ?? '');
  expect(expected).toMatchObject({ numbers: [{}, {}], shipments: [{}, {}, {}] });
  for (const { id } of others) expect(await shipmentRows(db.prisma, id)).toEqual(expected);
});
