import type { SlackConfig } from '../config.ts';
import type { Route, Warn } from './routes.ts';
import { openServer, type Server } from './server.ts';

export interface Servers {
  /** For /healthz, /readyz and /metrics. */
  readonly health: Server;
  /** For Slack's signed requests: the same, unless health has a port of its own. */
  readonly slack: Server;
}

/** Opens what the process listens on. `routes` are the first ones of health. */
export async function openServers(
  { mode, port, health: at }: Pick<SlackConfig, 'mode' | 'port' | 'health'>,
  routes: readonly Route[],
  warn: Warn,
): Promise<Servers> {
  const health = await openServer({ ...at, routes, warn });
  if (mode === 'socket' || at.setting === 'PORT') return { health, slack: health };
  try {
    const given = { port, host: null, setting: 'PORT', routes: [], needed: true, warn } as const;
    return { health, slack: await openServer(given) };
  } catch (error) {
    await health.close(0);
    throw error;
  }
}
