import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../core/runtime/refusal.ts';
import type { Route, Warn } from './routes.ts';

/** The process's only HTTP server. It answers from the first second of a start to the end of a stop. */
export interface Server {
  /** 0: not listening. */
  readonly port: number;
  /** Replaces the routes. */
  serve(routes: readonly Route[]): void;
  /** Stops accepting requests and cuts off those still unanswered after `ms`. */
  close(ms: number): Promise<void>;
}

export interface ServerOptions {
  readonly port: number;
  /** The first routes; `serve` replaces them. */
  readonly routes: readonly Route[];
  /** False: a taken port is only a warning. */
  readonly needed: boolean;
  readonly warn: Warn;
}

/** Opens the server. A taken port is a `ConfigError` if the server is needed. */
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
  // Errors after listening, such as too many open files, affect single requests only.
  server.on('error', (error) => warn(error, 'the HTTP server reported an error'));
  return {
    get port() {
      return server.listening ? (server.address() as AddressInfo).port : 0;
    },
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
