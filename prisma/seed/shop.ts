import type { Context } from '../../src/core/runtime/context.ts';
import type { Tx } from '../../src/core/runtime/database.ts';
import { Refusal } from '../../src/core/runtime/refusal.ts';
import { writes } from '../../src/db/scope.ts';
import { seedBookings } from './bookings.ts';
import { seedCarriers } from './carriers.ts';
import { seedLocations, seedSkus } from './catalog.ts';
import { seedFacts } from './facts.ts';
import { seedFeeds } from './feeds.ts';
import { seedLevels, seedMishaps, seedReceipts, seedShipments, seedSpans } from './ledger.ts';
import { seedDemand, seedLines, seedOrders } from './orders.ts';
import { seedParcels, seedRefunds } from './parcels.ts';
import { seedPeople } from './people.ts';
import { seedScans } from './scans/tell-scans.ts';
import { isFirst, type SeedPlan } from './sql.ts';
import { seedStatements } from './statements.ts';
import { tellWeek } from './week/tell-week.ts';

/** The shop's own zone, which sets its days. */
export const shopZone = 'Europe/Berlin';

/**
 * Fills the workspace with a homeware shop and its year up to `until` (2026-03-01), the same on every machine. The orders
 * on its dock are as at `morning`, a moment of that day, else its start: the same at any hour of any day of the week. All
 * or nothing; false: it was there already and nothing changed.
 */
export async function seedShop(
  {
    database,
    workspace,
    ids,
    correlationId,
  }: Pick<Context, 'workspace' | 'ids' | 'correlationId'> & {
    readonly database: Context['engine']['database'];
  },
  { until, morning }: { readonly until: string; readonly morning?: Date },
): Promise<boolean> {
  const work = async (tx: Tx) => {
    // The row blocks a second seed until this one is done.
    if (!(await isFirst(tx, 'seed'))) return false;
    await refuseOtherShop(tx);
    const now = await startOfDay(tx, until);
    const plan: SeedPlan = { until, now, morning: morning ?? now };
    await seedPeople(tx, plan);
    await seedLocations(tx);
    await seedCarriers(tx, plan);
    await seedFeeds(tx, plan);
    await seedSkus(tx, plan);
    await seedOrders(tx, plan);
    await seedLines(tx);
    await seedParcels(tx, plan);
    await seedRefunds(tx, plan);
    await seedStatements(tx);
    await seedDemand(tx, workspace.timeZone);
    await seedScans({ tx, ids, workspace }, plan, await tellWeek({ tx, ids, workspace }, plan));
    await seedShipments(tx);
    await seedMishaps(tx, plan);
    await seedReceipts(tx, plan);
    await seedLevels(tx, plan);
    await seedSpans(tx);
    await seedFacts(tx, plan);
    await seedBookings(tx);
    await database.audit(tx, [
      {
        id: ids.uuid(plan.now),
        recordedAt: plan.now,
        actor: { kind: 'console', id: 'console' },
        operation: 'seed.shop',
        subject: { kind: 'workspace', id: workspace.id },
        before: null,
        after: { until },
        correlationId,
      },
    ]);
    return true;
  };
  return await database.transaction(workspace.id, work, { timeout: 300_000 });
}

async function startOfDay(tx: Tx, day: string): Promise<Date> {
  const [row] = await writes(tx).$queryRaw<{ at: Date }[]>`
    SELECT ${day}::date::timestamp AT TIME ZONE ${shopZone} AS at`;
  if (!row) throw new Error('A query without a table gave no row.');
  return row.at;
}

async function refuseOtherShop(tx: Tx): Promise<void> {
  const { workspaceId } = tx;
  const locations = await writes(tx).location.count({ where: { workspaceId } });
  const mugs = await writes(tx).sku.count({ where: { workspaceId, codeKey: 'MUG-01' } });
  if (locations + mugs > 0) {
    throw new Refusal(
      'conflict',
      'This workspace has its own locations or products: the sample shop would mix with them.',
      {
        next: 'Seed another workspace or an empty database.',
      },
    );
  }
}
