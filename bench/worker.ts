import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A worker's task and its answer. */
export interface Task {
  readonly way: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface Answer {
  /** How much was done. */
  readonly done: number;
  /** 0: nobody counted. */
  readonly statements: number;
  /** Milliseconds of CPU time. */
  readonly cpu: number;
}

export interface Worker extends AsyncDisposable {
  run(task: Task): Promise<Answer>;
}

/** A process that runs tasks on a database, one after the other. Disposing ends that process only. */
export async function startWorker(
  peer: 'due' | 'drain' | 'changes' | 'sending' | 'telling' | 'counting',
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Worker> {
  const file = fileURLToPath(new URL(`./peers/${peer}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    stdio: ['ignore', 2, 2, 'ipc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: '10', ...settings },
  });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`The worker "${peer}" ended.`);
  });
  // Awaited only while it has a task.
  gone.catch(() => {});
  const answer = async () => (await Promise.race([once(child, 'message'), gone]))[0] as Answer;
  const worker: Worker = {
    async run(task) {
      const answered = answer();
      child.send(task);
      return await answered;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await gone.catch(() => {});
    },
  };
  await answer();
  return worker;
}
