import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { startOf } from '../../test/harness/processes.ts';
import type { Sandbox } from '../index.ts';
import { MAYA } from './manifest.ts';

export interface AppProcess extends AsyncDisposable {
  child: ChildProcess;
  /** The exit code, or the signal that ended it. */
  ended: Promise<unknown>;
}

/** Starts the counting app as its own process; resolves when one more connection is open. */
export async function startProcess(
  sandbox: Sandbox,
  name: string,
  env: Record<string, string> = {},
): Promise<AppProcess> {
  const connections = async () => (await sandbox.control.overview(MAYA)).connections;
  const before = await connections();
  const child = spawn(process.execPath, startOf('sandbox/test/counting-process.ts'), {
    stdio: 'ignore',
    env: {
      ...process.env,
      NAME: name,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      SLACK_API_URL: sandbox.apiUrl,
      ...env,
    },
  });
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  await sandbox.control.waitFor(async () => (await connections()) > before, { timeoutMs: 30_000 });
  return {
    child,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
