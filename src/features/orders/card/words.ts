import { dayMoment as at } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { Cancelling } from '../acting/model.ts';
import type { PromiseTold, Standing } from '../order/model.ts';
import type { Stage } from '../rules.ts';

export { at };

export const stageWords: Readonly<Record<Stage, string>> = {
  placed: 'placed',
  paid: 'paid',
  allocated: 'allocated',
  picked: 'picked',
  packed: 'packed',
  labelled: 'labelled',
  handed_over: 'handed over',
  delivered: 'delivered',
  returned: 'returned to sender',
  cancelled: 'cancelled',
};

/** "packed, on hold": the order's state in one phrase, for texts that mention it. */
export function standing({ stage, onHold }: Pick<Standing, 'stage' | 'onHold'>): string {
  return `${stageWords[stage]}${onHold ? ', on hold' : ''}`;
}

/** "Wed 4 Mar", or the moment. */
export function promiseWords({ kind, on, until }: PromiseTold, reader: Reader): string {
  return kind === 'date' && on ? dayWords(on.toISOString().slice(0, 10), reader.now) : at(until, reader);
}

const parties: Readonly<Record<string, string>> = {
  customer: ' by the customer',
  seller: ' by us',
  fraud: ' for fraud',
  carrier: ' by the carrier',
};

/** " by the customer"; empty where nobody says. */
export function cancelledByWords(by: string | null): string {
  return parties[by ?? ''] ?? '';
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Who told it: "file orders.csv", "a webhook of shopify", "a person". */
export function sourceWords(source: string, channel: string): string {
  if (uuid.test(source)) return `a webhook of ${channel}`;
  if (source === 'person') return 'a person';
  if (source === 'file migrated') return 'an earlier release';
  return source;
}

const parcelStates: Readonly<Record<string, string>> = {
  open: 'not labelled yet',
  labelled: 'labelled, not handed over',
  handed_over: 'handed over',
  delivered: 'delivered',
  returned: 'returned to sender',
  failed: 'failed',
  cancelled: 'cancelled',
};

export function parcelState(state: string): string {
  return parcelStates[state] ?? state;
}

const ways: Readonly<Record<string, string>> = { scan: ' (scan)', manifest: ' (manifest)' };

/** " (scan)": how a hand-over is known. */
export function wayWords(by: string | null): string {
  return ways[by ?? ''] ?? '';
}

const stops: Readonly<Record<string, string>> = {
  unallocated: 'paid and not allocated',
  unpicked: 'allocated and not picked',
  'label unscanned': 'labelled and not scanned',
};

/** At which hand-over it stopped: "paid and not allocated", "labelled and not handed over". */
export function stopWords(stop: string, stage: Stage): string {
  // Both what is packed and what has its label waits for a truck.
  return stop === 'unscanned' ? `${stageWords[stage]} and not handed over` : (stops[stop] ?? stop);
}

/** "to be cancelled: task #25". */
export function cancelWords({ task, approval, isDone }: Cancelling): string {
  if (isDone) return `cancelled by task #${task}, the shop has not told of it yet`;
  return `to be cancelled: ${task === null ? `approval ${approval} waits for a yes` : `task #${task}`}`;
}
