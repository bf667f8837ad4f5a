import { type WorkHandler, work } from '../../core/declare/work.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import type { PrismaClient } from '../../db/generated/client.ts';
import { factFamilies } from '../../features/index.ts';
import type { Ground } from '../../slack/app/request.ts';
import type { Lanes } from './batch.ts';
import { workTurns } from './turns.ts';

/** How often it looks without being woken: other processes queue work too. Twenty statements a minute while idle. */
const lookMs = 3_000;
/** Pauses while the database is away, doubling from the first to the last. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

export interface Drain {
  /** Does work as it comes. */
  start(): void;
  /** Signals queued work. */
  wake(): void;
  /** Does all due work of one workspace, and resolves when none is left; for tests. */
  drain(workspaceId: string): Promise<void>;
  /** Ends the batches in progress and takes no more. */
  stop(): Promise<void>;
}

/** Does the many small pieces of work that operations queue, those of all workspaces in turn. */
export function keepDrain(ground: Ground, prisma: PrismaClient): Drain {
  const handlers: ReadonlyMap<string, WorkHandler> = new Map(
    ground.engine.contributions.of(work).map((handler) => [handler.work.id, handler]),
  );
  const families = factFamilies(ground.engine);
  let running: Promise<void> | null = null;
  let again = false;
  let started = false;
  let stopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const lanes: Lanes = new Map();
  const goesOn = () => !stopped;

  function wake(): void {
    again = true;
    if (!started || stopped || running) return;
    clearTimeout(timer);
    again = false;
    running = turn().finally(() => {
      running = null;
      if (stopped) return;
      const pause = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
      if (again && failures === 0) wake();
      else timer = setTimeout(wake, failures > 0 ? pause : lookMs);
    });
  }

  async function turn(): Promise<void> {
    try {
      await workTurns(ground, prisma, handlers, { goesOn, families, only: null, lanes });
      failures = 0;
    } catch (error) {
      failures += 1;
      warnUnlessOutage(ground, error, 'background work could not be taken');
    }
  }

  return {
    start() {
      started = true;
      wake();
    },
    wake,
    async drain(only) {
      await workTurns(ground, prisma, handlers, { goesOn: () => true, families, only, lanes });
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
