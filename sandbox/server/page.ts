import type { ServerResponse } from 'node:http';

/** The page is served from here once it exists. */
export function servePage(_path: string, response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' });
  response.end('Not found');
}
