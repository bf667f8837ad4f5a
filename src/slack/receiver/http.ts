import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { type App, HTTPModuleFunctions as bolt, defaultBodyLimit, type Receiver } from '@slack/bolt';
import type { Clock } from '../../core/runtime/clock.ts';
import type { Route } from '../../health/routes.ts';
import type { Servers } from '../../health/servers.ts';
import { carriageOf } from '../app/age.ts';
import { type Fate, type ReceiverTools, receive } from './receive.ts';

export interface HttpTools extends ReceiverTools {
  readonly clock: Clock;
  readonly servers: Servers;
  readonly signingSecret: string;
  /** Served beside Slack's path, unless health has a server of its own. */
  readonly routes: readonly Route[];
  /** Served beside Slack's path in any case. */
  readonly open: readonly Route[];
  /** Milliseconds that a stop waits for requests in progress. */
  readonly drainMs: number;
}

const eventsPath = '/slack/events';

/** Signed requests over HTTP. Every request is answered: 400 for the sender's fault, 500 with a reference for ours. */
export class SignedReceiver implements Receiver {
  readonly #tools: HttpTools;
  #app: App | null = null;

  constructor(tools: HttpTools) {
    this.#tools = tools;
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {
    const { servers, routes, open } = this.#tools;
    const handler: Route['handler'] = (request, response) => void this.#handle(request, response);
    const shared = servers.slack === servers.health ? routes : [];
    servers.slack.serve([...shared, ...open, { path: eventsPath, method: 'POST', handler }]);
  }

  deaf(): string | null {
    return this.#tools.servers.slack.port === 0 ? 'nothing listens for Slack’s requests' : null;
  }

  async stop(): Promise<void> {
    await this.#tools.servers.slack.close(this.#tools.drainMs);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { ids, log } = this.#tools;
    // A client that hangs up must not affect other requests.
    response.on('error', (error) => log.info({ err: error }, 'the client hung up before its answer'));
    try {
      await this.#answer(request, response);
    } catch (error) {
      const reference = ids.reference();
      log.error({ err: error, reference }, 'a request could not be answered');
      end(response, 500, `Reference: ${reference}\n`);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock, log, signingSecret } = this.#tools;
    const read = await signedBody(request, signingSecret);
    if ('refused' in read) {
      log.warn({ status: read.refused, why: read.why }, 'a request was refused');
      return end(response, read.refused);
    }
    // Slack's certificate check is not signed; Bolt has removed everything else from it.
    if (read.fields?.ssl_check === '1') return end(response, 200);
    const payload = payloadOf(read);
    const ack = async (answer: unknown) => acknowledge(response, answer);
    const { carriage } = carriageOf(request, clock.now());
    const fate = this.#app ? await receive(this.#app, { payload, ack, carriage }, this.#tools) : null;
    answerWith(response, fate ?? { was: 'unavailable' });
  }
}

interface SignedBody {
  readonly text: string;
  /** Null: it is JSON. */
  readonly fields: Readonly<Record<string, unknown>> | null;
}

async function signedBody(
  request: IncomingMessage,
  signingSecret: string,
): Promise<SignedBody | { readonly refused: 401 | 413; readonly why: string }> {
  try {
    const options = { signingSecret, bodyLimit: defaultBodyLimit };
    const { rawBody, headers } = await bolt.parseAndVerifyHTTPRequest(options, request);
    const text = rawBody.toString();
    const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
    return { text, fields: isForm ? { ...parse(text) } : null };
  } catch (error) {
    const isTooLarge = bolt.isRawBodyError(error) && error.statusCode === 413;
    return { refused: isTooLarge ? 413 : 401, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Interactions are JSON in a field, commands are fields, events are JSON. Undefined: no JSON. */
function payloadOf({ text, fields }: SignedBody): unknown {
  if (fields && fields.payload === undefined) return fields;
  try {
    return JSON.parse(fields ? String(fields.payload) : text);
  } catch {
    return undefined;
  }
}

function answerWith(response: ServerResponse, fate: Fate): void {
  if (fate.was === 'a challenge')
    end(response, 200, JSON.stringify({ challenge: fate.challenge }), 'application/json');
  if (fate.was === 'malformed') end(response, 400);
  if (fate.was === 'unavailable') end(response, 503);
  if (fate.was === 'broken') end(response, 500, `Reference: ${fate.reference}\n`);
}

/** As Bolt does it, but with the length: without it the answer is made of five pieces instead of two. */
function acknowledge(response: ServerResponse, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) {
    bolt.buildContentResponse(response, answer);
    return;
  }
  const body = JSON.stringify(answer);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  response.writeHead(200, headers).end(body);
}

/** Does nothing if the request was answered already. */
function end(response: ServerResponse, status: number, body = '', type = 'text/plain; charset=utf-8'): void {
  if (!response.headersSent) response.writeHead(status, body ? { 'content-type': type } : {}).end(body);
}
