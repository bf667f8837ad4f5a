import { money } from '../../../core/text/money.ts';
import type { ActFacts, ActRequest } from './model.ts';
import { type ActNo, askedAlready, askedToRefund, cancelling, leftToRefund } from './rules.ts';

export const actSentences: Readonly<Record<ActNo, (facts: ActFacts, request: ActRequest) => string>> = {
  'is a credit': ({ number }) => `${number} is a credit: what it credits is the order.`,
  'is cancelled': ({ number }) => `Order ${number} is cancelled.`,
  'is held here': ({ number, held }) => `Order ${number} is on hold already: ${held}.`,
  'is not held': ({ number }) => `Order ${number} is not on hold.`,
  'has left': ({ number }) => `Order ${number} has left: the carrier has it.`,
  'has not left': ({ number }) => `Nothing of order ${number} has left yet: there is nothing to replace.`,
  'is delivered': ({ number }) => `Order ${number} has arrived: refund it, or send it again.`,
  'is past': () => 'That day has passed: today or later.',
  'is too far': () => 'That day is more than a year away: a nearer one.',
  'is promised so': ({ number }) => `Order ${number} is promised for that day already.`,
  'is asked already': (facts, request) => {
    const before = askedAlready(request, facts);
    if (!before) return 'That is asked for already.';
    const other = request.act === 'refund' ? ' Another reason tells two refunds apart.' : '';
    if (before.isDone)
      return `That is done already, by task #${before.task}: the shop has not told of it yet.${other}`;
    return before.task === null
      ? `That is asked for already: approval ${before.approval} waits for a yes.${other}`
      : `That is asked for already: task #${before.task} is open.${other}`;
  },
  'is promised otherwise': ({ number }) => `Order ${number} is promised for another day by now.`,
  'is nothing': ({ number }) => `Nothing of order ${number} can go again: it has no pieces.`,
  'is no amount': (facts) =>
    `A refund is more than ${money(0n, facts.currency)}: ${money(leftToRefund(facts), facts.currency)} is left of order ${facts.number}.`,
  'is to be cancelled': ({ number, asked }) => {
    const by = cancelling({ asked });
    if (by?.isDone)
      return `Order ${number} is cancelled by task #${by.task}: the shop has not told of it yet.`;
    const waits = by?.task ? `task #${by.task} is open` : `approval ${by?.approval} waits for a yes`;
    return `Order ${number} is to be cancelled: ${waits}.`;
  },
  'is more than is left': (facts) =>
    `${money(leftToRefund(facts), facts.currency)} is left of order ${facts.number}: the customer pays ${money(BigInt(facts.total), facts.currency)} and has ${money(BigInt(facts.refunded), facts.currency)} back${pendingRefunds(facts)}.`,
};

/** "; €12.50 is asked for; €100.00 was given, and the shop has not told of it yet". */
function pendingRefunds({ asked, currency }: Pick<ActFacts, 'asked' | 'currency'>): string {
  const [open, given] = [false, true].map((isDone) =>
    askedToRefund({ asked: asked.filter((one) => one.isDone === isDone) }),
  );
  return [
    ...(open ? [`; ${money(open, currency)} is asked for`] : []),
    ...(given ? [`; ${money(given, currency)} was given, and the shop has not told of it yet`] : []),
  ].join('');
}

/** The input beside which a sentence of a form stands. */
export const inputOf = (no: ActNo): 'amount' | 'on' | 'reason' => {
  if (no === 'is no amount' || no === 'is more than is left') return 'amount';
  return no === 'is past' || no === 'is too far' || no === 'is promised so' ? 'on' : 'reason';
};
