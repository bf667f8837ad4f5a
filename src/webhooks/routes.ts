import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../core/runtime/clock.ts';
import type { Database } from '../core/runtime/database.ts';
import type { Ids } from '../core/runtime/ids.ts';
import { keepRefusals, pathPrefix, receivers } from '../features/index.ts';
import type { Route, Warn } from '../health/routes.ts';
import { knowSources } from './known.ts';
import { receive } from './receive.ts';
import { countRefusals } from './refused.ts';
import { type Limits, openRoom } from './room.ts';

/** Shopify's largest bodies stay below it. */
const mostBytes = 1_048_576;
/** A sender that needs longer is cut off. */
const withinMs = 10_000;
/** Of all bodies that are being read or written. */
const atOnce: Limits = { bytes: 64 * mostBytes, bodies: 2_000 };
const stopMs = 10_000;

export interface WebhookTools {
  readonly database: Database;
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly warn: Warn;
  /** Signals queued work. */
  readonly wakeWork: () => void;
}

export interface Webhooks {
  readonly routes: readonly Route[];
  /** Takes no more, and resolves when what was taken is answered and what was refused is counted. */
  stop(): Promise<void>;
}

/**
 * What sources outside send: POST to an address that only they know. Answered 200 once it is committed, 503 when it
 * cannot be written now, and 404 for everything else: who has no right to ask learns nothing.
 */
export function receiveWebhooks(tools: WebhookTools, limits: Limits = atOnce): Webhooks {
  const { database, workspaceId, clock, ids, warn, wakeWork } = tools;
  const refusals = countRefusals(
    clock.now,
    async (counts) => await keepRefusals(database, workspaceId, counts),
    (error) => warn(error, 'refused webhooks could not be counted; they are counted later'),
  );
  const known = knowSources(clock.elapsed, async () => await receivers(database, workspaceId));
  const room = openRoom(limits);
  const bounds = { most: mostBytes, withinMs };
  const inHand = new Set<Promise<void>>();
  let stopping = false;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?', 1)[0]?.slice(pathPrefix.length) ?? '';
    response.on('error', () => {});
    if (stopping) return answer(request, response, 503);
    try {
      const fate = await receive(request, path, { database, workspaceId, clock, ids, known, room, bounds });
      if (fate.was === 'kept') wakeWork();
      if (fate.was !== 'refused') return answer(request, response, 200);
      refusals.count(fate.source, fate.reason);
      const { reason } = fate;
      const isOurs = reason === 'no key for its secret' || reason === 'too many at once';
      answer(request, response, reason === 'ping' ? 200 : isOurs ? 503 : 404);
    } catch (error) {
      warn(error, 'a webhook could not be written down; its sender tries again');
      answer(request, response, 503);
    }
  }

  const handler: Route['handler'] = (request, response) => {
    const one: Promise<void> = handle(request, response).finally(() => inHand.delete(one));
    inHand.add(one);
  };
  return {
    routes: [{ path: pathPrefix, method: 'POST', under: true, handler }],
    async stop() {
      stopping = true;
      const waited = new Promise((resolve) => setTimeout(resolve, stopMs).unref());
      await Promise.race([Promise.all(inHand), waited]);
      await refusals.flush();
    },
  };
}

/** So much of what is refused unread is let pass by: else its sender might not see the answer. */
const mostPassed = 65_536;
const passMs = 1_000;

/** What was not read to its end is cut off: else the rest of it would be read before the next request. */
function answer(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (response.headersSent || response.destroyed) return;
  if (request.complete) {
    response.writeHead(status).end();
    return;
  }
  const isShort = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) <= mostPassed;
  response.writeHead(status, { connection: 'close' }).end(() => {
    if (!isShort) return request.destroy();
    const cut = setTimeout(() => request.destroy(), passMs).unref();
    request.on('close', () => clearTimeout(cut)).resume();
  });
}
