import { connect, createServer, type Socket } from 'node:net';

/** Stands between a process and PostgreSQL, slows the line down, and can cut it at the worst moment. */
export interface DatabaseProxy {
  /** The address of the database behind it, by way of the proxy. */
  readonly url: string;
  /** The next COMMIT reaches the server; its answer does not come back, and the line is gone. */
  cutAfterCommit(): void;
  /** How many lines were cut so. */
  cuts(): number;
  /** Every line breaks, and nobody can connect until `start`. */
  stop(): void;
  start(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

const commit = Buffer.from('COMMIT');

/** `delayMs`: how long each message takes on its way, either way. `port`: 0 for any that is free. */
export async function databaseProxy(
  databaseUrl: string,
  { delayMs = 0, port = 0 } = {},
): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let armed = false;
  let stopped = false;
  let cuts = 0;
  const later = (send: () => void) => void (delayMs > 0 ? setTimeout(send, delayMs) : send());
  const server = createServer((client) => {
    if (stopped) return void client.destroy();
    const upstream = connect(Number(target.port || 5432), target.hostname);
    let deaf = false;
    const close = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', close);
      socket.on('close', () => {
        sockets.delete(socket);
        close();
      });
    }
    client.on('data', (data) => {
      if (armed && data.includes(commit)) {
        armed = false;
        deaf = true;
        cuts += 1;
      }
      later(() => upstream.writable && upstream.write(data));
    });
    upstream.on('data', (data) => {
      if (deaf) close();
      else later(() => client.writable && client.write(data));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    cutAfterCommit: () => {
      armed = true;
    },
    cuts: () => cuts,
    stop() {
      stopped = true;
      for (const socket of sockets) socket.destroy();
    },
    start() {
      stopped = false;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
