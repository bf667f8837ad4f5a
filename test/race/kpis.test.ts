import { expect, test } from 'vitest';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { pairs, prepared } from './prepared.ts';
import { race } from './runner.ts';

const rounds = 8;

test('two processes find the same figure beyond its target at once: one of them raises the one issue', async () => {
  await using db = await prepared(rounds, ['admin']);
  const workspaces = await db.prisma.workspace.findMany();
  const now = systemClock.now();
  const day = new Date(now.getTime() - 3 * 86_400_000);
  for (const { id: workspaceId } of workspaces) {
    await db.prisma.factGeneration.create({
      data: {
        workspaceId,
        family: 'order',
        generation: 1,
        version: 'race',
        building: null,
        buildingVersion: null,
        walkedTo: null,
        walked: 0,
        startedAt: null,
        builtAt: now,
        sweeping: false,
      },
    });
    const whole = { workspaceId, generation: 1, dimension: '', value: '', currency: '', excluded: '', day };
    await db.prisma.kpiDay.create({ data: { ...whole, kpi: 'otd', n: 90, d: 100 } });
    await db.prisma.kpiDay.create({ data: { ...whole, kpi: 'ots', n: 900, d: 1_000 } });
  }
  const results = await race(db.url, 'judge-targets', rounds);
  expect([...new Set(pairs(results))].every((one) => one === '0 begun / 2 begun')).toBe(true);
  for (const { id: workspaceId } of workspaces) {
    expect(await db.prisma.issue.count({ where: { workspaceId } })).toBe(2);
    expect(await db.prisma.kpiBreach.count({ where: { workspaceId, endedAt: null } })).toBe(2);
  }
});
