import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the routes report. */
export interface Vitals {
  /** Everything that prevents the bot from taking work; empty when it can. */
  unready(): Promise<readonly string[]>;
  /** In the text format of Prometheus. */
  metrics(): Promise<string>;
  readonly metricsType: string;
  readonly warn: Warn;
}

/** Logs a failure. */
export type Warn = (error: unknown, message: string, more?: object) => void;

export interface Route {
  readonly path: string;
  /** Everything whose path begins with `path`. */
  readonly under?: true;
  readonly method: string;
  handler(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * `/healthz`: the process is alive. `/readyz`: it can take work, or why not. `/metrics`: for Prometheus. They expose
 * counts and states, never text that people wrote.
 */
export function healthRoutes(vitals: Vitals): readonly Route[] {
  const route = (path: string, answer: () => Promise<Answer>): Route => ({
    path,
    method: 'GET',
    handler: (_, response) => {
      answer()
        .catch((error) => {
          vitals.warn(error, 'a health route failed', { path });
          return { status: 503, type: plain, body: 'does not answer\n' };
        })
        .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body));
    },
  });
  return [
    route('/healthz', async () => ({ status: 200, type: plain, body: 'alive\n' })),
    route('/readyz', async () => {
      const reasons = await vitals.unready();
      const ready = reasons.length === 0;
      const body = ready ? { ready } : { ready, why: reasons };
      return { status: ready ? 200 : 503, type: json, body: `${JSON.stringify(body)}\n` };
    }),
    route('/metrics', async () => ({
      status: 200,
      type: vitals.metricsType,
      body: await vitals.metrics(),
    })),
  ];
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const json = 'application/json; charset=utf-8';
const plain = 'text/plain; charset=utf-8';
