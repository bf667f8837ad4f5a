// The embedded database in its own thread, so that it never blocks the bot's event loop.
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
keepClientsApart(server);

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

/**
 * The socket server passes on one protocol message at a time. After an error PostgreSQL skips everything up to the next
 * Sync, so one client's mistake made it skip, or answer, another's query (observed). Here a query goes in whole, from
 * Parse to Sync; and a client killed inside a transaction is rolled back even if its last query is still running.
 */
function keepClientsApart({ queryQueue: queue }) {
  if (!queue?.clearTransactionIfNeeded) throw new Error('pglite-socket has changed: see keepClientsApart.');
  // Parse, Bind, Describe, Execute and Close wait for their Sync.
  const partOfQuery = new Set(Buffer.from('PBDEC'));
  const waiting = new Map();
  const enqueue = queue.enqueue.bind(queue);
  queue.enqueue = async (handlerId, message, onData) => {
    const parts = [...(waiting.get(handlerId) ?? []), message];
    if (partOfQuery.has(message[0]) && !isStartup(message)) {
      waiting.set(handlerId, parts);
      return 0;
    }
    waiting.delete(handlerId);
    return await enqueue(handlerId, new Uint8Array(Buffer.concat(parts)), onData);
  };
  queue.clearTransactionIfNeeded = async (handlerId) => {
    waiting.delete(handlerId);
    // After the client's own running query, before the queued queries of others.
    await database.runExclusive(async () => {});
    if (queue.lastHandlerId !== handlerId) return;
    if (database.isInTransaction()) await database.exec('ROLLBACK');
    queue.lastHandlerId = null;
    await queue.processQueue();
  };
}

/** The first message of a connection has no type, only its length. */
function isStartup(message) {
  return message.length >= 8 && message[0] === 0;
}
