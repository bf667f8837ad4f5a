import { expect, test } from 'vitest';
import { newContext, newWorkspace, testDatabase } from '../../../test/harness/database.ts';
import { Secret } from '../../core/runtime/secret.ts';
import { createLog } from '../../log.ts';
import { keyFaults } from './check.ts';
import { readKeys, type SecretsKey } from './keys.ts';
import { fromTheFirst, rotateBatch } from './rotate.ts';
import { secretsUnder } from './secrets.ts';

const text = 'whsec_5up3r';
const keyOf = (id: string, fill: number): SecretsKey => ({ id, bytes: Buffer.alloc(32, fill) });
const [old, young] = [keyOf('2025', 1), keyOf('2026', 2)];

async function bench() {
  const ctx = await newContext();
  const { database } = ctx.engine;
  const id = ctx.ids.uuid(ctx.now);
  const key = { id, purpose: 'sources.webhook' };
  const scope = database.scope(ctx.workspace.id);
  const { prisma } = await testDatabase();
  return {
    ctx,
    key,
    scope,
    prisma,
    where: { workspaceId_id: { workspaceId: ctx.workspace.id, id } },
    keep: async (keys: readonly SecretsKey[], one = key) =>
      await database.transaction(ctx.workspace.id, async (tx) =>
        secretsUnder(keys).keep(tx, one, new Secret(text), ctx.now),
      ),
    rotate: async (first: SecretsKey, ...others: SecretsKey[]) =>
      await database.transaction(ctx.workspace.id, async (tx) =>
        rotateBatch(tx, [first, ...others], fromTheFirst, ctx.now),
      ),
  };
}

test('a secret is kept sealed and opens for its row, workspace and purpose alone', async () => {
  const { key, scope, prisma, where, keep, ctx } = await bench();
  await keep([old]);
  const secrets = secretsUnder([old]);
  expect((await secrets.find(scope, key))?.reveal()).toBe(text);
  expect(await secrets.find(scope, { ...key, purpose: 'roads.pager' })).toBeNull();
  const row = await prisma.sealedSecret.findUniqueOrThrow({ where });
  expect(Buffer.from(row.sealed).includes(text)).toBe(false);
  expect(row.keyId).toBe('2025');
  // Somebody with access to the database moves it: to another purpose, row and workspace.
  const other = await newWorkspace();
  const id = ctx.ids.uuid(ctx.now);
  const moved = [{ purpose: 'roads.pager' }, { id }, { workspaceId: other.id }];
  for (const change of moved) {
    const data = { ...row, id: ctx.ids.uuid(ctx.now), ...change, sealed: Uint8Array.from(row.sealed) };
    await prisma.sealedSecret.create({ data });
    const there = ctx.engine.database.scope(data.workspaceId);
    await expect(secrets.find(there, { id: data.id, purpose: data.purpose })).rejects.toThrow(
      'does not open',
    );
    await prisma.sealedSecret.deleteMany({ where: { workspaceId: data.workspaceId, id: data.id } });
  }
});

test('the same secret is sealed differently each time, and a later one replaces it', async () => {
  const { prisma, where, keep } = await bench();
  await keep([old]);
  const before = await prisma.sealedSecret.findUniqueOrThrow({ where });
  await keep([young, old]);
  const after = await prisma.sealedSecret.findUniqueOrThrow({ where });
  expect(after.keyId).toBe('2026');
  expect(Buffer.from(after.sealed).equals(Buffer.from(before.sealed))).toBe(false);
});

test('a row is never kept for two purposes', async () => {
  const { key, keep } = await bench();
  await keep([old]);
  await expect(keep([old], { ...key, purpose: 'roads.pager' })).rejects.toThrow('another purpose');
});

test('without a key nothing is kept, and a missing or wrong key says which one and what to do', async () => {
  const { key, scope, keep } = await bench();
  await expect(keep([])).rejects.toThrow('I have no key to seal secrets with');
  await keep([old]);
  await expect(secretsUnder([young]).find(scope, key)).rejects.toMatchObject({
    kind: 'unavailable',
    message: 'A secret is sealed under the key 2025, which I do not have.',
    next: expect.stringContaining('puts the right 2025 into `SECRET_KEYS`'),
  });
  await expect(secretsUnder([keyOf('2025', 9)]).find(scope, key)).rejects.toThrow(
    'the key 2025 is not the one that sealed it',
  );
});

test('the start names every key that is missing or was changed', async () => {
  const { prisma, keep, where } = await bench();
  await keep([keyOf('start-a', 3)]);
  // Other tests keep secrets in this database, under keys of their own.
  const faults = async (...keys: readonly SecretsKey[]) =>
    (await keyFaults(prisma, keys)).filter((fault) => fault.includes('start-a'));
  expect(await faults(old, young, keyOf('start-a', 3))).toEqual([]);
  expect(await faults(old, young)).toEqual([
    'SECRET_KEYS lacks a key: 1 secret is sealed under the key start-a. Add start-a:<its key>, behind the one that seals.',
  ]);
  expect(await faults(old, young, keyOf('start-a', 4))).toEqual([
    'SECRET_KEYS names another key start-a than before: 1 secret is sealed under the key start-a. Put the earlier one back.',
  ]);
  await prisma.sealedSecret.delete({ where });
});

test('a rotation seals anew under the first key, leaves what it cannot open, and may run again', async () => {
  const { key, scope, ctx, prisma, keep, rotate } = await bench();
  await keep([old]);
  const lost = { id: ctx.ids.uuid(ctx.now), purpose: 'roads.pager' };
  await keep([keyOf('lost', 7)], lost);
  expect(await rotate(young, old)).toEqual({ resealed: 1, unopened: ['lost'], next: null });
  expect((await secretsUnder([young]).find(scope, key))?.reveal()).toBe(text);
  expect(await rotate(young)).toEqual({ resealed: 0, unopened: ['lost'], next: null });
  await prisma.sealedSecret.deleteMany({ where: { workspaceId: ctx.workspace.id, id: lost.id } });
});

test('a rotation goes on behind its last batch', async () => {
  const { ctx, keep, rotate } = await bench();
  for (let n = 0; n < 101; n += 1)
    await keep([old], { id: ctx.ids.uuid(ctx.now), purpose: 'sources.webhook' });
  const first = await rotate(young, old);
  expect(first).toMatchObject({ resealed: 100, next: expect.any(String) });
  expect(await rotate(young, old)).toEqual({ resealed: 1, unopened: [], next: null });
});

test('a secret shows its text to nobody who prints, serialises or logs it', () => {
  const secret = new Secret(text);
  let line = '';
  const log = createLog('info', { write: (more) => (line += more) });
  log.info({ secret, of: { it: secret }, list: [secret] }, `about ${secret}`);
  expect(`${JSON.stringify({ secret })} ${secret} ${line}`).not.toContain(text);
});

test.each([
  ['', 0],
  [`a:${Buffer.alloc(32, 1).toString('base64')}`, 1],
  [`a:${Buffer.alloc(32, 1).toString('base64')}, b:${Buffer.alloc(32, 2).toString('base64url')}`, 2],
])('keys are read from "%s"', (written, many) => {
  expect(readKeys(written)).toHaveLength(many);
});

test.each([
  ['c2VjcmV0', 'holds a key (number 1) that is not written as name:key'],
  ['a:c2VjcmV0', 'holds a key, a, that is not 32 bytes in base64: openssl rand -base64 32 makes one'],
  [`a:${'A'.repeat(43)}=,a:${'B'.repeat(43)}=`, 'names two keys a'],
])('keys written as "%s" are refused without being shown', (written, sentence) => {
  expect(readKeys(written)).toBe(sentence);
});
