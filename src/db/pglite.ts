import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface PgliteServer {
  /** The folder of the socket; `pg` takes it as its host. Only this user may enter it. */
  readonly socketDir: string;
  /** The whole database as a tar archive, to start another from. */
  dump(): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL compiled to WebAssembly in a worker thread, behind a socket that speaks PostgreSQL's protocol.
 * It serves one query at a time. Without `dataDir` it lives in memory.
 */
export async function startPglite(
  options: { dataDir?: string; loadFrom?: string } = {},
): Promise<PgliteServer> {
  // Not inside the data folder: the path of a socket may be no longer than about a hundred characters.
  const socketDir = await mkdtemp(join(tmpdir(), 'quartermaster-'));
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { ...options, socketPath: join(socketDir, '.s.PGSQL.5432') },
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
