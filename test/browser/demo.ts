import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Demo extends AsyncDisposable {
  url: string;
}

/** Starts `npm run demo` like a newcomer, on its own data folder, and waits until it says that it is ready. */
export async function startDemo(port: number): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'quartermaster-demo-'));
  const demo = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/demo.ts', '--port', String(port), '--data', join(folder, 'data')],
    // A browser that is driven presses faster than a person.
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, COMMANDS_PER_MINUTE: '1000' } },
  );
  const url = `http://127.0.0.1:${port}/`;
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
    await rm(folder, { recursive: true, force: true });
  };
  if (!said.includes(url)) {
    await stop();
    throw new Error(`The demo did not say where it is: ${said}`);
  }
  return { url, [Symbol.asyncDispose]: stop };
}
