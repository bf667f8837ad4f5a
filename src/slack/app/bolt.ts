import {
  App,
  type AuthorizeResult,
  type CustomRoute,
  HTTPReceiver,
  type Logger,
  LogLevel,
  SocketModeReceiver,
} from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { SlackConfig } from '../../config.ts';
import type { Log } from '../../core/runtime/log.ts';

export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  readonly teamId: string;
  readonly teamName: string;
}

/** Retries of Slack calls end within seconds: retrying a lost reply for half an hour would post it twice. */
const retryConfig = { retries: 2, minTimeout: 300, maxTimeout: 2_000 };

/** For the outbox, which waits and retries by itself. */
export function singleTry(config: SlackConfig, log: Log): WebClientOptions {
  return { ...webOptions(config, log), retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}

export function webOptions({ apiUrl }: SlackConfig, log: Log): WebClientOptions {
  return {
    retryConfig,
    timeout: 10_000,
    // By default the client writes to the console, past our log and its redaction.
    logger: boltLogger(log),
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
}

/** One app for HTTP and Socket Mode; the listeners work the same in both. */
export function createBolt(
  config: SlackConfig,
  identity: Identity,
  log: Log,
  routes: readonly CustomRoute[] = [],
): App {
  const logger = boltLogger(log);
  return new App({
    receiver:
      config.mode === 'socket' ? socketReceiver(config, logger, log) : httpReceiver(config, logger, routes),
    // Known from the start: asking Slack at each request would fail while Slack is away.
    authorize: async (): Promise<AuthorizeResult> => ({
      botToken: config.botToken,
      botId: identity.botId,
      botUserId: identity.botUserId,
      teamId: identity.teamId,
    }),
    clientOptions: webOptions(config, log),
    // We store no conversations in Bolt; and our own messages must reach the listener, which settles them in the inbox.
    convoStore: false,
    ignoreSelf: false,
    logger,
  });
}

function httpReceiver(
  { signingSecret, port }: SlackConfig,
  logger: Logger,
  routes: readonly CustomRoute[],
): HTTPReceiver {
  return new HTTPReceiver({ signingSecret: signingSecret ?? '', port, logger, customRoutes: [...routes] });
}

function socketReceiver(config: SlackConfig, logger: Logger, log: Log): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken: config.appToken ?? '',
    logger,
    // After each refresh the client waits this long before it reconnects, and misses everything in between.
    clientPingTimeout: 1_000,
    installerOptions: {
      // A lost connection does not end the process: it reconnects for ever, at most a minute apart.
      clientOptions: {
        ...webOptions(config, log),
        retryConfig: { forever: true, minTimeout: 500, maxTimeout: 60_000 },
      },
    },
  });
  guardSocket(receiver.client, log);
  return receiver;
}

interface SocketClient {
  listeners(event: 'ws_message'): ((...args: unknown[]) => unknown)[];
  removeAllListeners(event: 'ws_message'): unknown;
  on(event: 'ws_message', listener: (data: unknown, isBinary: boolean) => void): unknown;
  send(envelopeId: string, body?: unknown): Promise<unknown>;
}

/**
 * socket-mode 3.1 reads `payload.event.type` of every events_api envelope. One without an inner event, such as
 * app_rate_limited, would be an unhandled rejection and end the process. It is logged and acknowledged instead.
 */
function guardSocket(client: SocketModeReceiver['client'], log: Log): void {
  const socket = client as unknown as SocketClient;
  const [original] = socket.listeners('ws_message');
  socket.removeAllListeners('ws_message');
  socket.on('ws_message', async (data, isBinary) => {
    try {
      await original?.(data, isBinary);
    } catch (error) {
      const envelope = JSON.parse(String(data)) as { envelope_id?: string; payload?: { type?: string } };
      log.warn({ err: error, type: envelope.payload?.type }, 'an envelope without an event was set aside');
      if (envelope.envelope_id) await socket.send(envelope.envelope_id).catch(() => {});
    }
  });
}

/** Writes Bolt's lines to our log. Its debug lines hold whole payloads and stay out. */
function boltLogger(log: Log): Logger {
  const line = (parts: unknown[]) => parts.map(String).join(' ');
  return {
    debug: () => {},
    info: (...parts) => log.debug(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.warn(line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
