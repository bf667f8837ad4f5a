import { randomUUID } from 'node:crypto';
import { access, constants, link, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfigError } from '../core/runtime/refusal.ts';
import { type PgliteServer, startPglite } from './pglite.ts';
import { type Owner, readOwner } from './start/owner-file.ts';

/** `server`: runs for long and serves the others. `command`: runs briefly. */
export type OwnerKind = Owner['kind'];

export interface Embedded {
  readonly socketDir: string;
  /** Whether this process has the data open, or is connected to the one that does. */
  readonly owned: boolean;
  stop(): Promise<void>;
}

/**
 * How often the owner shows that it is alive, for processes that cannot see it: another container on the same volume.
 */
const beatMs = 5_000;
const deadAfterMs = 30_000;
const heartbeat = 'heartbeat';

/** How long to wait for a starting owner, or for a command that has the data open. */
const patienceMs = 120_000;

/**
 * Opens `dataDir`, or connects to the process that has it open: two processes with the same folder open would silently
 * lose data. `owner.json` names the owner; it counts as alive while its socket answers, or while its heartbeat is fresh
 * and its process is not known to be dead.
 */
export async function openEmbedded(
  dataDir: string,
  kind: OwnerKind,
  say: (line: string) => void,
): Promise<Embedded> {
  const file = join(dataDir, 'owner.json');
  await prepare(dataDir);
  let said = false;
  for (let waited = 0; waited < patienceMs; waited += 200) {
    const me: Owner = { host: hostname(), pid: process.pid, kind, socketDir: null };
    if (await claim(file, me)) return await own(dataDir, file, me);
    const owner = await readOwner(file);
    if (owner === null) continue;
    const state = await stateOf(dataDir, owner);
    if (state === 'gone') {
      await removeStale(dataDir, file);
      continue;
    }
    if (owner !== 'unreadable' && state === 'serving' && owner.kind === 'server' && owner.socketDir) {
      if (kind === 'server') {
        throw new ConfigError([
          `${dataDir} is in use by process ${owner.pid}. Stop it first, or set DATABASE_URL: on PostgreSQL any number of replicas may run.`,
        ]);
      }
      return { socketDir: owner.socketDir, owned: false, stop: async () => {} };
    }
    const who = owner === 'unreadable' ? 'a process' : `process ${owner.pid} on ${owner.host}`;
    if (!said) say(`Waiting for ${who}, which has ${dataDir} open …`);
    said = true;
    await wait(200);
  }
  throw new ConfigError([
    `${dataDir} is held by a process that cannot be reached from here: ${file} names it. On one volume only one may run; set DATABASE_URL for more.`,
  ]);
}

async function own(dataDir: string, file: string, me: Owner): Promise<Embedded> {
  const stopHeart = startHeart(dataDir);
  async function letGo(): Promise<void> {
    await stopHeart();
    await rm(file, { force: true });
  }
  try {
    const server = await started(join(dataDir, 'pgdata'));
    await replace(file, { ...me, socketDir: server.socketDir });
    return {
      socketDir: server.socketDir,
      owned: true,
      async stop() {
        // The socket closes before the data is on disk: with a dead socket in the file we would look dead and let
        // another process in.
        await replace(file, me);
        await server.stop();
        await letGo();
      },
    };
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function started(dataDir: string): Promise<PgliteServer> {
  try {
    return await startPglite({ dataDir });
  } catch (error) {
    // The file system inside WebAssembly throws objects that are no errors.
    const { message, name } = error as Partial<Error>;
    throw new ConfigError([
      `The database in ${dataDir} does not start (${message?.split('\n', 1)[0] ?? name}): its files are damaged or of another version. Restore them from a backup, or move the folder away to begin with an empty database.`,
    ]);
  }
}

function startHeart(dataDir: string): () => Promise<void> {
  const file = join(dataDir, heartbeat);
  let beat: Promise<unknown> = Promise.resolve();
  const heart = setInterval(() => {
    // A single failed beat (a full disk) changes nothing; after six, only processes that cannot see ours would take
    // over.
    beat = writeFile(file, '').catch(() => {});
  }, beatMs);
  heart.unref();
  return async () => {
    clearInterval(heart);
    await beat;
    await rm(file, { force: true });
  };
}

async function prepare(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ConfigError([
      `DATA_DIR ${dataDir} cannot be used (${(error as NodeJS.ErrnoException).code}): name a folder that this user may write to.`,
    ]);
  }
}

/** Creates the owner file atomically if there is none; only one of several processes succeeds. */
async function claim(file: string, me: Owner): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(me), { mode: 0o600 });
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

/** Replaces the owner file atomically. */
async function replace(file: string, me: Owner): Promise<void> {
  const next = `${file}.${randomUUID()}`;
  await writeFile(next, JSON.stringify(me), { mode: 0o600 });
  await rename(next, file);
}

async function stateOf(
  dataDir: string,
  owner: Owner | 'unreadable',
): Promise<'serving' | 'changing hands' | 'gone'> {
  // Without a name in the file, only a heart can tell that somebody is there.
  if (owner === 'unreadable') return (await beatsStill(dataDir, [heartbeat])) ? 'changing hands' : 'gone';
  if (owner.socketDir && (await answers(join(owner.socketDir, '.s.PGSQL.5432')))) return 'serving';
  // A container restarted on the same folder has the same pid as the one before it.
  const mayLive = owner.host !== hostname() || (owner.pid !== process.pid && isRunning(owner.pid));
  return mayLive && (await beatsStill(dataDir)) ? 'changing hands' : 'gone';
}

/** Taking ownership counts as a beat. */
async function beatsStill(dataDir: string, files = ['owner.json', heartbeat]): Promise<boolean> {
  const beats = await Promise.all(
    files.map(async (name) => (await stat(join(dataDir, name)).catch(() => null))?.mtimeMs ?? 0),
  );
  return (await fileSystemNow(dataDir)) - Math.max(...beats) < deadAfterMs;
}

/** A busy socket, or one that we lack a descriptor for, is not dead. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'),
    );
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
 * Removes the file of a dead owner. Two processes may find it dead at once; without the gate the second would remove
 * the first one's new file.
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
    if (owner && (await stateOf(dataDir, owner)) === 'gone') await rm(file, { force: true });
  } finally {
    await rm(gate, { recursive: true, force: true });
  }
}

/** The file system's current time, comparable with its timestamps. */
async function fileSystemNow(dataDir: string): Promise<number> {
  const probe = join(dataDir, `.${randomUUID()}`);
  await writeFile(probe, '');
  const { mtimeMs } = await stat(probe);
  await rm(probe, { force: true });
  return mtimeMs;
}
