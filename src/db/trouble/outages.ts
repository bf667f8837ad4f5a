import type { Clock } from '../../core/runtime/clock.ts';
import type { Outages, Trouble } from '../../core/runtime/database.ts';
import type { Log } from '../../core/runtime/log.ts';
import { troubleOf } from './trouble.ts';

/**
 * Milliseconds without trouble after which an outage is over. One good transaction ends the first two; it says little
 * about free space and speed.
 */
const calmMs: Readonly<Record<Trouble, number>> = {
  unreachable: 2_000,
  'read-only': 2_000,
  full: 60_000,
  busy: 60_000,
};

interface Outage {
  readonly since: number;
  readonly troubles: Set<Trouble>;
  readonly met: { request: number; work: number };
  lastAt: number;
}

/** Tracks database outages for this process: one log line when an outage begins, one when it is over. */
export function keepOutages(clock: Clock, log: Log): Outages {
  let current: Outage | null = null;
  return {
    met(error, doing, by = 'work') {
      const trouble = troubleOf(error);
      if (!trouble) return null;
      const now = clock.elapsed();
      if (!current) {
        current = { since: now, troubles: new Set(), met: { request: 0, work: 0 }, lastAt: now };
        log.warn({ err: error, doing, trouble }, 'an outage of the database has begun');
      }
      current.lastAt = now;
      current.troubles.add(trouble);
      current.met[by] += 1;
      return trouble;
    },
    now: () => (current ? [...current.troubles] : []),
    worked() {
      if (!current) return;
      const { since, troubles, met, lastAt } = current;
      const calm = Math.max(...[...troubles].map((trouble) => calmMs[trouble]));
      if (clock.elapsed() - lastAt < calm) return;
      current = null;
      const seconds = Math.round((lastAt - since) / 1_000);
      log.warn(
        { seconds, troubles: [...troubles], requests: met.request, work: met.work },
        'the outage of the database is over',
      );
    },
  };
}
