import { count } from '../../../core/text/sentence.ts';
import { choice, more } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import { showSku } from '../../stock/index.ts';
import { actOn } from '../acting/actions.ts';
import { actWords } from '../acting/words.ts';
import { showOrder } from '../card/actions.ts';
import type { OrderRow } from './model.ts';

/** What gets an order on that stopped; null: nobody knows where it stopped. */
export function nextStepWords({ nextStop, unallocated }: OrderRow): Mrkdwn | null {
  switch (nextStop) {
    case 'unallocated': {
      if (!unallocated) return mrkdwn`Set its pieces aside, or see in \`/stock\` what is short`;
      const { code, others } = unallocated;
      const rest = others > 0 ? ` and ${count(others, 'more line')}` : '';
      return mrkdwn`Set ${shorten(code, 40)}${rest} aside, or see with \`/stock ${shorten(code, 40)}\` if it is short`;
    }
    case 'unpicked':
      return mrkdwn`Have it picked: expedite it, and the warehouse takes it next`;
    case 'unscanned':
      return mrkdwn`Its truck left without it: put it on the next, or promise a new day`;
    case 'label unscanned':
      return mrkdwn`Look for it on the dock, then ask the carrier for a scan`;
    default:
      return null;
  }
}

/** The button that does it first, then the order itself. `mayAct`: whether the reader may act on orders. */
export function nextStepChoices(row: OrderRow, mayAct: boolean) {
  const { id, nextStop, unallocated } = row;
  const act =
    nextStop === 'unpicked' ? ('expedite' as const) : nextStop === 'unscanned' ? ('promise' as const) : null;
  return more(
    [
      ...(unallocated?.skuId
        ? [choice(showSku, { sku: unallocated.skuId }, `Stock of ${shorten(unallocated.code, 40)}`)]
        : []),
      ...(mayAct && act ? [choice(actOn, { id, act }, actWords[act])] : []),
      choice(raiseAbout, { what: 'order', ref: id }, 'Raise issue'),
      choice(showOrder, { id }, `Show ${shorten(row.number, 40)}`),
    ],
    { key: id },
  );
}
