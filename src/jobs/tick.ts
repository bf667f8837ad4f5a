import { createTask } from 'node-cron';
import type { Log } from '../core/runtime/log.ts';

export interface Chore {
  readonly name: string;
  readonly run: () => Promise<void>;
}

export interface Minutes {
  /** Does every chore once; none waits for another. Never throws. */
  tick(): Promise<void>;
  /** Ticks now, since minutes may have passed unseen, and at the beginning of every minute. */
  start(): Promise<void>;
  /** Stops ticking and waits for the tick under way. */
  stop(): Promise<void>;
}

const minuteMs = 60_000;

/** The once-a-minute tick of every replica. It says only that time has passed; the clock tells the time. */
export function keepMinutes(chores: readonly Chore[], log: Log): Minutes {
  const inHand = new Map<string, Promise<void>>();
  let stopped = false;

  /** A chore that takes longer than a minute does not run beside itself. */
  function once(chore: Chore): Promise<void> {
    const running = inHand.get(chore.name) ?? attempt(chore).finally(() => inHand.delete(chore.name));
    inHand.set(chore.name, running);
    return running;
  }

  async function attempt({ name, run }: Chore): Promise<void> {
    try {
      await run();
    } catch (error) {
      // The database is away, most likely: the next tick looks back.
      log.warn({ err: error, chore: name }, 'a chore of the minute could not be done');
    }
  }

  async function tick(): Promise<void> {
    if (!stopped) await Promise.all(chores.map(once));
  }

  const task = createTask('* * * * *', () => void tick(), { suppressMissedWarning: true });
  let guard: NodeJS.Timeout | undefined;
  return {
    tick,
    async start() {
      await tick();
      if (stopped) return;
      await task.start();
      // The task leaves out a minute whose beginning the process was too busy to see, and after a step back of the
      // clock it waits until the clock is where it was.
      guard = setInterval(() => void tick(), minuteMs);
    },
    async stop() {
      stopped = true;
      clearInterval(guard);
      await task.destroy();
      await Promise.all(inHand.values());
    },
  };
}
