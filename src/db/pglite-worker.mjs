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
const server = new PGLiteSocketServer({ db: inTurns(database), path: socketPath, maxConnections: 100 });
await server.start();

/**
 * The socket server lets clients take turns message by message and holds a client's turn only while a
 * transaction is open. A statement is several messages (Parse, Bind, Execute … Sync) that share one unnamed slot:
 * between them another client's statement would take the slot over. This holds the turn until Sync.
 * @param {PGlite} database
 */
function inTurns(database) {
  let statementOpen = false;
  const [query, sync] = [...'QS'].map((letter) => letter.charCodeAt(0));
  // Terminate ends the client; a start-up packet has no letter and begins with the high byte of its length.
  const ends = new Set([query, sync, 'X'.charCodeAt(0), 0]);
  return new Proxy(database, {
    get(target, name) {
      if (name === 'isInTransaction') return () => statementOpen || target.isInTransaction();
      if (name === 'execProtocolRawStream') {
        return (/** @type {Uint8Array} */ message, /** @type {object} */ options) => {
          statementOpen = !ends.has(message[0] ?? 0);
          return target.execProtocolRawStream(message, options);
        };
      }
      if (name === 'exec') {
        // How the server rolls back for a client that went away in the middle.
        return (/** @type {string} */ sql) => {
          statementOpen = false;
          return target.exec(sql);
        };
      }
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

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
