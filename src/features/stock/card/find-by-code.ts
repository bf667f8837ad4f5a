import type { QueryContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { demandSince, type StockCard } from './rules.ts';
import { findExactly } from './store.ts';

/** The one SKU that this code names. Refuses none or several; `next` is the sentence that says what to do instead. */
export async function cardByCode(ctx: QueryContext, code: string, next: string): Promise<StockCard> {
  const [card, another] = await findExactly(ctx.scope, {
    text: code.toUpperCase(),
    since: demandSince(ctx.now),
  });
  const asked = code.slice(0, 60);
  if (!card) throw new Refusal('not-found', `No SKU, barcode or alias is exactly "${asked}".`, { next });
  if (another) {
    throw new Refusal('invalid', `"${asked}" means several SKUs: ${card.code}, ${another.code}.`, {
      next: 'Name one by its own code.',
    });
  }
  return card;
}
