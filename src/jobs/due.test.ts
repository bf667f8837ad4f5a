import { expect, test } from 'vitest';
import { builders } from '../../test/harness/builders.ts';
import { testDatabase } from '../../test/harness/database.ts';
import { jobGround } from '../../test/harness/jobs.ts';
import { loggedErrors } from '../../test/harness/log.ts';
import { acts, actsTogether } from '../core/declare/due.ts';
import { collect } from '../core/runtime/effects.ts';
import { inUnit } from '../core/runtime/unit.ts';
import { type DueKind, defineDue } from '../core/tokens/due.ts';
import { runDue } from './due.ts';
import { type JobGround, systemContext } from './ground.ts';

const reminder = defineDue('test.reminder');
const single = defineDue('test.single');
const echo = defineDue('test.echo');
const later = new Date('2026-03-02T09:00:00Z');

/** A kind of due work that records its runs as "subject at time". */
async function given(act?: (subject: string) => Date | null) {
  const turns: string[] = [];
  const handler = acts(reminder, async (ctx, subject) => {
    turns.push(`${subject} ${ctx.now.toISOString().slice(11, 16)}`);
    const changes = [{ subject: { kind: 'test', id: subject }, before: null, after: {} }];
    return { next: act?.(subject) ?? null, changes };
  });
  const jobs = await jobGround({ due: [handler] }, '2026-03-02T08:00:00Z');
  return { jobs, turns, clock: jobs.clock };
}

/** A kind whose batches are acted on at once; `turns` has the subjects of each. */
async function givenTogether(next: (subject: string) => Date | null = () => null) {
  const turns: string[] = [];
  const handler = actsTogether(reminder, async (_, pieces) => {
    turns.push(pieces.map(({ subject }) => subject).join(' '));
    return new Map(
      pieces.map(({ subject }) => {
        const changes = [{ subject: { kind: 'test', id: subject }, before: null, after: {} }];
        return [subject, { next: next(subject), changes, due: [echo.at(subject, later)] }];
      }),
    );
  });
  const alone = acts(single, async (_, subject) => {
    turns.push(`${subject} alone`);
    return { next: null, changes: [] };
  });
  const jobs = await jobGround({ due: [handler, alone] }, '2026-03-02T08:00:00Z');
  return { jobs, turns };
}

async function set(jobs: JobGround, subjects: Readonly<Record<string, string>>, kind: DueKind = reminder) {
  const due = Object.entries(subjects).map(([subject, at]) =>
    kind.at(subject, new Date(`2026-03-02T${at}Z`)),
  );
  await inUnit(systemContext(jobs, 'test'), {}, async (unit) => collect(unit.pending, { changes: [], due }));
}

async function listed({ workspace }: JobGround) {
  const { prisma } = await testDatabase();
  return await prisma.dueWork.findMany({
    where: { workspaceId: workspace.id },
    orderBy: [{ subject: 'asc' }, { kind: 'asc' }],
  });
}

async function acted({ workspace }: JobGround): Promise<readonly string[]> {
  const { prisma } = await testDatabase();
  const rows = await prisma.auditEntry.findMany({ where: { workspaceId: workspace.id } });
  return rows.map(({ operation, subjectId }) => `${operation} ${subjectId}`).sort();
}

test('due work runs once and leaves the list; later work waits', async () => {
  const { jobs, turns } = await given();
  await set(jobs, { later: '08:01', now: '08:00', before: '07:00' });
  await Promise.all([runDue(jobs), runDue(jobs)]);
  await runDue(jobs);
  expect(turns).toEqual(['before 08:00', 'now 08:00']);
  expect(await acted(jobs)).toEqual(['test.reminder before', 'test.reminder now']);
  expect((await listed(jobs)).map(({ subject }) => subject)).toEqual(['later']);
});

test('more work than one transaction takes runs in a single pass', async () => {
  const { jobs, turns } = await given();
  await set(jobs, Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`issue ${i}`, '07:00'])));
  await runDue(jobs);
  expect(turns.length).toBe(120);
  expect(new Set(turns).size).toBe(120);
  expect(await listed(jobs)).toEqual([]);
});

test('recurring work waits for its next moment; a moment already past runs in the next pass', async () => {
  const next: Record<string, string> = { repeat: '2026-03-02T08:15:00Z', missed: '2026-03-02T07:59:00Z' };
  const { jobs, turns, clock } = await given((subject) => new Date(next[subject] ?? ''));
  await set(jobs, { repeat: '08:00', missed: '07:00' });
  await runDue(jobs);
  expect(turns).toEqual(['missed 08:00', 'repeat 08:00']);
  clock.forward(60_000);
  await runDue(jobs);
  expect(turns.slice(2)).toEqual(['missed 08:01']);
  clock.set('2026-03-02T08:15:00Z');
  await runDue(jobs);
  expect(turns.slice(3).sort()).toEqual(['missed 08:15', 'repeat 08:15']);
});

test('work that an operation moved or cancelled does not run', async () => {
  const { jobs, turns } = await given();
  await set(jobs, { moved: '08:00', off: '08:00' });
  await set(jobs, { moved: '09:00' });
  await inUnit(systemContext(jobs, 'test'), {}, async (unit) =>
    collect(unit.pending, { changes: [], due: [reminder.never('off')] }),
  );
  await runDue(jobs);
  expect(turns).toEqual([]);
});

test('failed work is retried alone after a pause; the rest of its batch runs once', async () => {
  let broken = true;
  const { jobs, clock } = await given((subject) => {
    if (broken && subject === 'bad') throw new Error('no such issue');
    return null;
  });
  await set(jobs, { good: '08:00', bad: '08:00', fine: '08:00' });
  await runDue(jobs);
  expect(await acted(jobs)).toEqual(['test.reminder fine', 'test.reminder good']);
  expect(await listed(jobs)).toMatchObject([
    { subject: 'bad', attempts: 1, error: 'no such issue', dueAt: new Date('2026-03-02T08:01:00Z') },
  ]);
  broken = false;
  clock.forward(60_000);
  await runDue(jobs);
  expect(await acted(jobs)).toEqual(['test.reminder bad', 'test.reminder fine', 'test.reminder good']);
  expect(await listed(jobs)).toEqual([]);
});

test('neighbours of one kind are acted on at once, in the order in which all fell due', async () => {
  const { jobs, turns } = await givenTogether();
  await set(jobs, { c: '07:03', a: '07:00', b: '07:01' });
  await set(jobs, { x: '07:02' }, single);
  await runDue(jobs);
  expect(turns).toEqual(['a b', 'x alone', 'c']);
});

test('each subject of a batch has its own next moment, its own effects and the request that set it', async () => {
  const repeat = new Date('2026-03-02T08:15:00Z');
  const { jobs } = await givenTogether((subject) => (subject === 'again' ? repeat : null));
  for (const subject of ['once', 'again'])
    await inUnit(systemContext(jobs, 'test', `asked for ${subject}`), {}, async (unit) =>
      collect(unit.pending, { changes: [], due: [reminder.at(subject, jobs.clock.now())] }),
    );
  await runDue(jobs);
  const { prisma } = await testDatabase();
  const rows = await prisma.auditEntry.findMany({ where: { workspaceId: jobs.workspace.id } });
  expect(rows.map((row) => `${row.operation} ${row.subjectId}, ${row.correlationId}`).sort()).toEqual([
    'test.reminder again, asked for again',
    'test.reminder once, asked for once',
  ]);
  expect((await listed(jobs)).map(({ kind, subject, dueAt }) => ({ kind, subject, dueAt }))).toEqual([
    { kind: 'test.echo', subject: 'again', dueAt: later },
    { kind: 'test.reminder', subject: 'again', dueAt: repeat },
    { kind: 'test.echo', subject: 'once', dueAt: later },
  ]);
});

test('a batch that throws is acted on one by one: only the one at fault waits', async () => {
  const { jobs, turns } = await givenTogether((subject) => {
    if (subject === 'bad') throw new Error('no such issue');
    return null;
  });
  await set(jobs, { good: '07:00', bad: '07:01', fine: '07:02' });
  await runDue(jobs);
  expect(turns).toEqual(['good bad fine', 'good', 'bad', 'fine']);
  expect(await acted(jobs)).toEqual(['test.reminder fine', 'test.reminder good']);
  const left = (await listed(jobs)).filter(({ kind }) => kind === reminder.id);
  expect(left).toMatchObject([{ subject: 'bad', attempts: 1, error: 'no such issue' }]);
});

test('after eight attempts it is set aside with the error, and an admin is told once', async () => {
  const { jobs, clock } = await given(() => {
    throw new Error('no such issue');
  });
  const { prisma } = await testDatabase();
  await builders(prisma, jobs.workspace, clock.now()).person('Ada', 'U0ADA00001', ['admin']);
  await set(jobs, { bad: '08:00' });
  for (let i = 0; i < 12; i += 1) {
    await runDue(jobs);
    clock.forward(3_600_000);
  }
  expect(await listed(jobs)).toMatchObject([{ attempts: 8, setAside: true, error: 'no such issue' }]);
  const messages = await prisma.message.findMany({ where: { workspaceId: jobs.workspace.id } });
  expect(messages).toMatchObject([{ kind: 'jobs.trouble', place: 'U0ADA00001' }]);
  expect(messages[0]?.subject).toMatch(/^due 2026-03-02T\S+ test\.reminder bad$/);
  expect(loggedErrors().length).toBe(1);
});

test('work of an unknown kind waits an hour for a version that knows it, then is set aside', async () => {
  const { jobs, turns, clock } = await given();
  await set(jobs, { mystery: '08:00' }, defineDue('test.newer'));
  await set(jobs, { known: '08:00' });
  await runDue(jobs);
  expect(turns).toEqual(['known 08:00']);
  expect(await listed(jobs)).toMatchObject([{ subject: 'mystery', setAside: false }]);
  clock.forward(3_600_000);
  await runDue(jobs);
  expect(await listed(jobs)).toMatchObject([{ setAside: true, error: 'no feature knows test.newer' }]);
  expect(loggedErrors().length).toBe(1);
});
