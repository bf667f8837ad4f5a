import type { IncomingMessage, ServerResponse } from 'node:http';
import { appSees } from '../state/file-json.ts';
import type { SlackFile } from '../state/files.ts';
import type { Slack } from '../state/slack.ts';
import { readBytes } from './body.ts';

/** `/upload/v1/<secret>`: the bytes of an announced file, raw or as the one part of a form. */
export async function serveUpload(
  slack: Slack,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const file = slack.files.takeUpload(secret);
  const bytes = await fileBytes(await readBytes(request), request.headers['content-type'] ?? '');
  const sound = file?.size === bytes.length;
  if (file && sound) Object.assign(file, { bytes, stage: 'uploaded' });
  slack.journal.record({
    direction: 'from_app',
    kind: 'upload',
    name: file?.name ?? 'unknown address',
    request: `${bytes.length} bytes`,
    response: null,
    outcome: sound ? 'ok' : 'refused',
    latency_ms: performance.now() - started,
  });
  if (sound) return void response.writeHead(200).end(`OK - ${bytes.length}`);
  const detail = file
    ? `${bytes.length} bytes arrived where ${file.size} were announced`
    : 'an upload URL works once';
  slack.journal.problem('upload_refused', 'the upload of a file', detail);
  response.writeHead(file ? 400 : 404).end(detail);
}

async function fileBytes(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const part of form.values()) if (part instanceof Blob) return Buffer.from(await part.arrayBuffer());
  return Buffer.alloc(0);
}

/** `/files-pri/<team>-<file>/…`: a file for an app with a token; without one Slack shows its sign-in page. */
export function servePrivateFile(
  slack: Slack,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const file = slack.files.get(key.split('-')[1] ?? '');
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const may = token === slack.app.bot_token && slack.app.scopes.has('files:read');
  if (!may) return void response.writeHead(302, { location: `${slack.origin}/?redir=${request.url}` }).end();
  if (file?.stage !== 'complete' || !appSees(slack, file)) return void response.writeHead(404).end();
  send(response, file);
}

/** `/control/files/<id>`: a file for the page, which has no token. */
export function servePicture(slack: Slack, id: string, response: ServerResponse): void {
  const file = slack.files.get(id);
  if (file?.stage !== 'complete') return void response.writeHead(404).end();
  send(response, file);
}

function send(response: ServerResponse, file: SlackFile): void {
  // Anybody's file is shown, never run.
  const headers = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  };
  response.writeHead(200, { 'content-type': file.mimetype, ...headers }).end(file.bytes);
}
