import { type ShipmentStatement, tellShipments } from '../../shipments/index.ts';
import { aheadMs } from '../meaning/meaning.ts';
import { coveredBy, type Fate, type News, type Take } from './outcome.ts';

/** Carriers' clocks show local time, and some call it UTC. */
const scanAheadMs = 86_400_000;

/** Takes what tells of shipments, once for all of a source. */
export const takeShipments: Take = async (ctx, meant) => {
  const fates = new Map<string, Fate>();
  const news: News[] = [];
  const all: ShipmentStatement[] = [];
  for (const { delivery, meaning } of meant) {
    if (meaning.is !== 'shipments') continue;
    const { id, sourceName: source } = delivery;
    const ahead = meaning.statements.flatMap((one) => aheadOf(one, ctx.now))[0];
    if (ahead) {
      fates.set(id, { state: 'failed', why: `its time, ${ahead.toISOString()}, is in the future` });
      continue;
    }
    fates.set(id, { state: 'done' });
    all.push(...meaning.statements);
    const at = new Date(Math.max(...meaning.statements.map(({ saidAt }) => saidAt.getTime())));
    news.push({ kind: 'shipments', source, location: '', at, coversUntil: coveredBy(delivery, at) });
  }
  if (all.length > 0) await tellShipments.call(ctx, { statements: all });
  return { fates, news, arrived: [] };
};

/** The moments of a statement that cannot have been yet. */
function aheadOf({ saidAt, events }: ShipmentStatement, now: Date): readonly Date[] {
  const late = (at: Date, ms: number) => (at.getTime() > now.getTime() + ms ? [at] : []);
  return [...late(saidAt, aheadMs), ...events.flatMap(({ at }) => late(at, scanAheadMs))];
}
