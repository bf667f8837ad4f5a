import type { Mention } from '../../../core/declare/mention.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { button } from '../../../ui/blocks.ts';
import { at } from '../card/words.ts';
import { listAction } from './actions.ts';
import { wholeBacklog } from './model.ts';

/** What waits for a SKU, as the statement of all features returns it. */
export interface Waiting {
  readonly orders: number;
  readonly pieces: number;
  readonly shipBy: string | null;
  readonly held: number;
}

/** "31 pieces still to send in 12 open orders, the first ship-by 16:00 CET": whether they are here or not. */
export function mentionOf({ orders, pieces, shipBy, held }: Waiting, sku: string, reader: Reader): Mention {
  const first = shipBy ? `, the first ship-by ${at(new Date(shipBy), reader)}` : '';
  const holds = held > 0 ? `, ${number(held)} on hold` : '';
  return {
    line: `${count(pieces, 'piece')} still to send in ${count(orders, 'open order')}${first}${holds}`,
    button: button(
      listAction,
      { ...wholeBacklog, show: 'waiting', sku, after: null },
      orders === 1 ? 'Show it' : `List ${number(orders)} orders`,
    ),
  };
}
