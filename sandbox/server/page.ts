import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Slack } from '../state/slack.ts';

const PAGE = fileURLToPath(new URL('../page/', import.meta.url));
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };
// Pictures may come from anywhere the app says; nothing else is loaded from outside.
const POLICY = "default-src 'self'; img-src * data:; frame-ancestors 'none'";

let bundled: Promise<Map<string, string>> | undefined;

/** The page and its two assets, bundled in memory on the first visit. */
export async function servePage(slack: Slack, path: string, response: ServerResponse): Promise<void> {
  const headers = { 'cache-control': 'no-store', 'content-security-policy': POLICY };
  if (path === '/' || path.startsWith('/archives/')) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(html(slack));
    return;
  }
  bundled ??= bundle();
  const asset = (await bundled).get(path);
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain';
  response.writeHead(asset === undefined ? 404 : 200, {
    'content-type': `${type}; charset=utf-8`,
    ...headers,
  });
  response.end(asset ?? 'Not found');
}

async function bundle(): Promise<Map<string, string>> {
  // Only the page needs the bundler.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { main: `${PAGE}main.tsx`, style: `${PAGE}style/style.css` },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: '/',
  });
  return new Map(outputFiles.map((file) => [`/${file.path.split(/[\\/]/).at(-1)}`, file.text]));
}

function html(slack: Slack): string {
  const first = [...slack.members.values()].find((m) => !m.is_bot && !m.deleted)?.id ?? '';
  const title = slack.workspace.team.name.replace(/[<&]/g, (c) => (c === '<' ? '&lt;' : '&amp;'));
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · sandbox</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/style.css">
  </head>
  <body>
    <div id="app" data-member="${first}"></div>
    <script type="module" src="/main.js"></script>
  </body>
</html>`;
}
