import type { SlackConfig } from '../config.ts';
import type { Hearing } from '../core/runtime/context.ts';
import type { Database } from '../core/runtime/database.ts';
import { ConfigError } from '../core/runtime/refusal.ts';
import { hasSources } from '../features/index.ts';
import type { Route } from '../health/routes.ts';
import type { Servers } from '../health/servers.ts';
import { receiveWebhooks, type Webhooks, type WebhookTools } from './routes.ts';
import { trySource } from './trial.ts';

interface Ground {
  readonly slack: Pick<SlackConfig, 'mode' | 'health' | 'port'>;
  readonly servers: Servers;
  /** Those of health, which are served beside the webhooks where nobody else shares its server. */
  readonly routes: readonly Route[];
}

/**
 * Receives webhooks where Slack's requests arrive, else beside health. Throws a `ConfigError` if there are sources and
 * nothing listens.
 */
export async function openWebhooks(
  tools: WebhookTools,
  { slack, servers, routes }: Ground,
): Promise<Webhooks & { readonly hearing: Hearing }> {
  const webhooks = receiveWebhooks(tools);
  servers.health.serve(slack.mode === 'socket' ? [...routes, ...webhooks.routes] : routes);
  await demandListener(servers, slack, tools.database, tools.workspaceId);
  const listening = () => listeningOf(servers, slack);
  return {
    ...webhooks,
    hearing: {
      listening,
      trial: async (source) => await trySource(source, addressOf(servers, slack), tools),
    },
  };
}

const ownAddresses = /^(localhost|127\.|::1$)/;

/** Whether webhooks reach this process. */
function listeningOf(
  { slack: server }: Servers,
  { mode, health }: Pick<SlackConfig, 'mode' | 'health'>,
): ReturnType<Hearing['listening']> {
  if (server.port === 0) return 'no';
  return mode === 'socket' && ownAddresses.test(health.host ?? '') ? 'here alone' : 'yes';
}

/** A source that nobody listens to loses what it sends: then the bot does not start. */
async function demandListener(
  servers: Servers,
  slack: Ground['slack'],
  database: Database,
  workspaceId: string,
): Promise<void> {
  if (listeningOf(servers, slack) !== 'no' || !(await hasSources(database, workspaceId))) return;
  const { setting, port } = slack.health;
  throw new ConfigError([
    `${setting} ${port} is taken by another process, and there are sources that send webhooks to it. Set ${setting} to a free one.`,
  ]);
}

/** How this process reaches itself. */
function addressOf({ slack: server }: Servers, { mode, health }: Ground['slack']): string {
  const host = (mode === 'socket' ? health.host : null) ?? '127.0.0.1';
  return `http://${host.includes(':') ? `[${host}]` : host}:${server.port}`;
}
