import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Slack } from '../state/slack.ts';
import { sendJson } from './body.ts';

/** `/oauth/v2/authorize`: opening it means consent, and redirects to the app with a code. */
export function serveAuthorize(slack: Slack, request: IncomingMessage, response: ServerResponse): void {
  const { searchParams: asked } = new URL(request.url ?? '/', slack.origin);
  const error = refusal(slack, asked);
  if (error) {
    sendJson(response, 400, { ok: false, error });
    return;
  }
  const redirect_uri = asked.get('redirect_uri') ?? undefined;
  const admin = slack.workspace.members.find((m) => m.is_admin) ?? slack.workspace.members[0];
  const code = slack.installation.grant({ user: admin?.id ?? '', redirect_uri, scopes: scopesOf(asked) });
  const back = new URL(redirect_uri ?? slack.manifest.oauth_config.redirect_urls[0] ?? '');
  back.searchParams.set('code', code);
  back.searchParams.set('state', asked.get('state') ?? '');
  response.writeHead(302, { location: back.href }).end();
}

function refusal(slack: Slack, asked: URLSearchParams): string | undefined {
  const { redirect_urls, scopes } = slack.manifest.oauth_config;
  if (asked.get('client_id') !== slack.app.client_id) return 'invalid_client_id';
  const target = asked.get('redirect_uri') ?? redirect_urls[0] ?? '';
  if (!redirect_urls.some((url) => target === url || target.startsWith(`${url}/`))) return 'bad_redirect_uri';
  const wanted = scopesOf(asked);
  if (wanted.length === 0) return 'no_scopes';
  const declared = [...scopes.bot, ...scopes.bot_optional];
  return wanted.every((scope) => declared.includes(scope)) ? undefined : 'invalid_scope';
}

function scopesOf(asked: URLSearchParams): string[] {
  return (asked.get('scope') ?? '').split(',').filter((scope) => scope !== '');
}
