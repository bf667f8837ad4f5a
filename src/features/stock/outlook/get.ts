import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { businessDay, unitsPerDay } from '../card/demand-rules.ts';
import { daysOfCover, statusOf, totalsOf } from '../card/rules.ts';
import { findCards } from '../card/store.ts';
import { lookUpStock } from '../permissions.ts';
import type { Outlook } from './model.ts';
import { riskOf } from './rules.ts';
import { pricesOf } from './store.ts';

const most = 40;

/** How long these SKUs last, and what is at risk until their next receipts; those that no longer exist are left out. */
export const getOutlooks = query({
  name: 'stock.outlooks',
  permission: lookUpStock,
  input: z.object({ skus: z.array(z.uuid()).max(most) }),
  async run(ctx, { skus }): Promise<readonly Outlook[]> {
    if (skus.length === 0) return [];
    const today = businessDay(ctx);
    const [cards, prices] = await Promise.all([findCards(ctx.scope, skus, today), pricesOf(ctx.scope, skus)]);
    return cards.map((card) => {
      const { id, code, title, locations } = card;
      const { available, incoming } = totalsOf(card);
      const { priceMinor = null, currency = ctx.workspace.currency } = prices.get(id) ?? {};
      const perDay = unitsPerDay(card);
      const comingOn = card.comingOn?.toISOString().slice(0, 10) ?? null;
      return {
        id,
        code,
        title,
        available,
        incoming,
        status: statusOf(card),
        perDay,
        coverDays: daysOfCover(card),
        comingOn,
        risk: riskOf({ available, perDay, priceMinor, comingOn }, today.day),
        currency,
        places: locations
          .filter((level) => level.available > 0)
          .map((level) => ({ id: level.id, code: level.code, name: level.name, available: level.available }))
          .toSorted((a, b) => b.available - a.available),
      };
    });
  },
});
