import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject } from '../blockkit/check.ts';
import type { Json } from '../state/types.ts';

// Files arrive here too, those of the page in base64.
const MOST_BYTES = 64 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('The body is over 64 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Undefined when it is no JSON. */
export function parseJson(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A body that has to be a JSON object; undefined when it is none. */
export function parseObject(body: string): Json | undefined {
  const parsed = parseJson(body);
  return isObject(parsed) ? parsed : undefined;
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
