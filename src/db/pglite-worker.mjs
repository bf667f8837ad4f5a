// The embedded database in a thread of its own, so that its work never blocks the bot's event loop.
// Plain JavaScript: a TypeScript worker thread does not start under vitest on Node 20.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** @type {{ dataDir?: string, socketPath: string, loadFrom?: string }} */
const { dataDir, socketPath, loadFrom } = workerData;
const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread.');

const database = await PGlite.create({
  ...(dataDir ? { dataDir } : {}),
  ...(loadFrom ? { loadDataDir: new Blob([await readFile(loadFrom)]) } : {}),
  extensions: { pg_trgm, btree_gin },
});
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 100 });
await server.start();

port.on('message', async (message) => {
  if (message === 'stop') {
    await server.stop();
    await database.close();
    port.postMessage('stopped');
    port.close();
  }
  if (message === 'dump') {
    const dump = await database.dumpDataDir('none');
    port.postMessage({ dump: await dump.arrayBuffer() });
  }
});
port.postMessage('ready');
