import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Demo extends AsyncDisposable {
  url: string;
  /** Ends it in order and starts it again on the same data. */
  restarts(): Promise<void>;
}

/** Starts `npm run demo` like a newcomer, on its own data folder, and waits until it says that it is ready. */
export async function startDemo(port: number): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-demo-'));
  const url = `http://127.0.0.1:${port}/`;
  let stop = await start(port, url, folder);
  return {
    url,
    async restarts() {
      await stop();
      stop = await start(port, url, folder);
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Returns what stops it. */
async function start(port: number, url: string, folder: string): Promise<() => Promise<void>> {
  const demo = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/demo.ts', '--port', String(port), '--data', join(folder, 'data')],
    // A browser that is driven presses faster than a person.
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, COMMANDS_PER_MINUTE: '1000' } },
  );
  let said = '';
  for await (const chunk of demo.stdout) {
    said += String(chunk);
    if (said.includes('Quartermaster is ready')) break;
  }
  const stop = async () => {
    if (demo.exitCode === null) {
      demo.kill('SIGTERM');
      await once(demo, 'exit');
    }
  };
  if (!said.includes(url)) {
    await stop();
    throw new Error(`The demo did not say where it is: ${said}`);
  }
  return stop;
}
