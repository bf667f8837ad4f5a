import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../core/runtime/log.ts';
import type { Route } from './routes.ts';

export interface HealthServer {
  /** 0: it does not listen. */
  readonly port: number;
  close(): Promise<void>;
}

/** Socket Mode needs no port of its own, so a taken port does not keep the bot from running. */
export async function serveHealth(routes: readonly Route[], port: number, log: Log): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    const route = routes.find((one) => one.path === path && one.method === request.method);
    if (route) route.handler(request, response);
    else response.writeHead(404).end();
  });
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', (error) => {
      log.warn(
        { err: error, port },
        'PORT is taken: /healthz, /readyz and /metrics are not served. Set PORT to a free one',
      );
      resolve(false);
    });
    server.listen(port, () => resolve(true));
  });
  return {
    port: listening ? (server.address() as AddressInfo).port : 0,
    close: async () => {
      if (!listening) return;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
