import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfigError } from '../core/refusal.ts';
import { startPglite } from './pglite.ts';

/** `server`: stays and serves the others. `command`: comes and goes. */
export type OwnerKind = 'server' | 'command';

interface Owner {
  readonly pid: number;
  readonly kind: OwnerKind;
  /** Null while the database starts. */
  readonly socketDir: string | null;
}

export interface Embedded {
  readonly socketDir: string;
  /** Whether this process holds the data, or talks to the one that does. */
  readonly owned: boolean;
  stop(): Promise<void>;
}

/** How long to wait for a starting owner, or for a command that has the data in hand. */
const patienceMs = 120_000;

/**
 * Opens `dataDir`, or connects to the process that has it open: two processes that opened the same folder
 * would silently lose data. The owner is named in `owner.json`; it is alive while its socket answers.
 */
export async function openEmbedded(
  dataDir: string,
  kind: OwnerKind,
  say: (line: string) => void,
): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'owner.json');
  let said = false;
  for (let waited = 0; waited < patienceMs; waited += 200) {
    if (await claim(file, { pid: process.pid, kind, socketDir: null })) return await own(dataDir, file, kind);
    const owner = await readOwner(file);
    if (owner === null) continue;
    const state = await stateOf(owner);
    if (state === 'gone') {
      await removeStale(dataDir, file);
      continue;
    }
    if (state === 'serving' && owner.kind === 'server' && owner.socketDir) {
      if (kind === 'server') {
        throw new ConfigError([
          `${dataDir} is in use by process ${owner.pid}. Stop it first, or set DATABASE_URL: on PostgreSQL any number of replicas may run.`,
        ]);
      }
      return { socketDir: owner.socketDir, owned: false, stop: async () => {} };
    }
    if (!said) say(`Waiting for process ${owner.pid}, which has ${dataDir} in hand …`);
    said = true;
    await wait(200);
  }
  throw new ConfigError([
    `${file} names a process that does not answer. If it is not Quartermaster, delete the file and start again.`,
  ]);
}

async function own(dataDir: string, file: string, kind: OwnerKind): Promise<Embedded> {
  try {
    const server = await startPglite({ dataDir: join(dataDir, 'pgdata') });
    const next = `${file}.${randomUUID()}`;
    await writeFile(
      next,
      JSON.stringify({ pid: process.pid, kind, socketDir: server.socketDir } satisfies Owner),
    );
    await rename(next, file);
    return {
      socketDir: server.socketDir,
      owned: true,
      async stop() {
        await server.stop();
        await rm(file, { force: true });
      },
    };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Creates the file, whole, if there is none; only one of several processes succeeds. */
async function claim(file: string, owner: Owner): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Null when the file is gone: its process has just let go. */
async function readOwner(file: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function stateOf(owner: Owner): Promise<'serving' | 'starting' | 'gone'> {
  if (owner.socketDir && (await answers(join(owner.socketDir, '.s.PGSQL.5432')))) return 'serving';
  // A container restarted on the same folder has the same pid as the one before it.
  if (owner.socketDir || owner.pid === process.pid || !isRunning(owner.pid)) return 'gone';
  return 'starting';
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes the file of a dead owner. Two processes may find it dead at once; without the gate the second
 * would remove the file that the first has just written for itself.
 */
async function removeStale(dataDir: string, file: string): Promise<void> {
  const gate = join(dataDir, 'takeover');
  try {
    await mkdir(gate);
  } catch {
    const made = await stat(gate).catch(() => null);
    const now = await fileSystemNow(dataDir);
    if (made && now - made.mtimeMs > 10_000) await rm(gate, { recursive: true, force: true });
    await wait(100);
    return;
  }
  try {
    const owner = await readOwner(file);
    if (owner && (await stateOf(owner)) === 'gone') await rm(file, { force: true });
  } finally {
    await rm(gate, { recursive: true, force: true });
  }
}

/** The file system's own idea of now, comparable with the times it stamps. */
async function fileSystemNow(dataDir: string): Promise<number> {
  const probe = join(dataDir, `.${randomUUID()}`);
  await writeFile(probe, '');
  const { mtimeMs } = await stat(probe);
  await rm(probe, { force: true });
  return mtimeMs;
}
