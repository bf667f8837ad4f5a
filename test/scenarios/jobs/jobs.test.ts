import { expect, test } from 'vitest';
import { randomIds } from '../../../src/core/runtime/ids.ts';
import { openShop, type Shop } from '../../harness/shop.ts';

const at = '2026-03-02T07:00:00Z';

async function tickAt(shop: Shop, moment: string): Promise<void> {
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

/** Removes the built-in schedules, which would count as well. */
async function withoutBuiltIns(shop: Shop): Promise<void> {
  await shop.db.prisma.schedule.deleteMany({ where: { workspaceId: shop.workspace.id, owner: null } });
}

/** Due work that was set aside, of a kind that no longer exists. */
async function setAside(shop: Shop, subjects: readonly string[]): Promise<void> {
  await shop.db.prisma.dueWork.createMany({
    data: subjects.map((subject) => ({
      workspaceId: shop.workspace.id,
      kind: 'issues.reminder',
      subject,
      dueAt: new Date(at),
      attempts: 8,
      error: 'no such issue',
      setAside: true,
      correlationId: 'test',
    })),
  });
}

test('a manager sees that nothing is stuck, the next runs, and the runs of the last day', async () => {
  await using shop = await openShop({ at });
  await shop.omar.says('/ops jobs');
  const quiet = await shop.omar.sees('No background work is stuck');
  expect(quiet.ephemeral).toBe(true);
  expect(quiet.text).toContain('Scheduled runs, last 24 hours\nnone');
  expect(quiet.text).toContain('Tidying up: 21:30 EST');
  expect(quiet.text).toContain('jobs.tidy: 0 waiting, 0 active, 0 failed');

  await withoutBuiltIns(shop);
  await shop.ada.says('/ops heartbeat daily 08:30');
  await tickAt(shop, '2026-03-02T07:33:00Z');
  await shop.omar.says('/ops jobs');
  await shop.omar.sees('1 done; the latest began 3 minutes after its moment');
});

test('a message that could not be posted is sent again from the list, and its slot is done', async () => {
  await using shop = await openShop({ at });
  await withoutBuiltIns(shop);
  shop.expectComplaint(/restricted_action/);
  await shop.ada.says('/ops heartbeat <#C0OPSALERT|ops-alerts> daily 08:30');
  const { control } = shop.sandbox;
  await control.fault({ method: 'chat.postMessage', kind: 'error', error: 'restricted_action', times: 1 });
  await tickAt(shop, '2026-03-02T07:30:00Z');
  await shop.omar.says('/ops jobs');
  const list = await shop.omar.sees('1 thing waits for a person');
  expect(list.text).toContain('Message digests.edition in <#C0OPSALERT>');
  expect(list.text).toContain('Digest in <#C0OPSALERT>, 02:30: failed, its message could not be posted');

  await shop.omar.presses(list, 'Retry');
  await shop.omar.sees('No background work is stuck');
  await shop.vic.sees('Heartbeat', 'ops-alerts');
  await shop.app.idle();
  await shop.omar.says('/ops jobs');
  await shop.omar.sees('1 done; the latest began 0 minutes after its moment');
});

test('due work that was set aside is queued once; a second click says so', async () => {
  await using shop = await openShop({ at });
  await setAside(shop, ['issue 1']);
  await shop.omar.says('/ops jobs');
  await shop.omar.says('/ops jobs');
  const list = await shop.omar.sees('1 thing waits for a person');
  expect(list.text).toContain('Due work issues.reminder since 02:00\nno such issue');
  await shop.omar.presses(list, 'Retry');
  const after = await shop.omar.sees('No background work is stuck');
  expect(after.text).toContain('1 due, 0 later, 0 set aside');
  const where = { workspaceId: shop.workspace.id };
  expect(await shop.db.prisma.dueWork.findMany({ where })).toMatchObject([
    { setAside: false, attempts: 0, error: null, dueAt: new Date(at) },
  ]);
  const audit = await shop.db.prisma.auditEntry.findMany({ where: { ...where, operation: 'jobs.retry' } });
  expect(audit).toMatchObject([{ subjectKind: 'due', subjectId: 'issues.reminder issue 1' }]);

  await shop.omar.presses(await shop.omar.sees('1 thing waits for a person'), 'Retry');
  await shop.omar.sees('It has already been retried.');
});

test('a failed job is retried and succeeds', async () => {
  await using shop = await openShop({ at });
  const { pool } = shop.db;
  await pool.query(
    `INSERT INTO pgboss.job (name, data, state, retry_limit, retry_count, output, completed_on)
     VALUES ('jobs.tidy', $1, 'failed', 3, 3, '{"message": "the disk was full"}', $2)`,
    [{ workspaceId: shop.workspace.id, correlationId: 'test', data: {} }, new Date(at)],
  );
  await shop.omar.says('/ops jobs');
  const list = await shop.omar.sees('1 thing waits for a person');
  expect(list.text).toContain('Job jobs.tidy since 02:00\nthe disk was full');
  expect(list.text).toContain('jobs.tidy: 0 waiting, 0 active, 1 failed');
  await shop.omar.presses(list, 'Retry');
  expect((await shop.omar.sees('No background work is stuck')).text).toContain('jobs.tidy: 1 waiting');
  await shop.app.catchUp();
  await shop.omar.says('/ops jobs');
  await shop.omar.sees('jobs.tidy: 0 waiting, 0 active, 0 failed');
});

test('beyond ten, stuck work is counted; a person without the right learns who has it', async () => {
  await using shop = await openShop({ at });
  await setAside(
    shop,
    Array.from({ length: 12 }, (_, i) => `issue ${i}`),
  );
  await shop.omar.says('/ops jobs');
  expect((await shop.omar.sees('12 things wait for a person')).text).toContain('and 2 more');
  await shop.lena.says('/ops jobs');
  await shop.lena.sees('You may not see schedules, queues or failures: that is for a manager.');
});

test('small work that lacks something is counted by what it lacks, and a stuck piece is tried again from the list', async () => {
  await using shop = await openShop({ at });
  const piece = (n: number, more: object) => ({
    workspaceId: shop.workspace.id,
    id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    kind: 'approvals.run',
    subject: `request ${n}`,
    data: { approval: randomIds.uuid(new Date(at)) },
    state: 'parked',
    queuedAt: new Date(at),
    dueAt: new Date('2026-03-09T08:00:00Z'),
    attempts: 1,
    correlationId: 'test',
    ...more,
  });
  await shop.db.prisma.work.createMany({
    data: [
      piece(1, { missing: 'sku MUG-99' }),
      piece(2, { missing: 'sku MUG-99' }),
      piece(3, { missing: 'sku CUP-01' }),
      piece(4, { state: 'stuck', attempts: 9, error: 'no such request' }),
    ],
  });
  await shop.omar.says('/ops jobs');
  const list = await shop.omar.sees('1 thing waits for a person');
  expect(list.text).toContain('0 waiting, 1 set aside');
  expect(list.text).toContain('2 parked until there is sku MUG-99\n1 parked until there is sku CUP-01');
  expect(list.text).toContain('no such request');
  await shop.omar.presses(list, 'Retry');
  expect((await shop.omar.sees('No background work is stuck')).text).toContain('1 waiting, 0 set aside');
});
