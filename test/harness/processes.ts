import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

export interface Running {
  readonly child: ChildProcess;
  /** All output so far, on both streams. */
  output(): string;
  /** Waits until the output holds the text. */
  says(text: string): Promise<void>;
  ended(): Promise<number | null>;
}

/** Runs one of our scripts in its own process, as from a shell. It never outlives the test. */
export function runScript(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const running = spawnScript(script, args, environment);
  onTestFinished(() => void running.child.kill('SIGKILL'));
  return running;
}

/** The same outside a test: the caller ends it. */
export function spawnScript(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const exit = once(child, 'exit') as Promise<[number | null]>;
  return {
    child,
    output: () => text,
    says: async (wanted) =>
      await new Promise((resolve, reject) => {
        const look = () => text.includes(wanted) && resolve();
        listeners.add(look);
        look();
        exit.then(() => reject(new Error(`${script} ended without saying "${wanted}": ${text}`)), reject);
      }),
    ended: async () => (await exit)[0],
  };
}
