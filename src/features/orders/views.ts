import type { Mention } from '../../core/declare/mention.ts';
import { money } from '../../core/text/money.ts';
import { number } from '../../core/text/quantity.ts';
import { count } from '../../core/text/sentence.ts';
import { moment, momentWithZone } from '../../core/time/reader.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { actions, button, context, facts, header, message, section, table } from '../../ui/blocks.ts';
import { shorten } from '../../ui/limits.ts';
import { mentionBlocks, mentionText } from '../../ui/mentions.ts';
import { type Mrkdwn, mrkdwn } from '../../ui/text.ts';
import { raiseAbout } from '../issues/index.ts';
import type { OrderCard, Stage } from './rules.ts';

/** The clock and zone the card is read in. */
export interface Reading {
  readonly now: Date;
  readonly timeZone: string;
}

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
export function standing({ stage, onHold }: Pick<OrderCard, 'stage' | 'onHold'>): string {
  return `${stageWords[stage]}${onHold ? ', on hold' : ''}`;
}

export function orderMessage(
  order: OrderCard,
  { now, timeZone }: Reading,
  mentions: readonly Mention[] = [],
): Message {
  const finding = findingOf(order, { now, timeZone });
  const value = money(order.valueMinor, order.currency);
  const placed = momentWithZone(order.placedAt, now, timeZone);
  const name = `${order.kind === 'credit' ? 'Credit' : 'Order'} ${order.number}`;
  const left = order.lineCount - order.lines.length;
  return message(
    mrkdwn`${name}: ${finding}. Placed ${placed} on ${order.channel}, ${count(order.lineCount, 'line')}, ${value}.${mentionText(mentions)}`,
    [
      header(`${name} · ${order.channel}`),
      section(mrkdwn`*${finding}*`),
      facts(
        mrkdwn`*Placed*\n${placed}`,
        mrkdwn`*Value*\n${value}`,
        mrkdwn`*Ships to*\n${order.shipToCountry ?? 'not known'}`,
        mrkdwn`*Ship by*\n${order.shipBy ? momentWithZone(order.shipBy, now, timeZone) : 'no date given'}`,
      ),
      ...(order.lines.length > 0 ? [linesTable(order)] : []),
      ...(left > 0 ? [section(mrkdwn`… and ${count(left, 'more line')}.`)] : []),
      ...mentionBlocks(mentions),
      context(source(order, { now, timeZone })),
      actions(button(raiseAbout, { what: 'order', ref: order.id }, 'Raise issue')),
    ],
  );
}

function findingOf(order: OrderCard, { now, timeZone }: Reading): Mrkdwn {
  const stage = stageWords[order.stage];
  if (order.kind === 'credit') return mrkdwn`Credited to the customer`;
  const held = order.onHold ? ', on hold' : '';
  const reached = reachedAt(order);
  const since = reached ? ` ${moment(reached, now, timeZone)}` : '';
  const open = !order.handedOverAt && !order.cancelledAt && !order.deliveredAt;
  const late = open && order.shipBy && order.shipBy < now ? ', past its ship-by time' : '';
  return mrkdwn`${stage.charAt(0).toUpperCase()}${stage.slice(1)}${since}${held}${late}`;
}

function reachedAt(order: OrderCard): Date | null {
  const at: Readonly<Record<Stage, Date | null>> = {
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
  return at[order.stage];
}

function linesTable(order: OrderCard) {
  return table(
    [
      { title: 'SKU' },
      { title: 'Title' },
      { title: 'Pieces', align: 'right' },
      { title: 'Price', align: 'right' },
    ],
    order.lines.map((line) => [
      line.code,
      shorten(line.title, 200),
      number(line.pieces),
      money(line.unitPriceMinor, order.currency),
    ]),
  );
}

function source(order: OrderCard, { now, timeZone }: Reading): Mrkdwn {
  return mrkdwn`Source: ${order.source}, updated ${moment(order.updatedAt, now, timeZone)} · ${order.channel} ${order.number}`;
}
