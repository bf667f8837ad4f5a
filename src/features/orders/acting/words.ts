import { cutAtWord } from '../../../core/text/clean.ts';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { Telling, Told } from '../../../core/tokens/approval.ts';
import type { Act, ActFacts, ActLine, ActRequest } from './model.ts';
import { isUnpacked, leftToRefund, mayHaveLeft } from './rules.ts';

const longestLine = 120;

const shops: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  amazon: 'Amazon Seller Central',
  ebay: 'eBay',
  bigcommerce: 'BigCommerce',
};

/** The system in which an order of the channel is changed. */
export function shopOf(channel: string): string {
  return shops[channel] ?? `the shop system of ${channel}`;
}

/** "Fri 4 Dec", with its year unless it is this one. */
export function dayOf(day: string, { today }: Pick<ActFacts, 'today'>): string {
  return dayWords(day, new Date(today ?? day));
}

/** What the customer was told last: "Fri 4 Dec", or "Fri 4 Dec 14:00". */
export function promisedWords(promised: string, facts: Pick<ActFacts, 'today'>): string {
  const [day = promised, time] = promised.split('T');
  return `${dayOf(day, facts)}${time ? ` ${time}` : ''}`;
}

/** "2 × MUG-01 Mug". */
export function lineWords({ pieces, code, title }: Pick<ActLine, 'pieces' | 'code' | 'title'>): string {
  return cutAtWord(
    `${number(pieces)} × ${code}${title === '' || title === code ? '' : ` ${title}`}`,
    longestLine,
  );
}

/** On buttons and forms. */
export const actWords: Readonly<Record<Act, string>> = {
  hold: 'Hold',
  release: 'Release',
  promise: 'New promise',
  expedite: 'Expedite',
  cancel: 'Cancel the order',
  reship: 'Send again',
  refund: 'Refund',
};

/** Completes "Maya asks to …" and the title of the task. */
export function wishOf(request: ActRequest, facts: ActFacts): string {
  const { number, currency, pieces } = facts;
  switch (request.act) {
    case 'hold':
      return `hold order ${number} (${request.reason})`;
    case 'release':
      return `release order ${number} (${request.reason})`;
    case 'promise':
      return `promise order ${number} by ${dayOf(request.on, facts)} (${request.reason})`;
    case 'expedite':
      return `expedite order ${number} (${request.reason})`;
    case 'take back promise':
      return `take back that order ${number} comes by ${dayOf(request.on, facts)}`;
    case 'take back expedite':
      return `take back that order ${number} goes first`;
    case 'cancel':
      return `cancel order ${number} (${request.reason})`;
    case 'reship':
      return `send ${request.lines.length === 0 ? 'all' : count(pieces, 'piece')} of order ${number} again (${request.reason})`;
    case 'refund':
      return `refund ${money(BigInt(request.amountMinor), currency)} of order ${number} (${request.reason})`;
  }
}

/** What speaks against sending it again, or giving money back: whoever asks and whoever says yes reads it first. */
export function doubts(
  act: ActRequest['act'],
  facts: Pick<ActFacts, 'deliveredOn' | 'sentAgain' | 'today'>,
): readonly (readonly [what: string, told: string])[] {
  if (act !== 'reship' && act !== 'refund') return [];
  const { deliveredOn, sentAgain } = facts;
  return [
    ...(act === 'reship' && deliveredOn !== null
      ? [['Delivered already', dayOf(deliveredOn, facts)] as const]
      : []),
    ...(sentAgain.length > 0 ? [['Sent again before', sentAgain.join(', ')] as const] : []),
  ];
}

/** Of an order that is to be cancelled: what has left of it, and where its money is. */
export function stakes(facts: ActFacts): readonly (readonly [what: string, told: string])[] {
  const { left, pieces, asked, currency } = facts;
  const open = pendingRefunds({ asked, currency });
  return [
    ...(left > 0 ? [['Has left already', `${number(left)} of ${count(pieces, 'piece')}`] as const] : []),
    ...(open.length > 0 ? [['To be given back already', listOf(open)] as const] : []),
    ['Left to give back', money(leftToRefund(facts), currency)],
  ];
}

/** Refunds that the shop has not told of: "€12.50 asked for in task #11", "€100.00 in approval 10". */
export function pendingRefunds({ asked, currency }: Pick<ActFacts, 'asked' | 'currency'>): readonly string[] {
  return asked.flatMap(({ amountMinor, task, approval, isDone }) => {
    if (amountMinor === null) return [];
    const by = task === null ? `asked for in approval ${approval}` : `asked for in task #${task}`;
    return [`${money(BigInt(amountMinor), currency)} ${isDone ? `given back by task #${task}` : by}`];
  });
}

/** The request in the words for its approvers, in plain text. */
export function tellAct(request: ActRequest, facts: ActFacts, telling: Telling): Told {
  const { currency, total, refunded, held, promised, stage, worth, channel } = facts;
  const of = (minor: string) => money(BigInt(minor), currency);
  const lines: (readonly [string, string])[] = [
    ['Order', `${of(total)}, ${stage.replace('_', ' ')}`],
    ...(held === null ? [] : [['On hold', held] as const]),
    ...(BigInt(refunded) > 0n ? [['Refunded before', of(refunded)] as const] : []),
  ];
  if (request.act === 'promise' && promised !== null)
    lines.push(['Promised before', promisedWords(promised, facts)]);
  lines.unshift(...doubts(request.act, facts));
  if (request.act === 'cancel') lines.push(...stakes(facts));
  if (request.act === 'reship') lines.push(['Worth of what goes again', of(worth)]);
  if (request.act === 'refund' && telling !== 'stays')
    lines.push(['Left afterwards', of(String(leftToRefund(facts) - BigInt(request.amountMinor)))]);
  if (telling !== 'stays') lines.push(['Not done by me', `a task to do it in ${shopOf(channel)}`]);
  return { what: wishOf(request, facts), lines };
}

/** Changes large enough to ask the approver again. */
export function changedSince(
  before: ActFacts,
  now: ActFacts,
  { act }: Pick<ActRequest, 'act'>,
): readonly string[] {
  const of = (minor: string) => money(BigInt(minor), now.currency);
  const wasUnpacked = isUnpacked(before) && !isUnpacked(now);
  const hasLeft = !mayHaveLeft(before) && mayHaveLeft(now);
  const known = new Map(doubts(act, before));
  const doubted = doubts(act, now).filter(([what, told]) => known.get(what) !== told);
  return [
    ...doubted.map(([what, told]) => `${what}: ${told}`),
    ...(wasUnpacked || hasLeft || (now.stage === 'cancelled' && before.stage !== 'cancelled')
      ? [`Stage: was ${before.stage.replace('_', ' ')}, is ${now.stage.replace('_', ' ')}`]
      : []),
    ...(before.refunded === now.refunded
      ? []
      : [`Refunded: was ${of(before.refunded)}, is ${of(now.refunded)}`]),
    ...(before.left === now.left
      ? []
      : [`Has left: was ${number(before.left)}, is ${count(now.left, 'piece')}`]),
    ...(before.total === now.total ? [] : [`Total: was ${of(before.total)}, is ${of(now.total)}`]),
    ...(before.worth === now.worth ? [] : [`Worth: was ${of(before.worth)}, is ${of(now.worth)}`]),
  ];
}
