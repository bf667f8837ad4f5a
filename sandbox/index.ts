import { SandboxClient } from './client.ts';
import { controlActions } from './control/actions.ts';
import { LocalTransport } from './control/local.ts';
import { Addresses } from './delivery/addresses.ts';
import { Delivery } from './delivery/delivery.ts';
import { HttpCarrier } from './delivery/http.ts';
import { SocketMode } from './delivery/socket-mode.ts';
import { keepIn } from './keeping.ts';
import { type ManifestInput, readManifest } from './manifest.ts';
import { listen } from './server/server.ts';
import type { TimeSource } from './state/clock.ts';
import { createSlack } from './state/slack.ts';
import { warningsAbout } from './warnings.ts';
import { readWorkspace, smallShop, type WorkspaceInput } from './workspace.ts';

export type * from './client.ts';
export { SandboxClient, WaitTimeout } from './client.ts';
export { KeepError } from './keeping.ts';
export { smallShop } from './workspace.ts';

export interface SandboxOptions {
  /** A parsed manifest, or the path of a manifest.yml or .json. */
  manifest: string | ManifestInput;
  /** A workspace, or the path of its YAML or JSON file; by default a small shop. */
  workspace?: string | WorkspaceInput;
  /** 0, the default, picks a free one. */
  port?: number;
  /**
   * Socket Mode, or signed requests: to the addresses of the manifest that are on this machine, and to this one in
   * place of all others.
   */
  deliver?: { mode: 'socket' } | { mode: 'http'; requestUrl?: string };
  /** The source of time; by default the real one. `moveClock` adds to it. */
  clock?: TimeSource;
  /** Time limit for acknowledgements, in real milliseconds: Slack's 3,000 by default, less for quick tests. */
  ackTimeoutMs?: number;
  /**
   * How long Slack processes an uploaded file before blocks may show it; by default a second of the sandbox's clock.
   */
  fileProcessingMs?: number;
  /** Whether calls over Slack's rates are refused with 429; off by default, on for `npm run sandbox`. */
  rateLimits?: boolean;
  /** Whether the workspace granted the manifest's `bot_optional` scopes. */
  grantOptionalScopes?: boolean;
  /** A file that keeps the workspace, so that its conversations are there at the next start. */
  keepIn?: string;
  tokens?: { bot?: string; app?: string; signingSecret?: string; clientSecret?: string };
  ids?: { app?: string; bot?: string; botUser?: string };
}

export interface Sandbox extends AsyncDisposable {
  /** The page. */
  url: string;
  /** For `slackApiUrl`, with a trailing slash. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  clientId: string;
  clientSecret: string;
  botUserId: string;
  botId: string;
  /** What the manifest asks for and never gets here. */
  warnings: string[];
  control: SandboxClient;
  close(): Promise<void>;
}

/** Starts a local Slack with one workspace and one installed app. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const manifest = readManifest(options.manifest);
  const { bot, bot_optional } = manifest.oauth_config.scopes;
  const app = {
    app_id: options.ids?.app ?? 'A0QMAPP001',
    bot_id: options.ids?.bot ?? 'B0QMBOT001',
    bot_user_id: options.ids?.botUser ?? 'U0QMBOT001',
    bot_token: options.tokens?.bot ?? 'xoxb-sandbox-bot-token',
    app_token: options.tokens?.app ?? 'xapp-sandbox-app-token',
    client_id: '1000000000.2000000000',
    client_secret: options.tokens?.clientSecret ?? 'sandbox-client-secret',
    signing_secret: options.tokens?.signingSecret ?? 'sandbox-signing-secret',
    verification_token: 'sandbox-verification-token',
    scopes: new Set(options.grantOptionalScopes ? [...bot, ...bot_optional] : bot),
  };
  const slack = createSlack({
    manifest,
    workspace: readWorkspace(options.workspace ?? smallShop),
    app,
    time: options.clock,
    rateLimits: options.rateLimits,
    fileProcessingMs: options.fileProcessingMs,
  });
  const keeping = options.keepIn === undefined ? null : keepIn(options.keepIn, slack);
  const ackTimeoutMs = options.ackTimeoutMs ?? 3_000;
  const socketMode = new SocketMode({
    appId: app.app_id,
    ackTimeoutMs,
    newTicket: () => slack.ids.secret(),
    onChange: () => slack.feed.announce({ type: 'socket' }),
    onUnreadable: (text) =>
      slack.journal.problem('unreadable_frame', 'Socket Mode', `no JSON object: ${text.slice(0, 80)}`),
  });
  const mode = options.deliver?.mode ?? 'socket';
  const carrier =
    options.deliver?.mode === 'http'
      ? new HttpCarrier({
          addresses: new Addresses(manifest, options.deliver.requestUrl),
          signingSecret: app.signing_secret,
          ackTimeoutMs,
          flaw: () => slack.faults.takeFlaw(),
        })
      : socketMode;
  slack.delivery = new Delivery(slack, socketMode, carrier);
  const { server, serve } = await listen(slack, options.port ?? 0);
  const warnings = [...warningsAbout(manifest, mode), ...(keeping?.warnings ?? [])];
  const actions = controlActions(slack, mode);
  serve(actions);
  const control = new SandboxClient(new LocalTransport(slack, actions));
  const close = async () => {
    control.close();
    slack.clock.stop();
    keeping?.end();
    await socketMode.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `${slack.origin}/`,
    apiUrl: `${slack.origin}/api/`,
    botToken: app.bot_token,
    appToken: app.app_token,
    signingSecret: app.signing_secret,
    clientId: app.client_id,
    clientSecret: app.client_secret,
    botUserId: app.bot_user_id,
    botId: app.bot_id,
    warnings,
    control,
    close,
    [Symbol.asyncDispose]: close,
  };
}
