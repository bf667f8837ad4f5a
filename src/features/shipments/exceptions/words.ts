import type { ExceptionKind } from '../parcels/model.ts';
import type { Fault } from '../status/model.ts';

/** What is wrong, in lines and on buttons. */
export const kindWords: Readonly<Record<ExceptionKind, string>> = {
  doubted: 'Ended by one of us, scanned since',
  'turned back': 'On its way back',
  failed: 'Delivery failed',
  held: 'On hold',
  delayed: 'Delayed',
  'to collect': 'Not collected',
  unscanned: 'Not scanned',
  silent: 'Silent',
  back: 'Back with us',
};

const steps: Readonly<Record<ExceptionKind, string>> = {
  doubted: 'ask the carrier who is right; a lead can take the end back',
  'turned back': 'ask the customer: send again or refund',
  failed: 'check the address with the customer',
  held: 'ask the carrier what it waits for',
  delayed: 'tell the customer, promise a new day',
  'to collect': 'remind the customer before it turns back',
  unscanned: 'look on the dock: did it leave?',
  silent: 'have the carrier trace it',
  back: 'put it on the shelf, then refund or send again',
};

/** What to do first. */
export function stepWords(kind: ExceptionKind, fault: Fault): string {
  if (kind === 'held' && fault === 'customs') return 'send customs its papers';
  if (fault === 'retailer' && (kind === 'failed' || kind === 'held')) return 'mend our label or papers';
  return steps[kind];
}
