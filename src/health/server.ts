import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../core/runtime/refusal.ts';
import type { Route, Warn } from './routes.ts';

/** The one HTTP server of a process: it answers from the first second of a start to the end of a stop. */
export interface Server {
  /** 0: it does not listen. */
  readonly port: number;
  /** Serves these from now on, in place of those before. */
  serve(routes: readonly Route[]): void;
  /** Takes no more requests, and cuts those that are not answered after `ms`. */
  close(ms: number): Promise<void>;
}

export interface ServerOptions {
  readonly port: number;
  /** Until the bot has others. */
  readonly routes: readonly Route[];
  /** Whether the bot can do its work without it. */
  readonly needed: boolean;
  /** A port that is taken where it is not needed, or a route that throws. */
  readonly warn: Warn;
}

/** Opens the server. A taken port that is needed is a `ConfigError`. */
export async function openServer({ port, routes, needed, warn }: ServerOptions): Promise<Server> {
  let served = routes;
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    const route = served.find((one) => one.path === path && one.method === request.method);
    if (!route) return end(response, 404);
    try {
      route.handler(request, response);
    } catch (error) {
      warn(error, 'a route failed');
      end(response, 503);
    }
  });
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen(port, () => resolve(null));
  });
  if (failure && needed)
    throw failure.code === 'EADDRINUSE'
      ? new ConfigError([`PORT ${port} is taken by another process. Set PORT to a free one.`])
      : failure;
  if (failure)
    warn(failure, 'PORT is taken: /healthz, /readyz and /metrics are not served. Set PORT to a free one');
  // Trouble of a server that listens, such as too many open files, costs single requests.
  server.on('error', (error) => warn(error, 'the HTTP server has trouble'));
  return {
    port: failure ? 0 : (server.address() as AddressInfo).port,
    serve(next) {
      served = next;
    },
    async close(ms) {
      if (!server.listening) return;
      const cut = setTimeout(() => server.closeAllConnections(), ms);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(cut);
    },
  };
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status).end();
}
