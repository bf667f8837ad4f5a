import { randomUUID } from 'node:crypto';
import { access, constants, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfigError } from '../core/runtime/refusal.ts';
import { startPglite } from './pglite.ts';

/** `server`: stays and serves the others. `command`: comes and goes. */
export type OwnerKind = 'server' | 'command';

interface Owner {
  readonly host: string;
  readonly pid: number;
  readonly kind: OwnerKind;
  /** Null while the database starts or stops. */
  readonly socketDir: string | null;
}

export interface Embedded {
  readonly socketDir: string;
  /** Whether this process holds the data, or talks to the one that does. */
  readonly owned: boolean;
  stop(): Promise<void>;
}

/** The owner shows this often that it lives, for those who cannot see its process: another container on the same volume. */
const beatMs = 5_000;
const deadAfterMs = 30_000;
const heartbeat = 'heartbeat';

/** How long to wait for a starting owner, or for a command that has the data in hand. */
const patienceMs = 120_000;

/**
 * Opens `dataDir`, or connects to the process that has it open: two processes that opened the same folder
 * would silently lose data. The owner is named in `owner.json`; it is alive while its socket answers, or while its
 * heart beats and nothing shows that its process is dead.
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
    if (owner === 'unreadable' || state === 'gone') {
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
    if (!said) say(`Waiting for process ${owner.pid} on ${owner.host}, which has ${dataDir} in hand …`);
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
    const server = await startPglite({ dataDir: join(dataDir, 'pgdata') });
    await replace(file, { ...me, socketDir: server.socketDir });
    return {
      socketDir: server.socketDir,
      owned: true,
      async stop() {
        // The socket closes before the data is on disk: named meanwhile, it would make us look dead and let another in.
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

function startHeart(dataDir: string): () => Promise<void> {
  const file = join(dataDir, heartbeat);
  let beat: Promise<unknown> = Promise.resolve();
  const heart = setInterval(() => {
    // One beat that fails (a full disk) is no reason to end; six in a row would let others in only if they cannot see us.
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

/** Puts the owner's new state in place of the old, whole. */
async function replace(file: string, owner: Owner): Promise<void> {
  const next = `${file}.${randomUUID()}`;
  await writeFile(next, JSON.stringify(owner), { mode: 0o600 });
  await rename(next, file);
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

/**
 * Null when the file is gone: its process has just let go. `unreadable`: the machine lost power before the file was
 * on disk; no process of ours leaves half a file.
 */
async function readOwner(file: string): Promise<Owner | 'unreadable' | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

async function stateOf(
  dataDir: string,
  owner: Owner | 'unreadable',
): Promise<'serving' | 'changing hands' | 'gone'> {
  if (owner === 'unreadable') return 'gone';
  if (owner.socketDir && (await answers(join(owner.socketDir, '.s.PGSQL.5432')))) return 'serving';
  // A container restarted on the same folder has the same pid as the one before it.
  const mayLive = owner.host !== hostname() || (owner.pid !== process.pid && isRunning(owner.pid));
  return mayLive && (await beatsStill(dataDir)) ? 'changing hands' : 'gone';
}

/** Taking the data in hand counts as a beat. */
async function beatsStill(dataDir: string): Promise<boolean> {
  const beats = await Promise.all(
    ['owner.json', heartbeat].map(
      async (name) => (await stat(join(dataDir, name)).catch(() => null))?.mtimeMs ?? 0,
    ),
  );
  return (await fileSystemNow(dataDir)) - Math.max(...beats) < deadAfterMs;
}

/** A socket that is busy, or that we lack a descriptor for, is not a dead one. */
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
    if (owner && (await stateOf(dataDir, owner)) === 'gone') await rm(file, { force: true });
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
