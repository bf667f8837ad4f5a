import type { KnownBlock } from '@slack/types';
import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { context, section, table } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { shopOf } from '../acting/words.ts';
import type { LineTotals, OrderCard, Parcel, Pieces } from '../order/model.ts';
import { at, parcelState, promiseWords, sourceWords, wayWords } from './words.ts';

const shownParcels = 5;
const shownTracking = 3;

const columns: readonly (readonly [title: string, of: keyof Pieces])[] = [
  ['Labelled', 'labelled'],
  ['Shipped', 'shipped'],
  ['Delivered', 'delivered'],
  ['To send', 'open'],
  ['Cancelled', 'cancelled'],
  ['Refunded', 'refunded'],
  ['Returned', 'returned'],
];

/** The states that say more than the finding: what all pieces or none have reached is no column. */
function columnsOf(totals: LineTotals) {
  return columns.filter(([, of]) => {
    // What has left was labelled.
    const besides = of === 'labelled' ? totals.shipped : 0;
    return totals[of] > besides && totals[of] !== totals.ordered;
  });
}

export function lineBlocks({ lines, totals, currency }: OrderCard): readonly KnownBlock[] {
  if (lines.length === 0) return [section(mrkdwn`No lines were told of it yet.`)];
  const shown = columnsOf(totals);
  const left = totals.lineCount - lines.length;
  return [
    table(
      [
        { title: 'SKU' },
        { title: 'Title', wraps: true },
        { title: 'Pieces', align: 'right' },
        ...shown.map(([title]) => ({ title, align: 'right' as const })),
        { title: 'Price', align: 'right' },
      ],
      lines.map((line) => [
        shorten(line.code, 60),
        shorten(line.title, 150),
        number(line.ordered),
        ...shown.map(([, of]) => number(line[of])),
        money(line.unitPriceMinor, currency),
      ]),
    ),
    ...(left > 0 ? [context(mrkdwn`and ${count(left, 'more line')}: all of them come as a CSV file`)] : []),
  ];
}

/** Parcels, promises, holds, refunds and other orders: a line each, as far as there are any. */
export function partLines(order: OrderCard, reader: Reader): readonly Mrkdwn[] {
  return [
    ...parcelLines(order, reader),
    ...promiseLine(order, reader),
    ...holdLine(order, reader),
    ...askedReleaseLine(order),
    ...refundLine(order, reader),
    ...askedRefundLines(order),
    ...othersLine(order),
  ];
}

const shownRefunds = 3;

/** Money that is to go back, or went back without the shop having told of it. */
function askedRefundLines({ asked, currency }: OrderCard): readonly Mrkdwn[] {
  const refunds = asked.filter(({ amountMinor }) => amountMinor !== null);
  const more = refunds.length - shownRefunds;
  return [
    ...refunds.slice(0, shownRefunds).map(({ amountMinor, task, approval, isDone }) => {
      const amount = money(BigInt(amountMinor ?? 0), currency);
      if (isDone) return mrkdwn`${amount} given back by task #${task ?? ''}: the shop has not told of it yet`;
      const by = task === null ? `approval ${approval} waits for a yes` : `task #${task} is open`;
      return mrkdwn`${amount} to be given back: ${by}`;
    }),
    ...(more > 0 ? [mrkdwn`and ${count(more, 'more refund')} asked for`] : []),
  ];
}

function parcelLines({ parcels }: OrderCard, reader: Reader): readonly Mrkdwn[] {
  const more = parcels.length - shownParcels;
  return [
    ...parcels
      .slice(0, shownParcels)
      .map((parcel) => mrkdwn`Parcel ${parcelName(parcel)}: ${parcelWords(parcel, reader)}`),
    ...(more > 0 ? [mrkdwn`and ${count(more, 'more parcel')}`] : []),
  ];
}

/** "DHL 00340434292135100186". */
function parcelName({ carrierSaid, tracking, externalId }: Parcel): string {
  const numbers = tracking.slice(0, shownTracking).map((one) => shorten(one, 40));
  const more = tracking.length > shownTracking ? ` and ${tracking.length - shownTracking} more` : '';
  const name = numbers.length > 0 ? `${numbers.join(', ')}${more}` : shorten(externalId, 40);
  return carrierSaid ? `${shorten(carrierSaid, 30)} ${name}` : name;
}

function parcelWords(parcel: Parcel, reader: Reader): string {
  const { state, handOverBy, pieces } = parcel;
  const since = stateSince(parcel);
  const way = state === 'handed_over' ? wayWords(handOverBy) : '';
  // What goes on has been so since then; what is over happened then.
  const goesOn = state === 'labelled' || state === 'handed_over' ? ' since' : '';
  return [
    `${parcelState(state)}${way}${since ? `${goesOn} ${at(since, reader)}` : ''}`,
    ...(pieces > 0 ? [count(pieces, 'piece')] : []),
  ].join(' · ');
}

function stateSince(parcel: Parcel): Date | null {
  const { state, labelledAt, handedOverAt, deliveredAt, returnedAt, cancelledAt } = parcel;
  if (state === 'labelled') return labelledAt;
  if (state === 'handed_over') return handedOverAt;
  if (state === 'delivered') return deliveredAt;
  if (state === 'returned') return returnedAt;
  return state === 'cancelled' || state === 'failed' ? cancelledAt : null;
}

function promiseLine({ promises }: OrderCard, reader: Reader): readonly Mrkdwn[] {
  const [first] = promises;
  const last = promises.at(-1);
  if (!first || !last) return [];
  const who = ({ source, by }: typeof first) =>
    source === 'rule' ? ', by our rule' : source === 'person' ? `, by ${by ?? 'a person'}` : ', by the shop';
  const original = `Promised ${promiseWords(first, reader)}${who(first)}`;
  if (first === last) return [mrkdwn`${original}`];
  const times = promises.length > 2 ? ` (revision ${promises.length - 1})` : '';
  return [
    mrkdwn`${original} · now ${promiseWords(last, reader)}${who(last)}, told ${at(last.toldAt, reader)}${times}`,
  ];
}

function holdLine({ holds }: OrderCard, reader: Reader): readonly Mrkdwn[] {
  const lasting = holds.filter(({ until }) => until === null);
  const past = holds.length - lasting.length;
  return [
    ...lasting.slice(0, 3).map(({ from, reason, by }) => {
      const who = by ? ` by ${shorten(by, 40)}` : '';
      return mrkdwn`On hold since ${at(from, reader)}${who}: ${shorten(reason ?? 'no reason given', 150)}`;
    }),
    ...(past > 0 ? [mrkdwn`Was on hold ${past === 1 ? 'once' : `${past} times`} before`] : []),
  ];
}

/** That a release is asked for, or done without the shop having told of it. */
function askedReleaseLine({ asked, holds, channel }: OrderCard): readonly Mrkdwn[] {
  const release = asked.find(({ act }) => act === 'release');
  if (!release || !holds.some(({ until }) => until === null)) return [];
  const { task, approval, isDone } = release;
  const shop = shorten(shopOf(channel), 80);
  if (isDone)
    return [mrkdwn`Released in ${shop}, as task #${task ?? ''} says; ${shop} has not told of it yet`];
  return [
    mrkdwn`Release asked for: ${task === null ? `approval ${approval} waits for a yes` : `task #${task}`}`,
  ];
}

function refundLine({ refunds, currency }: OrderCard, reader: Reader): readonly Mrkdwn[] {
  const last = refunds.at(-1);
  if (!last) return [];
  const sum = refunds.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const times =
    refunds.length > 1
      ? ` in ${refunds.length} refunds, the last ${at(last.at, reader)}`
      : ` ${at(last.at, reader)}`;
  const note = last.note ? `: ${shorten(last.note, 100)}` : '';
  return [mrkdwn`Refunded ${money(sum, currency)}${times}${note}`];
}

function othersLine({ others }: OrderCard): readonly Mrkdwn[] {
  if (others.count === 0) return [];
  const more = others.count - others.numbers.length;
  const numbers = others.numbers.map((one) => shorten(one, 40)).join(', ');
  return [mrkdwn`Also open for this customer: ${numbers}${more > 0 ? ` and ${number(more)} more` : ''}`];
}

/** "Source: shopify, told by file shop, Mon 2 Mar 08:41 CET · orders of shopify complete until 08:40 CET". */
export function freshness(order: OrderCard, reader: Reader): Mrkdwn {
  const { source, channel, saidAt, updatedAt, heard } = order;
  const told = mrkdwn`Source: ${shorten(sourceWords(source, channel), 60)}, told ${at(saidAt ?? updatedAt, reader)}`;
  const name = shorten(channel, 40);
  if (heard?.silentSince)
    return joined([told, mrkdwn`no data from ${name} since ${at(heard.silentSince, reader)}`], ' · ');
  if (heard?.coversUntil)
    return joined([told, mrkdwn`orders of ${name} complete until ${at(heard.coversUntil, reader)}`], ' · ');
  return told;
}
