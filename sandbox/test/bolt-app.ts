import { App, LogLevel } from '@slack/bolt';
import { openSandbox, type Sandbox, type SandboxOptions } from '../index.ts';
import { testManifest } from './manifest.ts';

export interface Conversation extends AsyncDisposable {
  sandbox: Sandbox;
  app: App;
}

/** A plain Bolt app connected to a fresh sandbox in Socket Mode. */
export async function connect(
  prepare: (app: App) => void,
  options: Partial<SandboxOptions> = {},
): Promise<Conversation> {
  const sandbox = await openSandbox({ manifest: testManifest, ...options });
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: sandbox.apiUrl },
    logLevel: LogLevel.ERROR,
  });
  prepare(app);
  await app.start();
  return {
    sandbox,
    app,
    async [Symbol.asyncDispose]() {
      await app.stop();
      await sandbox.close();
    },
  };
}
