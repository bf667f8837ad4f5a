import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { choice, more } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { raiseAbout } from '../../issues/index.ts';
import { showSku } from '../../stock/index.ts';
import { actOn } from '../acting/actions.ts';
import type { Cancelling } from '../acting/model.ts';
import { actWords } from '../acting/words.ts';
import { showOrder } from '../card/actions.ts';
import { promiseWords } from '../card/words.ts';
import type { OrderRow } from './model.ts';

/**
 * What gets an order on that stopped; null: nobody knows where it stopped. `mayAct`: whether the reader may act on orders;
 * nobody is advised what they cannot do.
 */
export function nextStepWords(row: OrderRow, reader: Reader, mayAct: boolean): Mrkdwn | null {
  const { nextStop, unallocated, newPromise, cancelling } = row;
  if (cancelling) return mrkdwn`Do not send it: ${cancellingWords(cancelling)}`;
  switch (nextStop) {
    case 'unallocated': {
      if (!unallocated) return mrkdwn`Set its pieces aside, or see in \`/stock\` what is short`;
      const { code, others } = unallocated;
      const rest = others > 0 ? ` and ${count(others, 'more line')}` : '';
      return mrkdwn`Set ${shorten(code, 40)}${rest} aside, or see with \`/stock ${shorten(code, 40)}\` if it is short`;
    }
    case 'unpicked':
      return mayAct
        ? mrkdwn`Have it picked: expedite it, and the warehouse takes it next`
        : mrkdwn`Have it picked: an operator can expedite it`;
    case 'unscanned':
      if (newPromise) {
        const by = newPromise.by ? ` by ${shorten(newPromise.by, 40)}` : '';
        return mrkdwn`Put it on the next truck: promised ${promiseWords(newPromise, reader)}${by}`;
      }
      return mrkdwn`Its truck left without it: put it on the next${mayAct ? ', or promise a new day' : ''}`;
    case 'label unscanned':
      return mrkdwn`Look for it on the dock, then ask the carrier for a scan`;
    default:
      return null;
  }
}

function cancellingWords({ task, approval, isDone }: Cancelling): string {
  if (isDone) return `task #${task} has cancelled it, and the shop has not told of it yet`;
  return task === null
    ? `approval ${approval} to cancel it waits for a yes`
    : `task #${task} asks to cancel it`;
}

/** The button that does it first, then the order itself. `mayAct`: whether the reader may act on orders. */
export function nextStepChoices(row: OrderRow, mayAct: boolean) {
  const { id, unallocated, cancelling } = row;
  const act = cancelling ? null : actOf(row);
  return more(
    [
      ...(unallocated?.skuId && !cancelling
        ? [choice(showSku, { sku: unallocated.skuId }, `Stock of ${shorten(unallocated.code, 40)}`)]
        : []),
      ...(mayAct && act ? [choice(actOn, { id, act }, actWords[act])] : []),
      choice(raiseAbout, { what: 'order', ref: id }, 'Raise issue'),
      choice(showOrder, { id }, `Show ${shorten(row.number, 40)}`),
    ],
    { key: id },
  );
}

function actOf({ nextStop, newPromise }: OrderRow): 'expedite' | 'promise' | null {
  if (nextStop === 'unpicked') return 'expedite';
  return nextStop === 'unscanned' && !newPromise ? 'promise' : null;
}
