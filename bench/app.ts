import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Question } from './peers/agent.ts';
import { botToken, signingSecret } from './slack.ts';
import { nodeScript } from './start-script.ts';

export interface App extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  ask(question: Question): Promise<number>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

type Peer = 'bare' | 'plain' | 'bot' | 'silent' | 'remarking' | 'receiver' | 'bare-receiver';

/** Starts a peer as its own process; resolves when it listens. Disposing ends that process only. */
export async function startApp(
  name: string,
  peer: Peer,
  settings: Readonly<Record<string, string>> = {},
): Promise<App> {
  const port = Number(settings.PORT ?? (await freePort()));
  const file = fileURLToPath(new URL(`./peers/${peer}.ts`, import.meta.url));
  const options = await nodeOptions(peer);
  const child = spawn(process.execPath, [...options, '--import', 'tsx', file], {
    // Its log goes to standard error; standard output holds the result.
    stdio: ['ignore', 2, 2, 'ipc'],
    env: {
      ...process.env,
      PORT: String(port),
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: '',
      DATABASE_POOL_SIZE: '10',
      LOG_LEVEL: 'warn',
      // Each of its members asks as much as a shop.
      COMMANDS_PER_MINUTE: '1000000',
      ...settings,
    },
  });
  const app: App = {
    name,
    url: `http://127.0.0.1:${port}/slack/events`,
    async ask(question) {
      const answer = once(child, 'message');
      child.send(question);
      return (await answer)[0] as number;
    },
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    [Symbol.asyncDispose]: () => end(child),
  };
  try {
    await listening(child, name, port);
    return app;
  } catch (error) {
    await end(child);
    throw error;
  }
}

/**
 * The bot, and the bot with something more or less, run as `npm start` runs them; the others as Node does by itself.
 * `BENCH_PROFILE=bot` writes a CPU profile of that peer into the working directory when it ends.
 */
async function nodeOptions(peer: string): Promise<readonly string[]> {
  const asStarted = peer.startsWith('bare') || peer === 'plain' ? [] : (await nodeScript('start')).options;
  const profiled = process.env.BENCH_PROFILE === peer ? ['--cpu-prof', `--cpu-prof-dir=bench-profile`] : [];
  return [...asStarted, ...profiled];
}

async function listening(child: ChildProcess, name: string, port: number): Promise<void> {
  // An embedded database takes seconds to start, longer on a busy machine.
  for (let tries = 0; tries < 1_200; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The app "${name}" ended while it started (${child.exitCode ?? child.signalCode}).`);
    }
    if (await accepts(port)) return;
    await wait(50);
  }
  throw new Error(`The app "${name}" does not listen after a minute.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(killer);
}

/** The bot listens from its first second and is ready later; the peers have no such address, and are ready at once. */
async function accepts(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  return answer !== null && answer.status !== 503;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}
