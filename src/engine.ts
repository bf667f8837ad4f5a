import type { Clock } from './core/clock.ts';
import type { Engine } from './core/context.ts';
import type { Check } from './core/feature.ts';
import type { OpenDatabase } from './db/open.ts';
import { features, whoMay } from './features/index.ts';

/** What operations stand on, over an open database. */
export function createEngine(db: OpenDatabase, clock: Clock, health: readonly Check[] = []): Engine {
  return { database: db.database, features, health: [databaseCheck(db, clock), ...health], whoMay };
}

function databaseCheck({ pool, engine }: OpenDatabase, clock: Clock): Check {
  return {
    title: 'Database',
    async look() {
      const began = clock.elapsed();
      try {
        await pool.query('SELECT 1');
        return {
          ok: true,
          finding: `${engine}, answers in ${Math.max(1, Math.round(clock.elapsed() - began))} ms`,
        };
      } catch {
        return { ok: false, finding: `${engine}, does not answer` };
      }
    },
  };
}
