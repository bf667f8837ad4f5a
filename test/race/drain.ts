import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { defineFeature } from '../../src/core/declare/feature.ts';
import { works, worksTogether } from '../../src/core/declare/work.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { contributionsOf } from '../../src/core/runtime/contributions.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import { defineWork } from '../../src/core/tokens/work.ts';
import type { OpenDatabase } from '../../src/db/open.ts';
import { writes } from '../../src/db/scope.ts';
import { createEngine } from '../../src/engine.ts';
import { vote } from '../../src/features/approvals/voting/vote.ts';
import { features } from '../../src/features/index.ts';
import { keepDrain } from '../../src/jobs/drain/drain.ts';
import { createLog } from '../../src/log.ts';
import { contextOf, type Ground } from '../../src/slack/app/request.ts';

export const many = defineWork({ id: 'race.many', data: z.object({}), together: 50 });
export const shared = defineWork({ id: 'race.shared', data: z.object({ n: z.number() }), together: 4 });

let taken = 0;
let torn = 0;

const contributions = defineFeature({
  name: 'race',
  title: 'Race',
  permissions: [],
  operations: [],
  work: [
    worksTogether(many, async (_, pieces) => {
      taken += pieces.length;
      return {
        changes: pieces.map(({ subject }) => ({
          subject: { kind: 'many', id: subject },
          before: null,
          after: {},
        })),
      };
    }),
    // Reads, waits and writes: two hands on one subject would lose what one of them wrote.
    works(shared, {
      async act({ tx }, { subject }) {
        const where = { workspaceId_series: { workspaceId: tx.workspaceId, series: subject } };
        const before = await writes(tx).counter.findUniqueOrThrow({ where });
        await wait(1);
        const { value } = await writes(tx).counter.update({ where, data: { value: { increment: 1 } } });
        if (value !== before.value + 1) torn += 1;
        taken += 1;
        return { changes: [] };
      },
    }),
  ],
});

function groundOf(db: OpenDatabase): Ground {
  const engine = {
    ...createEngine(db, systemClock),
    contributions: contributionsOf([...features, contributions]),
  };
  return { engine, clock: systemClock, ids: randomIds, log: createLog('error'), commandPrefix: '' };
}

/** Two processes do all work at once; returns this one's share, and how often a subject was in another hand too. */
export async function drain(db: OpenDatabase): Promise<string> {
  const workspace = await db.prisma.workspace.findFirstOrThrow();
  const ground = groundOf(db);
  const { drain } = keepDrain(ground, db.prisma);
  // What the other process holds is not there to be claimed: look until nothing is left.
  while ((await db.prisma.work.count()) > 0) await drain(workspace.id);
  return `${taken} ${torn}`;
}

/** Says yes to half of all requests at once, while the drain runs; returns when it began, and when the last yes and the last effect were. */
export async function yeses(db: OpenDatabase, { who }: { readonly who: string }): Promise<string> {
  const workspace = await db.prisma.workspace.findFirstOrThrow();
  const ground = groundOf(db);
  const drain = keepDrain(ground, db.background.prisma);
  const { id } = await db.prisma.person.findFirstOrThrow({ where: { name: who } });
  const person = {
    kind: 'person',
    id,
    name: who,
    slackUserId: `U${who.toUpperCase()}`,
    slackAdmin: false,
    roles: ['manager'],
    departments: [],
    timeZone: 'UTC',
  } as const;
  const approvals = await db.prisma.approval.findMany({ orderBy: { number: 'asc' } });
  const began = systemClock.now().getTime();
  drain.start();
  const mine = approvals.filter(({ number }) => number % 2 === (who === 'one' ? 0 : 1));
  const press = async (): Promise<void> => {
    for (let approval = mine.shift(); approval; approval = mine.shift()) {
      const engine = { ...ground.engine, wakeWork: drain.wake };
      const request = { workspace, delivery: null, correlationId: approval.id };
      const ctx = { ...contextOf({ ...ground, engine }, request, person), now: systemClock.now() };
      await vote.call(ctx, { id: approval.id, round: 1, choice: 'approve' });
    }
  };
  // As many at a time as there are connections: more would wait for one, and give up after ten seconds.
  await Promise.all(Array.from({ length: 10 }, press));
  const said = systemClock.now().getTime();
  const left = async () => await db.prisma.approval.count({ where: { state: { not: 'done' } } });
  // A yes that failed in the other process would be waited for without end.
  for (const end = systemClock.elapsed() + 90_000; (await left()) > 0; await wait(50))
    if (systemClock.elapsed() > end) throw new Error(`${await left()} requests have no effect`);
  const done = systemClock.now().getTime();
  await drain.stop();
  return `${began} ${said} ${done}`;
}
