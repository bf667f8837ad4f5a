import { expect, test } from 'vitest';
import { makeScope } from '../../src/db/scope.ts';
import type { Bucket } from '../../src/features/stock/ledger/model.ts';
import { levelsAt } from '../../src/features/stock/ledger/store.ts';
import { type Spell, spellsOf } from '../harness/spells.ts';
import {
  expectedAt,
  historiesOf,
  locationCodes,
  moment,
  shelfName,
  skuCodes,
  stepsInRound,
  stepsOf,
} from './ledger-model.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

// 10,000 in the full form: RACE_STEPS=10000 npm run test:race -- ledger
const rounds = Math.ceil(Number(process.env.RACE_STEPS ?? 600) / stepsInRound / 2);

test('two processes tell entries and statements in any order: nobody deadlocks, and the levels, their past and the spans are those of the serial model', {
  timeout: 1_800_000,
}, async () => {
  await using db = await prepared(1, ['viewer'], async (given) => {
    for (const code of locationCodes) await given.location({ code, name: code, asOf: null });
    for (const code of skuCodes) await given.sku(code);
  });
  const results = await race(db.url, 'ledger', rounds);
  expect([...new Set(pairs(results))]).toEqual(['told / told']);

  const unbalanced = await db.prisma.$queryRaw<unknown[]>`
    SELECT sku_id, location_id, bucket, l.quantity, g.quantity FROM level l FULL JOIN (
      SELECT workspace_id, sku_id, location_id, bucket, sum(quantity) AS quantity FROM ledger_leg GROUP BY 1, 2, 3, 4
    ) g USING (workspace_id, sku_id, location_id, bucket)
    WHERE coalesce(l.quantity, 0) <> coalesce(g.quantity, 0) OR l.data_fault <> (l.quantity < 0)`;
  expect(unbalanced).toEqual([]);

  const steps = Array.from({ length: rounds }, (_, round) =>
    ['one', 'two'].map((who) => stepsOf(round, who)),
  ).flat(2);
  const histories = historiesOf(steps);
  const levels = await db.prisma.level.findMany({ include: { sku: true, location: true } });
  const scope = makeScope(levels[0]?.workspaceId ?? '', db.prisma);
  const ends = moment(10_000);
  const [was, wanted] = [new Map<string, number>(), new Map<string, number>()];
  for (const { sku, location, ...level } of levels) {
    const bucket = level.bucket as Bucket;
    const shelf = shelfName({ sku: sku.code, location: location.code, bucket });
    const history = histories.get(shelf) ?? { statements: [], moved: [] };
    was.set(`${shelf} now`, level.quantity);
    wanted.set(`${shelf} now`, expectedAt(history, ends));
    for (let minute = 7; minute < 600; minute += 50) {
      was.set(
        `${shelf} ${minute}`,
        (await levelsAt(scope, sku.id, location.id, moment(minute))).get(bucket) ?? 0,
      );
      wanted.set(`${shelf} ${minute}`, expectedAt(history, moment(minute)));
    }
  }
  expect(levels.length).toBe(histories.size);
  expect(was).toEqual(wanted);

  const clocked = (some: readonly Spell[]) =>
    some.map(({ since, until }) => `${since.toISOString()} ${until?.toISOString() ?? ''}`);
  for (const { bucket, skuId, locationId, sku, location } of levels) {
    if (bucket !== 'available') continue;
    const { statements = [], moved = [] } =
      histories.get(shelfName({ sku: sku.code, location: location.code, bucket })) ?? {};
    const place = { skuId, locationId };
    const legs = await db.prisma.ledgerLeg.findMany({ where: { ...place, bucket } });
    const { out, listed } = spellsOf(
      legs.map(({ occurredAt: at, quantity }) => ({ at, quantity })),
      [...statements, ...moved].map(({ at }) => at),
    );
    const name = `${sku.code} ${location.code}`;
    const order = { where: place, orderBy: { since: 'asc' } } as const;
    expect(clocked(await db.prisma.stockoutSpan.findMany(order)), name).toEqual(clocked(out));
    expect(clocked(await db.prisma.listedSpan.findMany(order)), name).toEqual(clocked(listed));
  }
});
