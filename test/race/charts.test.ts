import pg from 'pg';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { asSystem } from '../../src/core/runtime/system.ts';
import { createEngine } from '../../src/engine.ts';
import { beginPicture, noteUploaded } from '../../src/features/charts/draw.ts';
import { features } from '../../src/features/index.ts';
import { systemContext } from '../../src/jobs/ground.ts';
import { createLog } from '../../src/log.ts';
import { prepared } from './prepared.ts';

const contentHash = 'the same';

test('a picture is noted at the moment that another looks whether it is there: both succeed, and everybody gets it once', async () => {
  await using db = await prepared(1, ['viewer']);
  const workspace = await db.prisma.workspace.findFirstOrThrow();
  const [workspaceId, now] = [workspace.id, systemClock.now()];
  const engine = createEngine({ ...db, background: db, engine: 'PostgreSQL', connection: {} }, systemClock);
  const ground = {
    engine: { ...engine, contributions: contributionsOf(features) },
    clock: systemClock,
    ids: randomIds,
    log: createLog('error'),
    commandPrefix: '',
  };
  const ctx = asSystem(systemContext({ ground, workspace }, 'race'), 'race');
  const [first, second] = [randomIds.uuid(now), randomIds.uuid(now)];
  for (const [id, slackUserId] of [
    [first, 'U0VIC'],
    [second, 'U0LENA'],
  ] as const)
    await db.prisma.chartRequest.create({
      data: {
        ...{ workspaceId, id, contentHash, chart: {}, slackUserId, state: 'waiting', shown: null },
        ...{ askedAt: now, attempts: 0, posts: 1 },
      },
    });
  await beginPicture.call(ctx, { id: first });

  // Holds the picture until both wait for it, who noted it first.
  const [holder, watcher] = [
    new pg.Client({ connectionString: db.url }),
    new pg.Client({ connectionString: db.url }),
  ];
  await Promise.all([holder.connect(), watcher.connect()]);
  const waiting = async (many: number) => {
    for (;;) {
      const { rows } = await watcher.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
      );
      if (rows[0]?.n === many) return;
    }
  };
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM chart_picture FOR UPDATE');
    const noted = noteUploaded.call(ctx, { contentHash, slackFile: 'F0ONE' });
    await waiting(1);
    const looked = beginPicture.call(ctx, { id: second });
    await waiting(2);
    await holder.query('COMMIT');
    expect(await Promise.allSettled([noted, looked])).toMatchObject([
      { status: 'fulfilled' },
      { status: 'fulfilled', value: null },
    ]);
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
  const requests = await db.prisma.chartRequest.findMany({ where: { workspaceId } });
  expect(requests.map(({ state, slackFile }) => [state, slackFile])).toEqual([
    ['ready', 'F0ONE'],
    ['ready', 'F0ONE'],
  ]);
  const posts = await db.prisma.message.findMany({ where: { workspaceId, kind: 'charts.drawn' } });
  expect(posts.map(({ place }) => place).toSorted()).toEqual(['U0LENA', 'U0VIC']);
});
