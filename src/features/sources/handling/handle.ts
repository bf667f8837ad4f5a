import {
  type InHand,
  type WorkHandler,
  type WorkOutcome,
  worksTogether,
} from '../../../core/declare/work.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { asConnector, asSystem } from '../../../core/runtime/system.ts';
import { hear, spreadOf } from '../../feeds/index.ts';
import { connectors } from '../connectors.ts';
import { countLags } from '../counting/count.ts';
import { handleDelivery, type Outcome } from '../deliveries/model.ts';
import { deliveriesInHand, settleDeliveries } from '../deliveries/store.ts';
import { lagFacts } from '../facts-model.ts';
import { takeLevels } from './levels.ts';
import { meaningOf } from './mean.ts';
import { type TellsOrders, takeOrders } from './orders.ts';
import type { Fate, Meant, News, Taken } from './outcome.ts';
import { takeProducts } from './products.ts';
import { takeShipments } from './shipments.ts';

/** `tellOrders`: what takes what deliveries say of orders. */
export function handlerOf(tellOrders: TellsOrders): WorkHandler {
  return worksTogether(
    handleDelivery,
    async (ctx, pieces) => await handle(ctx, pieces, tellOrders),
    async (ctx, { data }) => {
      const found = await deliveriesInHand(ctx.tx, [data.delivery]);
      const reason = 'it says something that is too long or too large to be kept';
      await settleDeliveries(
        ctx.tx,
        found.map(({ id, state: from }): Outcome => ({ id, from, state: 'failed', reason })),
      );
      return { changes: [] };
    },
  );
}

async function handle(
  ctx: MutationContext,
  pieces: readonly InHand<{ readonly delivery: string }>[],
  tellOrders: TellsOrders,
): Promise<WorkOutcome> {
  const works = new Map(pieces.map(({ id, data }) => [data.delivery, id]));
  const found = await deliveriesInHand(ctx.tx, [...works.keys()]);
  const fates = new Map<string, Fate>();
  const news: News[] = [];
  const arrived: string[] = [];
  const meant = found.map(
    (delivery): Meant => ({ delivery, meaning: meaningOf(delivery, ctx.workspace.timeZone) }),
  );
  // All are of one source: its kind of work is done apart.
  const [first] = found;
  if (first) {
    const { sourceId: id, sourceName: name, kind } = first;
    const own = asConnector(ctx, connectors[kind], { id, name });
    for (const { delivery, meaning } of meant)
      if (meaning.is === 'ignored' || meaning.is === 'failed')
        fates.set(delivery.id, { state: meaning.is, why: meaning.why });
    // What names a product comes after it; orders are held before levels and shipments, as everywhere.
    const steps = [takeProducts, takeOrders(tellOrders), takeLevels, takeShipments];
    for (const take of steps) {
      const taken: Taken = await take(own, meant);
      for (const [delivery, fate] of taken.fates) fates.set(delivery, fate);
      news.push(...taken.news);
      arrived.push(...taken.arrived);
    }
  }
  await settleDeliveries(
    ctx.tx,
    found.map(({ id, state: from }): Outcome => {
      const fate = fates.get(id) ?? { state: 'done' };
      return { id, from, state: fate.state, reason: 'why' in fate ? fate.why : null };
    }),
  );
  // Others of this source wait for the end of the transaction from here on.
  const late = await countLags(ctx.tx, meant);
  await tellNews(ctx, news);
  const missing = [...fates].flatMap(([delivery, fate]) => {
    const work = works.get(delivery);
    return work !== undefined && fate.state === 'parked' ? [[work, fate.missing] as const] : [];
  });
  return { changes: [], arrived, missing: new Map(missing), facts: lagFacts.changed(late) };
}

/** One arrival of each feed for a batch: each would be a piece of work of its own. */
async function tellNews(ctx: MutationContext, news: readonly News[]): Promise<void> {
  const feeds = new Map<string, News[]>();
  for (const one of news) {
    const key = `${one.kind}\n${one.source}\n${one.location}`;
    feeds.set(key, [...(feeds.get(key) ?? []), one]);
  }
  if (feeds.size === 0) return;
  await hear.call(asSystem(ctx, 'sources'), {
    news: [...feeds.values()].map((some) => {
      const { kind, source, location } = some[0] as News;
      const lagOf = ({ at }: News) => Math.max(0, (ctx.now.getTime() - at.getTime()) / 1_000);
      const told = some.flatMap(({ coversUntil }) => coversUntil ?? []).map((at) => at.getTime());
      return {
        kind,
        source,
        location,
        coversUntil: told.length > 0 ? new Date(Math.min(...told)) : null,
        lags: spreadOf(some.map(lagOf)),
      };
    }),
  });
}
