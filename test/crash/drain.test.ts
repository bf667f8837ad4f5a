import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { runScript } from '../harness/processes.ts';
import { shared } from '../race/drain.ts';
import { prepared } from '../race/prepared.ts';

const kills = 12;
const pieces = 3_000;
const at = new Date('2026-01-01T00:00:00Z');

test('killed at twelve moments of its work, nothing is lost and nothing is done twice', async () => {
  await using db = await prepared(1, ['viewer']);
  const { prisma, url } = db;
  const { id: workspaceId } = await prisma.workspace.findFirstOrThrow();
  const subjects = Array.from({ length: pieces / 10 }, (_, n) => `subject ${n}`);
  await prisma.counter.createMany({ data: subjects.map((series) => ({ workspaceId, series, value: 0 })) });
  await prisma.work.createMany({
    data: Array.from({ length: pieces }, (_, n) => ({
      workspaceId,
      id: randomIds.uuid(at),
      kind: shared.id,
      subject: subjects[n % subjects.length] ?? '',
      data: { n },
      state: 'waiting',
      queuedAt: at,
      dueAt: at,
      attempts: 0,
      correlationId: 'crash',
    })),
  });
  const left: number[] = [];
  const drainer = () => runScript('test/crash/drainer.ts', [], { DATABASE_URL: url });
  for (let kill = 0; kill < kills; kill += 1) {
    const one = drainer();
    await one.says('begun');
    const before = await prisma.work.count();
    while ((await prisma.work.count()) === before) await wait(5);
    // Seeded moments of its batches.
    await wait((kill * 7) % 23);
    one.child.kill('SIGKILL');
    await one.ended();
    left.push(await prisma.work.count());
  }
  const last = drainer();
  expect(await last.ended(), last.output()).toBe(0);
  console.log(`${kills} kills, ${pieces} pieces; left after each kill: ${left.join(', ')}`);
  // It was killed while there was work, or the test says nothing.
  expect(left.filter((n) => n > 0 && n < pieces).length).toBe(kills);
  expect(await prisma.work.count()).toBe(0);
  const counted = await prisma.counter.findMany({ where: { series: { in: subjects } } });
  expect(counted.filter(({ value }) => value !== 10)).toEqual([]);
}, 600_000);
