import type { Clock } from '../core/runtime/clock.ts';
import type { OpenDatabase } from '../db/open.ts';
import { databaseFaults } from '../db/readiness.ts';
import { feedReadings } from '../features/index.ts';
import type { Metrics } from './metrics.ts';
import { readings } from './readings.ts';
import type { Vitals, Warn } from './routes.ts';

export interface VitalsTools {
  readonly db: OpenDatabase;
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly warn: Warn;
  /** What keeps this process from taking work, apart from its database. */
  readonly faults: () => readonly string[];
}

/** What a running bot reports. */
export function vitalsOf({ db, workspaceId, clock, metrics, warn, faults }: VitalsTools): Vitals {
  return {
    warn,
    metricsType: metrics.contentType,
    async metrics() {
      const scope = db.database.scope(workspaceId);
      const now = clock.now();
      const read = Promise.all([readings(scope, now), feedReadings(scope, now)]).then((all) => all.flat());
      // Without the database the process still reports its own metrics.
      return await metrics.expose(
        await read.catch((error) => {
          warn(error, 'the waiting work could not be counted');
          return [];
        }),
      );
    },
    unready: async () => [...faults(), ...(await databaseFaults(db.pool, workspaceId, db.database.outages))],
  };
}
