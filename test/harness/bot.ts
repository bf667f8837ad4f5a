import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSandbox } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { freePort } from './free-port.ts';
import { layMigrated } from './migrated.ts';
import { runScript } from './processes.ts';

/** Starts the bot in its own process, with its own Slack and data folder. */
export async function startBot({ PORT, ...settings }: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-bot-'));
  const sandbox = await openSandbox({ manifest: manifestOf(features, { prefix: '' }) as ManifestInput });
  onTestFinished(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });
  if (!settings.DATABASE_URL) layMigrated(folder);
  const port = PORT ?? String(await freePort());
  const bot = runScript('src/main.ts', [], {
    DATA_DIR: folder,
    SLACK_API_URL: sandbox.apiUrl,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_SIGNING_SECRET: sandbox.signingSecret,
    LOG_LEVEL: 'info',
    PORT: port,
    ...settings,
  });
  return {
    bot,
    folder,
    sandbox,
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
    /** The status and body; null if nothing listens. */
    async get(path: string): Promise<string | null> {
      const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
      return response && `${response.status} ${await response.text()}`;
    },
    /** The log lines that contain the text. */
    lines: (text: string) =>
      bot
        .output()
        .split('\n')
        .filter((line) => line.includes(text)),
  };
}
