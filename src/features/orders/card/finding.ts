import { capitalized, count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { isKept } from '../fold/promise-rules.ts';
import type { OrderCard } from '../order/model.ts';
import type { Stage } from '../rules.ts';
import { at, cancelledByWords, promiseWords, stageWords, stopWords } from './words.ts';

/** What matters first about an order, and whether somebody has to look at it. */
export interface Finding {
  readonly mark: 'attention' | 'waits' | 'done' | null;
  readonly text: string;
}

/** "Late: 2 of 3 lines shipped, last parcel with DHL since Mon 2 Mar 14:05 CET". */
export function findingOf(order: OrderCard, reader: Reader): Finding {
  const ended = endOf(order, reader);
  if (ended) return ended;
  const cancelling = cancellingOf(order, reader);
  if (cancelling) return cancelling;
  const held = holdOf(order, reader);
  if (held) return held;
  if (order.draft) return { mark: null, text: 'A draft: the shop has not confirmed it yet' };
  return lateOf(order, reader) ?? stoppedOf(order, reader) ?? { mark: null, text: progress(order, reader) };
}

/** How it ended; null: it goes on. */
function endOf(order: OrderCard, reader: Reader): Finding | null {
  if (order.kind === 'credit') return { mark: 'done', text: 'Credited to the customer' };
  if (order.mergedInto !== null) return { mark: null, text: `Merged into order ${order.mergedInto}` };
  if (order.cancelledAt && !order.returnedAt) {
    const isOut = order.handedOverAt !== null || order.totals.shipped > 0;
    const when = `${at(order.cancelledAt, reader)}${cancelledByWords(order.cancelledBy)}`;
    return isOut
      ? { mark: 'attention', text: `Cancelled after hand-over, ${when}` }
      : { mark: null, text: `Cancelled ${when}` };
  }
  if (order.stage === 'returned')
    return { mark: 'attention', text: `Returned to sender${since(order.returnedAt, reader)}` };
  if (order.stage !== 'delivered') return null;
  return deliveredOf(order, reader);
}

function deliveredOf(order: OrderCard, reader: Reader): Finding {
  const delivered = `Delivered${since(order.deliveredAt, reader)}`;
  const [first] = order.promises;
  if (!first || !order.deliveredAt) return { mark: 'done', text: delivered };
  if (isKept(first, order.deliveredAt)) return { mark: 'done', text: `${delivered}, on time` };
  const last = order.promises.at(-1);
  const revised = last && last !== first && isKept(last, order.deliveredAt) ? ', within the new promise' : '';
  return {
    mark: 'attention',
    text: `${delivered}, late: promised ${promiseWords(first, reader)}${revised}`,
  };
}

/** Nobody shall send it, although the shop has not said so. */
function cancellingOf(order: OrderCard, reader: Reader): Finding | null {
  const asked = order.asked.find(({ act }) => act === 'cancel');
  if (!asked) return null;
  const far = howFar(order, reader);
  if (asked.isDone)
    return {
      mark: 'attention',
      text: `Cancelled by task #${asked.task}, the shop has not told of it yet: it was ${far}`,
    };
  const by = asked.task === null ? `approval ${asked.approval} waits for a yes` : `task #${asked.task}`;
  return { mark: 'attention', text: `To be cancelled (${by}): ${far}` };
}

function holdOf({ onHold, holds }: OrderCard, reader: Reader): Finding | null {
  if (!onHold) return null;
  const lasting = holds.filter(({ until }) => until === null);
  const [first] = lasting;
  const reasons = [...new Set(lasting.flatMap(({ reason }) => reason || []))].join(', ');
  return {
    mark: 'waits',
    text: `On hold${first ? ` since ${at(first.from, reader)}` : ''}${reasons ? `: ${reasons}` : ''}`,
  };
}

/** Past what the customer was told last, or past its ship-by. */
function lateOf(order: OrderCard, reader: Reader): Finding | null {
  const promise = order.promises.at(-1);
  const isPastPromise = promise !== undefined && !isKept(promise, reader.now);
  if (isPastPromise)
    return {
      mark: 'attention',
      text: `Late: promised ${promiseWords(promise, reader)}, ${howFarAndWhy(order, reader)}`,
    };
  if (order.handedOverAt || !order.shipBy || order.shipBy >= reader.now) return null;
  return {
    mark: 'attention',
    text: `Late: ship-by was ${at(order.shipBy, zoned(order, reader))}, ${howFarAndWhy(order, reader)}`,
  };
}

/** What is late has mostly stopped somewhere: where, and since when. */
function howFarAndWhy(order: OrderCard, reader: Reader): string {
  const { nextStop, nextStopAt, totals } = order;
  if (nextStop === null || nextStopAt === null || nextStopAt > reader.now) return howFar(order, reader);
  if (nextStop === 'unscanned') return missedWords(order, reader);
  const stopped = `${stopWords(nextStop, order.stage)} since ${at(nextStopAt, reader)}`;
  return totals.shipped === 0 ? stopped : `${shippedWords(order)}; the rest ${stopped}`;
}

/** "packed Wed 25 Nov 15:00 CET, missed the truck of Wed 25 Nov 16:00 CET". */
function missedWords(order: OrderCard, reader: Reader): string {
  const { missedTruckAt, totals } = order;
  const truck = missedTruckAt ? `the truck of ${at(missedTruckAt, zoned(order, reader))}` : 'its truck';
  return totals.shipped === 0
    ? `${howFar(order, reader)}, missed ${truck}`
    : `${shippedWords(order)}; the rest missed ${truck}`;
}

function stoppedOf(order: OrderCard, reader: Reader): Finding | null {
  const { nextStop, nextStopAt, stage } = order;
  if (nextStop === null || nextStopAt === null || nextStopAt > reader.now) return null;
  if (nextStop === 'unscanned') return { mark: 'attention', text: `Stopped: ${missedWords(order, reader)}` };
  return {
    mark: 'attention',
    text: `Stopped: ${stopWords(nextStop, stage)}, since ${at(nextStopAt, reader)}`,
  };
}

function progress(order: OrderCard, reader: Reader): string {
  const { stage, handedOverAt, totals } = order;
  if (stage === 'handed_over')
    return `On its way${handedOverAt ? ` since ${at(handedOverAt, reader)}` : ''}${promised(order, reader)}`;
  if (totals.shipped > 0) return capitalized(howFar(order, reader));
  return `${capitalized(stageWords[stage])}${since(reachedAt(order), reader)}`;
}

function promised({ promises }: OrderCard, reader: Reader): string {
  const last = promises.at(-1);
  return last ? `, promised ${promiseWords(last, reader)}` : '';
}

/** "2 of 3 lines shipped, last parcel with DHL since Mon 2 Mar 14:05 CET", "packed 08:40 CET". */
function howFar(order: OrderCard, reader: Reader): string {
  const { totals, parcels, stage } = order;
  if (totals.shipped === 0 && !order.handedOverAt)
    return `${stageWords[stage]}${since(reachedAt(order), reader)}`;
  const shipped = shippedWords(order);
  const out = parcels.filter(({ handedOverAt, state }) => handedOverAt && state === 'handed_over');
  const last = out.toSorted((a, b) => Number(a.handedOverAt) - Number(b.handedOverAt)).at(-1);
  const from = last?.handedOverAt ?? (parcels.length === 0 ? order.handedOverAt : null);
  if (!from) return shipped;
  return `${shipped}, last parcel ${last?.carrierSaid ? `with ${last.carrierSaid} ` : ''}since ${at(from, reader)}`;
}

/** "2 of 3 lines shipped". */
function shippedWords({ totals }: OrderCard): string {
  return totals.shippedLines === 0
    ? `${count(totals.shipped, 'piece')} of ${totals.ordered - totals.cancelled} shipped`
    : `${totals.shippedLines} of ${count(totals.dueLines, 'line')} shipped`;
}

function reachedAt(order: OrderCard): Date | null {
  const reached: Readonly<Record<Stage, Date | null>> = {
    placed: order.placedAt,
    paid: order.paidAt,
    allocated: order.allocatedAt,
    picked: order.pickedAt,
    packed: order.packedAt,
    labelled: order.labelledAt,
    handed_over: order.handedOverAt,
    delivered: order.deliveredAt,
    returned: order.returnedAt,
    cancelled: order.cancelledAt,
  };
  return reached[order.stage];
}

/** Cut-offs are read on the clocks of the place that they belong to. */
export function zoned({ location }: Pick<OrderCard, 'location'>, reader: Reader): Reader {
  return location ? { ...reader, timeZone: location.timeZone } : reader;
}

function since(moment: Date | null, reader: Reader): string {
  return moment ? ` ${at(moment, reader)}` : '';
}
