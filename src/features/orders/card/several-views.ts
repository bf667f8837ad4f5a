import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, context, message, section } from '../../../ui/blocks.ts';
import { marks } from '../../../ui/card.ts';
import { quoted, shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import type { AskedOrder, OrderCard } from '../order/model.ts';
import { worthWords } from '../order/worth-words.ts';
import { showOrder } from './actions.ts';
import { findingOf } from './finding.ts';

interface Several {
  readonly asked: readonly AskedOrder[];
  /** Asked for besides, and not looked up. */
  readonly left: number;
}

/** Several orders that were asked for by their numbers: the finding of each, in the order in which they were asked for. */
export function severalMessage({ asked, left }: Several, reader: Reader): Message {
  const orders = asked.flatMap(({ order }) => order ?? []);
  const marksOf = orders.map((order) => findingOf(order, reader).mark);
  const worrying = marksOf.filter((mark) => mark === 'attention').length;
  const held = marksOf.filter((mark) => mark === 'waits').length;
  const missing = asked.filter(({ fits }) => fits === 0).length;
  const finding = [
    count(orders.length, 'order'),
    ...(worrying > 0 ? [`${number(worrying)} to look at`] : []),
    ...(held > 0 ? [`${number(held)} on hold`] : []),
    ...(worrying + held === 0 ? ['none to look at'] : []),
    ...(missing > 0 ? [`${number(missing)} not found`] : []),
  ].join(', ');
  const spoken = asked.map((one) => lineWords(one, reader)).join('; ');
  const rest = mrkdwn`and ${count(left, 'more number')}: ask for them apart, ten at a time.`;
  return message(mrkdwn`${finding}: ${spoken}`, [
    section(mrkdwn`*${finding}*`),
    ...asked.map((one, n) => line(one, n, reader)),
    ...(left > 0 ? [context(rest)] : []),
  ]);
}

function line(asked: AskedOrder, n: number, reader: Reader) {
  const { order } = asked;
  if (!order) return section(mrkdwn`${lineWords(asked, reader)}`);
  const { mark, text } = findingOf(order, reader);
  const sign = mark ? `${marks[mark]} ` : '';
  return section(
    mrkdwn`*${shorten(order.number, 60)}* · ${sign}${shorten(text, 150)}\n${factsOf(order)}`,
    button(showOrder, { id: order.id }, `Show ${shorten(order.number, 40)}`, { key: n }),
  );
}

function factsOf(order: OrderCard): string {
  const { totals, channel, location } = order;
  return [
    shorten(channel, 40),
    worthWords(order),
    count(totals.lineCount, 'line'),
    ...(location ? [`from ${shorten(location.name, 40)}`] : []),
  ].join(' · ');
}

/** "1042: Late: ship-by was 16:00 CET, packed 08:40 CET". */
function lineWords({ asked, order, fits }: AskedOrder, reader: Reader): string {
  const typed = quoted(shorten(asked, 60));
  if (order) return `${shorten(order.number, 60)}: ${findingOf(order, reader).text}`;
  return fits === 0 ? `No order is "${typed}"` : `Several orders fit "${typed}": ask for it alone`;
}
