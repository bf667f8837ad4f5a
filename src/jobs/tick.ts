import { createTask } from 'node-cron';
import { warnUnlessOutage } from '../core/runtime/warn.ts';

export interface Chore {
  readonly name: string;
  readonly run: () => Promise<void>;
}

export interface Minutes {
  /** Runs every chore once, side by side. Never throws. */
  tick(): Promise<void>;
  /** Ticks now, since minutes may have passed, and then at the start of every minute. */
  start(): Promise<void>;
  /** Stops ticking and waits for the current tick. */
  stop(): Promise<void>;
}

const minuteMs = 60_000;

/** The once-a-minute tick of every replica. It signals only that time has passed; chores read the clock. */
export function keepMinutes(
  chores: readonly Chore[],
  ground: Parameters<typeof warnUnlessOutage>[0],
): Minutes {
  const inHand = new Map<string, Promise<void>>();
  let stopped = false;

  /** A chore that takes longer than a minute does not overlap with itself. */
  function once(chore: Chore): Promise<void> {
    const running = inHand.get(chore.name) ?? attempt(chore).finally(() => inHand.delete(chore.name));
    inHand.set(chore.name, running);
    return running;
  }

  async function attempt({ name, run }: Chore): Promise<void> {
    try {
      await run();
    } catch (error) {
      // The next tick catches up.
      warnUnlessOutage(ground, error, 'a chore of the minute failed', { chore: name });
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
      // The cron task skips a minute whose start the process was too busy to see, and after a clock stepped back it
      // waits until the clock has caught up.
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
