import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../core/runtime/refusal.ts';
import type { Route, Warn } from './routes.ts';
import { boundSilentSockets, type SocketLimits } from './sockets.ts';

/** An HTTP server of the process. It answers from the first second of a start to the end of a stop. */
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
  /** Null: every address of the machine. */
  readonly host: string | null;
  /** The name of the port's setting. */
  readonly setting: 'PORT' | 'HEALTH_PORT';
  /** The first routes; `serve` replaces them. */
  readonly routes: readonly Route[];
  /** False: a taken port is only a warning. */
  readonly needed: boolean;
  readonly warn: Warn;
  readonly sockets?: SocketLimits;
}

/** A proxy keeps fewer open than that. */
const usualSockets: SocketLimits = { perAddress: 512, most: 2_000 };

/** A sender who takes longer is cut off. */
const slow = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };

/** Opens the server. An address that cannot be used is a `ConfigError` if the server is needed. */
export async function openServer(options: ServerOptions): Promise<Server> {
  const { port, host, needed, warn } = options;
  let served = options.routes;
  const server = createServer(slow, (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const route = served.find(
      (one) => (one.under ? path.startsWith(one.path) : one.path === path) && one.method === request.method,
    );
    if (!route) return end(response, 404);
    try {
      route.handler(request, response);
    } catch (error) {
      warn(error, 'a route failed');
      end(response, 503);
    }
  });
  boundSilentSockets(server, options.sockets ?? usualSockets);
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen({ port, ...(host && { host }) }, () => resolve(null));
  });
  const fault = failure && faultOf(failure, options);
  if (fault && needed) throw new ConfigError([fault]);
  if (fault) warn(failure, `${fault} Until then /healthz, /readyz and /metrics are not served`);
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

function faultOf({ code }: NodeJS.ErrnoException, { port, host, setting }: ServerOptions): string {
  if (code === 'EADDRINUSE')
    return `${setting} ${port} is taken by another process. Set ${setting} to a free one.`;
  if (code === 'EACCES')
    return `${setting} ${port} is not for this user (EACCES). Set ${setting} to one above 1023.`;
  return host
    ? `HEALTH_HOST ${host} is no address of this machine (${code}). Set it to one, such as 127.0.0.1.`
    : `${setting} ${port} cannot be used (${code}). Set ${setting} to another.`;
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status).end();
}
