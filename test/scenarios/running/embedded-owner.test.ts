import { utimesSync } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEmbedded } from '../../../src/db/embedded.ts';
import { layMigrated } from '../../harness/migrated.ts';
import { runScript } from '../../harness/processes.ts';

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-owner-'));
  onTestFinished(async () => await rm(folder, { recursive: true, force: true }));
  return folder;
}

test('an owner that stops keeps others out until its data is on disk', async () => {
  const folder = layMigrated(await dataFolder());
  const file = join(folder, 'owner.json');
  const owner = runScript('test/harness/owner.ts', [], { DATA_DIR: folder });
  await owner.says('serving');
  const { socketDir } = JSON.parse(await readFile(file, 'utf8'));
  const closing = watch(socketDir)[Symbol.asyncIterator]().next();
  owner.child.kill('SIGTERM');
  await closing;
  // From here on the socket is dead: a process that found it in the file would take the owner for dead.
  expect(await readFile(file, 'utf8').catch(() => '')).not.toContain(socketDir);

  const said: string[] = [];
  const next = await openEmbedded(folder, 'command', (line) => said.push(line));
  expect(next.owned).toBe(true);
  await next.stop();
  expect(await owner.ended()).toBe(0);
  expect(await access(file).catch(() => 'no lock is left')).toBe('no lock is left');
});

test('an owner in another container, with process and socket out of sight, is left alone while its heart beats', async () => {
  const folder = layMigrated(await dataFolder());
  const file = join(folder, 'owner.json');
  const elsewhere = { host: 'another-container', pid: process.pid, kind: 'server', socketDir: '/nowhere' };
  await writeFile(file, JSON.stringify(elsewhere));
  const said: string[] = [];
  const opening = openEmbedded(folder, 'command', (line) => {
    said.push(line);
    // Its last beat is a minute old: now it is taken over.
    utimesSync(file, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
  });
  const opened = await opening;
  expect(said).toEqual([expect.stringContaining('on another-container, which has')]);
  expect(opened.owned).toBe(true);
  await opened.stop();
});

test('a lock file emptied by a power failure is taken over', async () => {
  const folder = layMigrated(await dataFolder());
  await writeFile(join(folder, 'owner.json'), '');
  const owned = await openEmbedded(folder, 'command', () => {});
  expect(owned.owned).toBe(true);
  await owned.stop();
});

test('a lock file that cannot be read is left alone while a heart beats, and taken over when it stops', async () => {
  const folder = layMigrated(await dataFolder());
  await writeFile(join(folder, 'owner.json'), 'overwritten');
  await writeFile(join(folder, 'heartbeat'), '');
  const said: string[] = [];
  const opened = await openEmbedded(folder, 'command', (line) => {
    said.push(line);
    utimesSync(join(folder, 'heartbeat'), new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
  });
  expect(said).toEqual([`Waiting for a process, which has ${folder} open …`]);
  await opened.stop();
});

test('a lock that is a folder, and data that cannot be read, are sentences that say what to do', async () => {
  const folder = await dataFolder();
  await mkdir(join(folder, 'owner.json'));
  await expect(openEmbedded(folder, 'command', () => {})).rejects.toThrow('then remove it');
  await rm(join(folder, 'owner.json'), { recursive: true });
  await writeFile(join(folder, 'pgdata'), 'no folder');
  await expect(openEmbedded(folder, 'command', () => {})).rejects.toThrow(
    /^The database in .* does not start \(ErrnoError\): its files are damaged .* move the folder away/,
  );
  expect(await access(join(folder, 'owner.json')).catch(() => 'no lock is left')).toBe('no lock is left');
});

test('an unusable data folder is a configuration error with a sentence and exit code 2', async () => {
  const folder = await dataFolder();
  const file = join(folder, 'file');
  await writeFile(file, '');
  const ask = runScript('scripts/ask.ts', ['/ops help'], { DATA_DIR: file });
  expect(await ask.ended()).toBe(2);
  expect(ask.output()).toContain('name a folder that this user may write to');
});
