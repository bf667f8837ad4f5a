import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ControlActions } from '../control/actions.ts';
import type { Slack } from '../state/slack.ts';
import { serveApi } from './api.ts';
import { sendJson } from './body.ts';
import { serveControl, serveEvents } from './control.ts';
import { servePicture, servePrivateFile, serveUpload } from './files.ts';
import { serveHook } from './hooks.ts';
import { serveAuthorize } from './oauth.ts';
import { servePage } from './page.ts';

/** The one HTTP server: Web API, response URLs, Socket Mode, control API and page. Loopback only. */
export async function listen(
  slack: Slack,
  port: number,
): Promise<{ server: Server; serve: (actions: ControlActions) => void }> {
  let actions: ControlActions | undefined;
  const server = createServer((request, response) => {
    route(slack, actions, request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      sendJson(response, 500, { ok: false, error: 'fatal_error', detail: String(error) });
    });
  });
  server.on('upgrade', (request, socket, head) => {
    // A connection that breaks off is nobody's fault, and nobody else listens for it.
    socket.on('error', () => socket.destroy());
    const url = URL.canParse(request.url ?? '/', slack.origin)
      ? new URL(request.url ?? '/', slack.origin)
      : null;
    if (!url || !isLocal(request, slack.origin)) socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    else slack.delivery.socketMode.upgrade(url, request, socket, head);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  slack.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, serve: (given) => (actions = given) };
}

async function route(
  slack: Slack,
  actions: ControlActions | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', slack.origin);
  const [, first = '', ...rest] = pathname.split('/');
  if (!isLocal(request, slack.origin))
    return sendJson(response, 403, { ok: false, error: 'This sandbox answers its own page only' });
  if (first === 'api') return serveApi(slack, rest.join('/'), request, response);
  if (first === 'hooks') return serveHook(slack, rest[0] ?? '', rest.slice(2).join('/'), request, response);
  if (pathname === '/oauth/v2/authorize') return serveAuthorize(slack, request, response);
  if (first === 'upload') return serveUpload(slack, rest[1] ?? '', request, response);
  if (first === 'files-pri') return servePrivateFile(slack, rest[0] ?? '', request, response);
  if (first === 'control' && rest[0] === 'files') return servePicture(slack, rest[1] ?? '', response);
  if (first === 'control' && rest[0] === 'events') return serveEvents(slack, request, response);
  if (first === 'control' && actions) return serveControl(actions, rest[0] ?? '', request, response);
  return servePage(slack, pathname, response);
}

/** Another site in the same browser must not control the sandbox, nor reach it under another host name. */
function isLocal(request: IncomingMessage, origin: string): boolean {
  const host = request.headers.host ?? '';
  const named = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
  const from = request.headers.origin;
  return named && (from === undefined || from === origin || from === `http://${host}`);
}
