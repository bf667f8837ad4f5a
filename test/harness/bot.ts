import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSandbox } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { runScript } from './processes.ts';

/** The bot in its own process, as `npm start` runs it, with a Slack and a data folder of its own. */
export async function startBot(settings: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-bot-'));
  const sandbox = await openSandbox({ manifest: manifestOf(features, { prefix: '' }) as ManifestInput });
  onTestFinished(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });
  const port = await freePort();
  const bot = runScript('src/main.ts', [], {
    DATA_DIR: folder,
    SLACK_API_URL: sandbox.apiUrl,
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    LOG_LEVEL: 'info',
    PORT: String(port),
    ...settings,
  });
  return {
    bot,
    folder,
    /** Null: nobody answers there. */
    async get(path: string): Promise<string | null> {
      const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
      return response && `${response.status} ${await response.text()}`;
    },
    /** The lines of the log that hold the text. */
    lines: (text: string) =>
      bot
        .output()
        .split('\n')
        .filter((line) => line.includes(text)),
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
