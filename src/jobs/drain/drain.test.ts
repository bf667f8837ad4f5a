import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { builders } from '../../../test/harness/builders.ts';
import { testDatabase } from '../../../test/harness/database.ts';
import { jobGround } from '../../../test/harness/jobs.ts';
import { loggedErrors } from '../../../test/harness/log.ts';
import { type InHand, type WorkHandler, works, worksTogether } from '../../core/declare/work.ts';
import type { Tx } from '../../core/runtime/database.ts';
import { collect, type Effects } from '../../core/runtime/effects.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { inUnit } from '../../core/runtime/unit.ts';
import { defineFacts } from '../../core/tokens/fact.ts';
import { defineWork } from '../../core/tokens/work.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { claimWork } from '../../db/work/claim.ts';
import { type JobGround, systemContext } from '../ground.ts';
import { workBatch } from './batch.ts';
import { keepDrain } from './drain.ts';
import { setUnknownAside } from './failure.ts';
import { workTurns } from './turns.ts';

const letter = defineWork({ id: 'test.letter', data: z.object({ to: z.string() }), together: 10 });

type Act = (to: string) => Promise<Effects | { missing: string }>;
const written = (to: string): Effects => ({
  changes: [{ subject: { kind: 'letter', id: to }, before: null, after: {} }],
});

async function given(act: Act = async (to) => written(to), refused = false) {
  const handler = works(letter, {
    act: async (_, { data }) => await act(data.to),
    ...(refused && {
      refused: async (_: unknown, { data }: InHand<{ to: string }>, no: Refusal) =>
        written(`${data.to}: ${no.message}`),
    }),
  });
  const jobs = await jobGround({ work: [handler] }, '2026-03-02T08:00:00Z');
  return { jobs, handler, ...(await tools(jobs)) };
}

async function tools(jobs: JobGround) {
  const { prisma } = await testDatabase();
  const workspaceId = jobs.workspace.id;
  const change = async (effects: Partial<Effects>) =>
    await inUnit(systemContext(jobs, 'test', 'asked'), {}, async (unit) =>
      collect(unit.pending, { changes: [], ...effects }),
    );
  return {
    change,
    queue: async (...to: string[]) => await change({ work: to.map((one) => letter.on(one, { to: one })) }),
    drain: async () => await keepDrain(jobs.ground, prisma).drain(workspaceId),
    listed: async () => await prisma.work.findMany({ where: { workspaceId }, orderBy: { subject: 'asc' } }),
    done: async () =>
      (await prisma.auditEntry.findMany({ where: { workspaceId } })).map(({ subjectId }) => subjectId).sort(),
  };
}

test('work is done once and leaves the list, as part of the request that queued it', async () => {
  const { jobs, queue, drain, listed, done } = await given();
  await queue('Ada', 'Bo');
  await Promise.all([drain(), drain()]);
  expect(await done()).toEqual(['Ada', 'Bo']);
  expect(await listed()).toEqual([]);
  const { prisma } = await testDatabase();
  const where = { workspaceId: jobs.workspace.id };
  const recorded = { operation: 'test.letter', actorKind: 'system', correlationId: 'asked' };
  expect(await prisma.auditEntry.findMany({ where })).toMatchObject([recorded, recorded]);
});

test('work of a change that was rolled back does not exist', async () => {
  const { jobs, listed } = await given();
  const failing = inUnit(systemContext(jobs, 'test'), {}, async (unit) => {
    collect(unit.pending, { changes: [], work: [letter.on('Ada', { to: 'Ada' })] });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await listed()).toEqual([]);
});

test('a failure is tried again alone, later and later; the rest of its batch is done once', async () => {
  let broken = true;
  const { jobs, queue, drain, listed, done } = await given(async (to) => {
    if (broken && to === 'bad') throw new Error('no such street');
    return written(to);
  });
  await queue('Ada', 'bad', 'Bo');
  await drain();
  expect(await done()).toEqual(['Ada', 'Bo']);
  expect(await listed()).toMatchObject([
    { state: 'waiting', attempts: 1, error: 'no such street', dueAt: new Date('2026-03-02T08:00:05Z') },
  ]);
  await drain();
  expect(await listed()).toMatchObject([{ attempts: 1 }]);
  jobs.clock.forward(5_000);
  await drain();
  expect(await listed()).toMatchObject([{ attempts: 2, dueAt: new Date('2026-03-02T08:00:15Z') }]);
  broken = false;
  jobs.clock.forward(10_000);
  await drain();
  expect(await done()).toEqual(['Ada', 'Bo', 'bad']);
  expect(await listed()).toEqual([]);
});

test('after nine failures it waits for a person, and the admins are told', async () => {
  const { jobs, queue, drain, listed } = await given(async () => {
    throw new Error('no such street');
  });
  const { prisma } = await testDatabase();
  await builders(prisma, jobs.workspace, jobs.clock.now()).person('Ada', 'U0ADA00001', ['admin']);
  loggedErrors();
  await queue('Ada');
  for (let n = 0; n < 10; n += 1) {
    await drain();
    jobs.clock.forward(10 * 60_000);
  }
  expect(await listed()).toMatchObject([{ state: 'stuck', attempts: 9, error: 'no such street' }]);
  expect(loggedErrors()).toHaveLength(1);
  const told = await prisma.message.findMany({ where: { workspaceId: jobs.workspace.id } });
  expect(told).toMatchObject([{ kind: 'jobs.trouble', place: 'U0ADA00001' }]);
});

test('a refusal is no failure where the kind knows what to do with it', async () => {
  const { queue, drain, listed, done } = await given(async (to) => {
    if (to === 'bad') throw new Refusal('conflict', 'They have moved.');
    return written(to);
  }, true);
  await queue('Ada', 'bad');
  await drain();
  expect(await done()).toEqual(['Ada', 'bad: They have moved.']);
  expect(await listed()).toEqual([]);
});

test('what lacks something is parked under its name, and goes on when that arrives', async () => {
  const known = new Set(['Ada']);
  const { queue, drain, change, listed, done } = await given(async (to) =>
    known.has(to) ? written(to) : { missing: `address ${to}` },
  );
  await queue('Ada', 'Bo', 'Cy');
  await drain();
  expect(await done()).toEqual(['Ada']);
  expect(await listed()).toMatchObject([
    { subject: 'Bo', state: 'parked', missing: 'address Bo', error: null },
    { subject: 'Cy', state: 'parked', missing: 'address Cy' },
  ]);
  known.add('Bo');
  await change({ arrived: ['address Bo', 'address Dan'] });
  await drain();
  expect(await done()).toEqual(['Ada', 'Bo']);
  expect(await listed()).toMatchObject([{ subject: 'Cy', state: 'parked', attempts: 1 }]);
});

test('parked work is looked at now and then, in case nobody says what has arrived', async () => {
  const known = new Set<string>();
  const { jobs, queue, drain, listed } = await given(async (to) =>
    known.has(to) ? written(to) : { missing: `address ${to}` },
  );
  await queue('Bo');
  await drain();
  jobs.clock.forward(5 * 60_000);
  await drain();
  expect(await listed()).toMatchObject([{ attempts: 2, dueAt: new Date('2026-03-02T08:15:00Z') }]);
  known.add('Bo');
  jobs.clock.forward(10 * 60_000);
  await drain();
  expect(await listed()).toEqual([]);
});

test('work may be parked from the beginning, and be looked at a few times only', async () => {
  const rare = defineWork({ ...letter, id: 'test.rare', looks: 2 });
  let looked = 0;
  const handler = works(rare, {
    act: async (_, { data }) => {
      looked += 1;
      return { missing: `address ${data.to}` };
    },
  });
  const jobs = await jobGround({ work: [handler] }, '2026-03-02T08:00:00Z');
  const { change, drain, listed } = await tools(jobs);
  const look = new Date('2026-03-02T08:05:00Z');
  await change({ work: [rare.until('address Bo', 'Bo', { to: 'Bo' }, look)] });
  await drain();
  expect([looked, await listed()]).toMatchObject([
    0,
    [{ state: 'parked', missing: 'address Bo', dueAt: look }],
  ]);
  jobs.clock.forward(5 * 60_000);
  await drain();
  expect([looked, await listed()]).toMatchObject([1, [{ dueAt: new Date('2026-03-02T08:10:00Z') }]]);
  jobs.clock.forward(5 * 60_000);
  await drain();
  jobs.clock.forward(365 * 24 * 60 * 60_000);
  await drain();
  expect(looked).toBe(2);
  await change({ arrived: ['address Bo'] });
  await drain();
  expect(looked).toBe(3);
});

test('work about one subject is claimed together and in its order', async () => {
  const batches: string[][] = [];
  const handler = worksTogether(letter, async (_, pieces) => {
    batches.push(pieces.map(({ subject, data }) => `${subject} ${data.to}`));
    return { changes: [] };
  });
  const jobs = await jobGround({ work: [handler] }, '2026-03-02T08:00:00Z');
  const { change, drain } = await tools(jobs);
  const on = (subject: string, n: number) => letter.on(subject, { to: String(n) });
  await change({ work: [on('a', 1), on('b', 2), on('a', 3)] });
  jobs.clock.forward(1_000);
  await change({ work: [on('a', 4)] });
  await drain();
  expect(batches).toEqual([['a 1', 'b 2', 'a 3', 'a 4']]);
});

test('a workspace with much work holds nobody up', async () => {
  const order: string[] = [];
  const handler: WorkHandler = worksTogether(letter, async ({ workspace }, pieces) => {
    order.push(...pieces.map(() => workspace.id));
    return { changes: [] };
  });
  const busy = await jobGround({ work: [handler] }, '2026-03-02T08:00:00Z');
  const other = await jobGround({ work: [handler] }, '2026-03-02T08:00:00Z');
  await (await tools(busy)).queue(...Array.from({ length: 400 }, (_, n) => `busy ${n}`));
  await (await tools(other)).queue('other');
  const { prisma } = await testDatabase();
  const handlers = new Map([[letter.id, handler]]);
  const goesOn = () => !order.includes(other.workspace.id);
  await workTurns(busy.ground, prisma, handlers, { goesOn, families: [], only: null, lanes: new Map() });
  expect(order.indexOf(other.workspace.id)).toBeLessThanOrEqual(210);
  await workTurns(busy.ground, prisma, handlers, {
    goesOn: () => true,
    families: [],
    only: null,
    lanes: new Map(),
  });
  expect(order.length).toBe(401);
});

/** Work that is done apart, and the lane and size of each of its batches. */
async function apart() {
  const batches: string[] = [];
  const kind = defineWork({ ...letter, id: 'test.apart', apart: true });
  const handler = worksTogether(kind, async (_, pieces) => {
    const lanes = new Set(pieces.map(({ subject }) => subject.split(' ')[0]));
    batches.push(`${[...lanes].join(' and ')} ${pieces.length}`);
    return { changes: [] };
  });
  const jobs = await jobGround({ work: [handler] }, '2026-03-02T08:00:00Z');
  const given = await tools(jobs);
  const queue = async (lane: string, many: number) =>
    await given.change({
      work: Array.from({ length: many }, (_, n) => kind.on(`${lane} ${n}`, { to: String(n) })),
    });
  return { ...given, jobs, queue, batches, handler };
}

test('what is done apart takes turns: one with thousands that came first lets the others go on', async () => {
  const { jobs, queue, drain, batches, listed } = await apart();
  await queue('catching-up', 2_000);
  jobs.clock.forward(1_000);
  await queue('other', 25);
  await queue('another', 5);
  await drain();
  // Two hands, so which of the first ends first is open.
  const turns = (lane: string) => batches.flatMap((one, n) => (one.startsWith(`${lane} `) ? [n] : []));
  expect(batches.filter((one) => one.includes(' and '))).toEqual([]);
  expect(Math.max(...turns('other'), ...turns('another'))).toBeLessThan(10);
  expect([turns('catching-up').length, await listed()]).toEqual([200, []]);
});

test('lanes have their turns one after another, those of which something is due', async () => {
  const { jobs, queue, handler } = await apart();
  await queue('a', 1);
  jobs.clock.forward(1_000);
  await queue('b', 1);
  await queue('c', 1);
  const { database } = jobs.ground.engine;
  const claim = async (tx: Tx, now: Date, lane: string) =>
    (await claimWork(tx, handler.work, { now, lane })).map(({ subject }) => subject);
  const before = new Date('2026-03-02T08:00:00Z');
  await database.transaction(jobs.workspace.id, async (tx) => {
    expect(await claim(tx, before, 'a')).toEqual(['a 0']);
  });
  const now = jobs.clock.now();
  await database.transaction(jobs.workspace.id, async (tx) => {
    expect(await claim(tx, now, 'a')).toEqual(['b 0']);
    // What this transaction holds, it may have again.
    expect(await claim(tx, now, 'b')).toEqual(['c 0']);
    expect(await claim(tx, now, 'c')).toEqual(['a 0']);
  });
});

test('work of an unknown kind waits an hour for a newer replica, then for a person', async () => {
  const { jobs, change, drain, listed } = await given();
  const unknown = defineWork({ id: 'test.newer', data: z.object({}), together: 1 });
  await change({ work: [unknown.on('x', {})] });
  await drain();
  await setUnknownAside(jobs);
  expect(await listed()).toMatchObject([{ state: 'waiting' }]);
  jobs.clock.forward(60 * 60_000);
  loggedErrors();
  await setUnknownAside(jobs);
  expect(await listed()).toMatchObject([{ state: 'stuck', error: 'no feature knows test.newer' }]);
  loggedErrors();
});

test('a batch with no work claims none', async () => {
  const { jobs, handler } = await given();
  expect(await workBatch(jobs, handler, new Map())).toBe(0);
  const rows = await jobs.ground.engine.database.transaction(jobs.workspace.id, async (tx) =>
    claimWork(tx, letter, { now: jobs.clock.now(), lane: '' }),
  );
  expect(rows).toEqual([]);
});

test('an idle process asks the database less than once a second, and a commit wakes it at once', async () => {
  const { jobs } = await given();
  let asked = 0;
  const nobody = {
    $queryRaw: async () => {
      asked += 1;
      return [];
    },
  } as unknown as PrismaClient;
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const drain = keepDrain(jobs.ground, nobody);
  drain.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBeGreaterThan(20);
  expect(asked).toBeLessThan(60);
  const before = asked;
  drain.wake();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toBe(before + 1);
  await drain.stop();
});

test('facts that cannot be made hold up no other work, and rest', async () => {
  const family = defineFacts({ id: 'test', tables: {} });
  let tried = 0;
  const table = {
    family,
    table: 'order_fact',
    one: 'thing',
    version: 1,
    dimensions: [],
    subjects: async (_: unknown, after: string | null) => (after === null ? ['a'] : []),
    make: async () => {
      tried += 1;
      throw new Error('no such column');
    },
  };
  const handler = works(letter, { act: async (_, { data }) => written(data.to) });
  const jobs = await jobGround({ work: [handler], factTables: [table] }, '2026-03-02T08:00:00Z');
  const { queue, change, drain, listed } = await tools(jobs);
  await change({ facts: family.changed(['a']) });
  await queue('Ada');
  loggedErrors();
  await drain();
  await queue('Bo');
  await drain();
  expect(await listed()).toEqual([]);
  expect(tried).toBe(1);
  expect(loggedErrors()).toHaveLength(1);
});
