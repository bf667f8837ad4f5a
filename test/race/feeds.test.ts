import { expect, test } from 'vitest';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { createEngine } from '../../src/engine.ts';
import { features } from '../../src/features/index.ts';
import { keepDrain } from '../../src/jobs/drain/drain.ts';
import { createLog } from '../../src/log.ts';
import { coveredUntil, hearings, sources } from './feeds.ts';
import { prepared } from './prepared.ts';
import { race } from './runner.ts';

test('two processes hear three feeds at once: nobody waits for ever, each arrival counts once, and the latest moment is kept', async () => {
  await using db = await prepared(1, ['viewer']);
  const outcomes = (await race(db.url, 'feeds', 1)).map((one) => one.outcomes);
  expect(outcomes).toEqual([['heard'], ['heard']]);
  const { id: workspaceId } = await db.prisma.workspace.findFirstOrThrow();
  const left = await db.prisma.work.count({ where: { workspaceId, kind: 'feeds.gather' } });
  expect(left).toBeGreaterThan(hearings);

  const clock = { ...systemClock, now: () => new Date(systemClock.now().getTime() + 10 * 60_000) };
  const engine = createEngine({ ...db, background: db, engine: 'PostgreSQL', connection: {} }, clock);
  const ground = {
    engine: { ...engine, contributions: contributionsOf(features) },
    clock,
    ids: randomIds,
    log: createLog('error'),
    commandPrefix: '',
  };
  await keepDrain(ground, db.prisma).drain(workspaceId);
  const feeds = await db.prisma.feed.findMany({ where: { workspaceId } });
  expect(feeds.map(({ source }) => source).sort()).toEqual([...sources].sort());
  expect(feeds.map((feed) => feed.coversUntil)).toEqual(sources.map(() => coveredUntil));
  const hours = await db.prisma.feedHour.findMany({ where: { workspaceId } });
  const sum = (of: (hour: (typeof hours)[number]) => number) => hours.reduce((all, one) => all + of(one), 0);
  expect(sum(({ arrivals }) => arrivals)).toBe(2 * hearings * sources.length);
  expect(sum(({ lags }) => (lags as Record<string, number>)['1'] ?? 0)).toBe(2 * hearings * sources.length);
});
