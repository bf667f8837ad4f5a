import { expect, test } from 'vitest';
import { randomIds } from '../../src/core/runtime/ids.ts';
import type { Builders } from '../harness/builders.ts';
import { many, shared } from './drain.ts';
import { prepared } from './prepared.ts';
import { race } from './runner.ts';

const at = new Date('2026-01-01T00:00:00Z');

async function queued(
  rows: readonly { readonly kind: string; readonly subject: string; readonly data: object }[],
) {
  const db = await prepared(1, ['viewer']);
  const { id: workspaceId } = await db.prisma.workspace.findFirstOrThrow();
  await db.prisma.work.createMany({
    data: rows.map((row) => ({
      ...row,
      workspaceId,
      id: randomIds.uuid(at),
      state: 'waiting',
      queuedAt: at,
      dueAt: at,
      attempts: 0,
      correlationId: 'race',
    })),
  });
  return { ...db, workspaceId };
}

test('two processes do 10,000 pieces of work: each once, and both took part', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    kind: many.id,
    subject: `subject ${n}`,
    data: {},
  }));
  await using db = await queued(rows);
  const shares = (await race(db.url, 'drain', 1)).map(({ outcomes }) => Number(outcomes[0]?.split(' ')[0]));
  expect(Math.min(...shares)).toBeGreaterThan(0);
  expect(await db.prisma.work.count()).toBe(0);
  const done = await db.prisma.auditEntry.groupBy({ by: ['subjectId'], _count: true });
  expect(done.length).toBe(10_000);
  expect(done.filter(({ _count }) => _count !== 1)).toEqual([]);
});

test('one subject is never in two hands, however much there is about it', async () => {
  const subjects = ['a', 'b', 'c'];
  const rows = Array.from({ length: 900 }, (_, n) => ({
    kind: shared.id,
    subject: subjects[n % 3] ?? '',
    data: { n },
  }));
  await using db = await queued(rows);
  const { workspaceId } = db;
  await db.prisma.counter.createMany({
    data: subjects.map((series) => ({ workspaceId, series, value: 0 })),
  });
  const outcomes = (await race(db.url, 'drain', 1)).map(({ outcomes }) =>
    outcomes[0]?.split(' ').map(Number),
  );
  expect(outcomes.map((one) => one?.[1])).toEqual([0, 0]);
  expect(Math.min(...outcomes.map((one) => one?.[0] ?? 0))).toBeGreaterThan(0);
  const counted = await db.prisma.counter.findMany({ where: { series: { in: subjects } } });
  expect(counted.map(({ value }) => value)).toEqual([300, 300, 300]);
  expect(await db.prisma.work.count()).toBe(0);
});

test('a hundred yeses at once have their effects within ten seconds', async () => {
  await using db = await prepared(1, ['manager'], async (given) => {
    const requesterId = await given.person('maya', 'UMAYA', ['operator']);
    const locationId = await given.location({ code: 'HAM', name: 'Hamburg' });
    for (let n = 1; n <= 100; n += 1)
      await given.approval(await lostMug(given, { requesterId, locationId, n }));
  });
  const times = (await race(db.url, 'yeses', 1)).map(({ outcomes }) => outcomes[0]?.split(' ').map(Number));
  const latest = (n: number) => Math.max(...times.map((one) => one?.[n] ?? Number.NaN));
  const [yesMs, ms] = [latest(1) - latest(0), latest(2) - latest(1)];
  console.log(`100 yeses in ${yesMs} ms, their effects within ${ms} ms of the last`);
  // Where the machine is so busy that the yeses themselves take long, so may the effects.
  expect(ms).toBeLessThan(Math.max(10_000, 2 * yesMs));
  const { prisma } = db;
  expect(await prisma.approvalEffect.count()).toBe(100);
  expect(await prisma.level.count({ where: { bucket: 'available', quantity: 10 } })).toBe(100);
  expect(await prisma.work.count()).toBe(0);
});

async function lostMug(
  given: Builders,
  {
    requesterId,
    locationId,
    n,
  }: { readonly requesterId: string; readonly locationId: string; readonly n: number },
) {
  const code = `MUG-${n}`;
  const skuId = await given.sku(code);
  await given.stock(skuId, locationId, 40);
  return {
    kind: 'stock.adjustment',
    number: n,
    requesterId,
    subject: skuId,
    request: { skuId, locationId, quantity: -30, cause: 'lost' },
    facts: {
      code,
      title: `Title of ${code}`,
      location: 'Hamburg',
      locationCode: 'HAM',
      available: 40,
      damaged: 0,
      availableInAll: 40,
      recentUnits: 0,
      unitCost: null,
      currency: 'EUR',
    },
    stages: [{ needs: 1, of: { role: 'manager', department: null, people: [] } }],
  };
}
