import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Demo extends AsyncDisposable {
  url: string;
  /** Ends it in order and starts it again on the same data. */
  restarts(): Promise<void>;
}

// One for all, because messages hold links to themselves: the files run one after the other.
const port = 4490;
const url = `http://127.0.0.1:${port}/`;

/**
 * Starts `npm run demo` on a data folder of its own and waits until it says that it is ready. The folder is a copy of
 * what this run's first demo was filled with; a newcomer begins with nothing.
 */
export async function startDemo({ asNewcomer = false } = {}): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-demo-'));
  if (!asNewcomer) await cp(await filledData(), dataIn(folder), { recursive: true });
  let stop = await start(folder);
  return {
    url,
    async restarts() {
      await stop();
      stop = await start(folder);
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const dataIn = (folder: string) => join(folder, 'data');

/** Nothing runs on it: the demo that filled it has stopped in order. */
async function filledData(): Promise<string> {
  const folder = process.env.FILLED_DEMO;
  if (!folder) throw new Error('FILLED_DEMO is not set: the browser tests run by npm run test:browser.');
  const filled = join(folder, 'filled');
  if (!existsSync(filled)) {
    const stop = await start(folder);
    await stop();
    await rename(dataIn(folder), filled);
  }
  return filled;
}

/** Returns what stops it. */
async function start(folder: string): Promise<() => Promise<void>> {
  const demo = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/demo.ts', '--port', String(port), '--data', dataIn(folder)],
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
