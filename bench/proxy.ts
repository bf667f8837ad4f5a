import { connect, createServer, type Socket } from 'node:net';

export interface CountingProxy extends AsyncDisposable {
  /** The database's address by way of the proxy. */
  readonly url: string;
  /** Statements that passed so far. */
  statements(): number;
}

/** Stands between the bot and PostgreSQL and counts its statements. */
export async function openProxy(databaseUrl: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements = 0;
  const server = createServer((client) => {
    const database = connect(Number(port || 5432), hostname);
    const count = countsStatements(() => {
      statements += 1;
    });
    client.on('data', count);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      // An end that breaks ends the other, too.
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    client.pipe(database);
    database.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy does not listen.');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.href,
    statements: () => statements,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const header = 5;
const startupHeader = 4;
// A simple query, and the execution of a parsed one.
const counted = ['Q'.charCodeAt(0), 'E'.charCodeAt(0)];

/** Reads the frontend's messages: a type, then the length of the rest. The first has no type. */
function countsStatements(found: () => void): (chunk: Buffer) => void {
  let left = Buffer.alloc(0);
  let isStarted = false;
  return (chunk) => {
    left = Buffer.concat([left, chunk]);
    for (;;) {
      const head = isStarted ? header : startupHeader;
      if (left.length < head) return;
      const length = left.readInt32BE(head - 4) + head - 4;
      if (left.length < length) return;
      if (isStarted && counted.includes(left[0] ?? 0)) found();
      isStarted = true;
      left = left.subarray(length);
    }
  };
}
