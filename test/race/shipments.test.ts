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

test('two processes tell of one new parcel at once, twice, in other orders and under two numbers: every time it ends as if one had told it alone', async () => {
  await using db = await prepared(rounds, ['viewer']);
  const results = await race(db.url, 'shipments', rounds);
  expect([...new Set(pairs(results))]).toEqual(['told / told']);
  const [alone, ...others] = await db.prisma.workspace.findMany({ orderBy: { slackTeamId: 'asc' } });
  const expected = await shipmentRows(db.prisma, alone?.id ?? '');
  expect(expected).toMatchObject({ numbers: [{}, {}], shipments: [{}, {}, {}] });
  for (const { id } of others) expect(await shipmentRows(db.prisma, id)).toEqual(expected);
});
