import { expect, test } from 'vitest';
import { acts } from '../../src/core/declare/due.ts';
import { defineFeature } from '../../src/core/declare/feature.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import type { Context, MutationContext } from '../../src/core/runtime/context.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { inUnit } from '../../src/core/runtime/unit.ts';
import { defineDue } from '../../src/core/tokens/due.ts';
import { writes } from '../../src/db/scope.ts';
import { createEngine } from '../../src/engine.ts';
import { features } from '../../src/features/index.ts';
import { runDue } from '../../src/jobs/due.ts';
import { systemContext } from '../../src/jobs/ground.ts';
import { createLog } from '../../src/log.ts';
import { prepared } from './prepared.ts';

const reminder = defineDue('race.reminder');

/** The same row of the domain, which both change. */
async function touch({ tx }: MutationContext) {
  await writes(tx).$executeRaw`
    UPDATE counter SET value = value + 1 WHERE workspace_id = ${tx.workspaceId}::uuid AND series = 'matter'`;
}

test('a reminder is cancelled at the moment it is due: both sides succeed, and neither sees a deadlock', async () => {
  await using db = await prepared(1, ['viewer']);
  const workspace = await db.prisma.workspace.findFirstOrThrow();
  const workspaceId = workspace.id;
  await db.prisma.counter.create({ data: { workspaceId, series: 'matter', value: 0 } });
  const now = systemClock.now();
  await db.prisma.dueWork.create({
    data: {
      workspaceId,
      kind: reminder.id,
      subject: 'matter',
      dueAt: now,
      attempts: 0,
      setAside: false,
      correlationId: 'race',
    },
  });
  let taken = () => {};
  const due = new Promise<void>((resolve) => {
    taken = resolve;
  });
  let changed = () => {};
  const matter = new Promise<void>((resolve) => {
    changed = resolve;
  });
  const contributions = defineFeature({
    name: 'race',
    title: 'Race',
    permissions: [],
    operations: [],
    due: [
      acts(reminder, async (ctx) => {
        taken();
        await matter;
        await touch(ctx);
        return { next: null, changes: [] };
      }),
    ],
  });
  const engine = createEngine({ ...db, background: db, engine: 'PostgreSQL', connection: {} }, systemClock);
  const ground = {
    engine: { ...engine, contributions: contributionsOf([...features, contributions]) },
    clock: systemClock,
    ids: randomIds,
    log: createLog('error'),
    commandPrefix: '',
  };
  const jobs = { ground, workspace };
  const ctx: Context = systemContext(jobs, 'somebody');
  const takenBack = inUnit(ctx, {}, async (unit) => {
    await touch(unit);
    changed();
    await due;
    unit.pending.due.push(reminder.never('matter'));
  });
  await Promise.all([takenBack, runDue(jobs)]);
  expect(await db.prisma.dueWork.count()).toBe(0);
});
