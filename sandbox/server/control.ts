import type { IncomingMessage, ServerResponse } from 'node:http';
import { ActError } from '../acts/act.ts';
import type { ControlActions } from '../control/actions.ts';
import type { Slack } from '../state/slack.ts';
import { parseObject, readBody, sendJson } from './body.ts';

/**
 * `/control/<action>`: the control API. An impossible request is the caller's mistake and is answered with a sentence.
 */
export async function serveControl(
  actions: ControlActions,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = Object.hasOwn(actions, name) ? actions[name as keyof ControlActions] : undefined;
  if (!action) return sendJson(response, 404, { ok: false, error: `There is no control action ${name}` });
  // What a page of another site can send without being asked first: pictures and forms.
  if (request.headers['sec-fetch-site'] === 'cross-site')
    return sendJson(response, 403, { ok: false, error: 'This sandbox answers its own page only' });
  if (request.method !== 'POST')
    return sendJson(response, 405, { ok: false, error: 'Actions are asked for by POST' }, { allow: 'POST' });
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return sendJson(response, 415, { ok: false, error: 'The content type must be application/json' });
  const args = parseObject(await readBody(request));
  if (!args) return sendJson(response, 400, { ok: false, error: 'The body must be a JSON object' });
  try {
    const result = await (action as (args: object) => unknown)(args);
    sendJson(response, 200, { ok: true, result });
  } catch (error) {
    const status = error instanceof ActError ? 400 : 500;
    sendJson(response, status, { ok: false, error: error instanceof Error ? error.message : String(error) });
  }
}

/** `/control/events`: a server-sent event after every change. */
export function serveEvents(slack: Slack, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('data: {"type":"hello"}\n\n');
  const unsubscribe = slack.feed.subscribe((change) => response.write(`data: ${JSON.stringify(change)}\n\n`));
  request.on('close', unsubscribe);
}
