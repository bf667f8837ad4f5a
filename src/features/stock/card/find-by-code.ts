import type { QueryContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { businessDay } from './demand-rules.ts';
import type { StockCard } from './rules.ts';
import { findExactly } from './store.ts';

/** The one SKU that this code names. Refuses none or several; `next` is the sentence that says what to do instead. */
export async function cardByCode(ctx: QueryContext, code: string, next: string): Promise<StockCard> {
  const key = codeKey(code);
  const found = await findExactly(ctx.scope, { text: key, today: businessDay(ctx) });
  // What one SKU is called can be another's own code: the code wins, as everywhere that a line names a SKU.
  const own = found.filter((card) => codeKey(card.code) === key);
  const [card, another] = own.length === 1 ? own : found;
  const asked = code.slice(0, 60);
  if (!card) throw new Refusal('not-found', `No SKU, barcode or alias is exactly "${asked}".`, { next });
  if (another) {
    throw new Refusal('invalid', `"${asked}" means several SKUs: ${card.code}, ${another.code}.`, {
      next: 'Name one by its own code.',
    });
  }
  return card;
}
