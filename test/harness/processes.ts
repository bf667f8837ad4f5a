import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Running {
  readonly child: ChildProcess;
  /** All output so far, on both streams. */
  output(): string;
  /** Waits until the output holds the text. */
  says(text: string): Promise<void>;
  ended(): Promise<number | null>;
}

type Environment = Readonly<Record<string, string>>;

/** Runs one of our scripts in its own process, as from a shell. It never outlives the test. */
export function runScript(script: string, args: readonly string[], environment: Environment): Running {
  return endsWithTest(spawnScript(script, args, environment));
}

/** The same as people start it: from its source, which takes seconds longer. */
export function runSource(script: string, args: readonly string[], environment: Environment): Running {
  return endsWithTest(spawnNode(script, [...fromSource(script), ...args], environment));
}

/** The same outside a test: the caller ends it. */
export function spawnScript(script: string, args: readonly string[], environment: Environment): Running {
  return spawnNode(script, [...startOf(script), ...args], environment);
}

/** Node's arguments for one of our scripts: as built once for this run of tests (build-scripts.ts), or else its source. */
export function startOf(script: string): readonly string[] {
  const built = process.env.BUILT_SCRIPTS;
  return built ? [join(built, script.replace(/\.ts$/, '.mjs'))] : fromSource(script);
}

function fromSource(script: string): readonly string[] {
  return ['--import', 'tsx', script];
}

function endsWithTest(running: Running): Running {
  onTestFinished(() => void running.child.kill('SIGKILL'));
  return running;
}

function spawnNode(script: string, words: readonly string[], environment: Environment): Running {
  const child = spawn(process.execPath, words, {
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
