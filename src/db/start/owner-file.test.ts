import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readOwner } from './owner-file.ts';

const me = { host: 'here', pid: 4711, kind: 'server', socketDir: null };

async function read(content: string | null) {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-owner-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'owner.json');
  if (content !== null) await writeFile(file, content);
  return await readOwner(file);
}

test('the owner of a data folder is read from its file, and no file is no owner', async () => {
  expect(await read(JSON.stringify(me))).toEqual(me);
  expect(await read(null)).toBeNull();
});

test.each([
  '',
  '{',
  '[]',
  'null',
  '7',
  '"x"',
  '{}',
  JSON.stringify({ ...me, pid: 'many' }),
  JSON.stringify({ ...me, pid: 2 ** 60 }),
  JSON.stringify({ ...me, pid: 0 }),
  JSON.stringify({ ...me, kind: 'cat' }),
])('a file that holds %j names nobody', async (content) => {
  expect(await read(content)).toBe('unreadable');
});
