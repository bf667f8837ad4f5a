import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ConfigError } from '../core/runtime/refusal.ts';

export interface PgliteServer {
  /** The folder of the socket; `pg` takes it as its host. Only this user may enter it. */
  readonly socketDir: string;
  /** The whole database as a tar archive, to start another from. */
  dump(): Promise<Uint8Array>;
  stop(): Promise<void>;
}

const socketName = '.s.PGSQL.5432';
/** What the system holds of a socket's path, in bytes: 107 on Linux, 103 on macOS. */
const longestPath = process.platform === 'linux' ? 107 : 103;

/** Makes a new folder, so that no socket is there yet. Not inside the data folder, whose path is often too long. */
export async function folderForSocket(parents: readonly string[]): Promise<string> {
  const reasons: string[] = [];
  for (const parent of new Set(parents)) {
    // A relative one is another folder for another process, and looks like a host's name.
    const start = join(resolve(parent), 'quartermaster-');
    if (Buffer.byteLength(join(`${start}XXXXXX`, socketName)) > longestPath) {
      reasons.push(`${parent} is too long for a socket`);
      continue;
    }
    try {
      return await mkdtemp(start);
    } catch (error) {
      reasons.push(`${parent} cannot be used (${(error as NodeJS.ErrnoException).code})`);
    }
  }
  throw new ConfigError([
    `The embedded database finds no temporary folder: ${reasons.join(', ')}. Set TMPDIR to a short one that this user may write to.`,
  ]);
}

/**
 * Starts PostgreSQL compiled to WebAssembly in a worker thread, behind a socket that speaks PostgreSQL's protocol.
 * It serves one query at a time. Without `dataDir` it lives in memory.
 */
export async function startPglite(
  options: { dataDir?: string; loadFrom?: string } = {},
): Promise<PgliteServer> {
  const socketDir = await folderForSocket([tmpdir(), '/tmp']);
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { ...options, socketPath: join(socketDir, socketName) },
  });
  try {
    await once(worker, 'message');
  } catch (error) {
    await rm(socketDir, { recursive: true, force: true });
    throw error;
  }

  async function ask(question: string): Promise<unknown> {
    const answered = once(worker, 'message');
    worker.postMessage(question);
    return (await answered)[0];
  }
  return {
    socketDir,
    async dump() {
      const { dump } = (await ask('dump')) as { dump: ArrayBuffer };
      return new Uint8Array(dump);
    },
    async stop() {
      await ask('stop');
      await worker.terminate();
      await rm(socketDir, { recursive: true, force: true });
    },
  };
}
