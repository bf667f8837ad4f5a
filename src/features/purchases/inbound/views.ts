import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, context, message, section } from '../../../ui/blocks.ts';
import { quoted, shorten } from '../../../ui/limits.ts';
import { type FilterMenu, pagedList } from '../../../ui/paged-list.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { showSku } from '../../stock/index.ts';
import { orderName } from '../line/receipt-rules.ts';
import { inboundAsFile, listInbound, newDate } from './actions.ts';
import { findingOf } from './finding.ts';
import { freshnessWords } from './freshness-views.ts';
import { everything, type InboundFilter, type InboundPage, type InboundRow, type Meant } from './model.ts';
import { dayText, faultText, promiseText, saidText, standingText, waitedText } from './words.ts';

const shownSaid = 5;

/** A page of what is on its way from suppliers. `mayDate`: whether the reader may give another day. */
export function inboundList(page: InboundPage, reader: Reader, mayDate: boolean): Message {
  const { filter, named, supplier, mostWaited, today } = page;
  return pagedList<InboundRow, InboundFilter>(listInbound, page, {
    finding: findingOf(page, {
      name: named === null ? null : shorten(named, 60),
      supplier: supplier === null ? null : shorten(supplier, 60),
      code: shorten(mostWaited?.code ?? '', 40),
      now: reader.now,
    }),
    headline: (row) => `${whatOf(row)} ${dayText(row, today, reader.now)}`,
    line: (row) => {
      const words = lineWords(row, page, reader);
      const { id, open, skuId, standing } = row;
      const what = shorten(standing?.code ?? row.code ?? orderName(row), 40);
      if (open && mayDate) return section(words, button(newDate, { id }, 'New date', { key: id }));
      return skuId
        ? section(words, button(showSku, { sku: skuId }, `Show ${what}`, { key: id }))
        : section(words);
    },
    menus: { show: showMenu(filter) },
    file: inboundAsFile,
    buttons:
      filter.by === 'everything'
        ? []
        : [button(listInbound, { ...everything, after: null }, 'All that is on its way', { key: 'all' })],
    note: mrkdwn`What suppliers send us, a line for each SKU of a purchase order; \`/order\` with its number shows one that waits. The earliest day first, overdue before all. ${freshnessWords(page.heard, reader)}`,
    empty: emptyWords(page),
  });
}

/** "40 × MUG-01", by the name that the shop gives it, else as its source writes it. */
export function whatOf({ ordered, received, open, standing, code, title }: InboundRow): string {
  const units = open ? ordered - received : ordered;
  return `${number(units)} × ${shorten(standing?.code ?? code ?? title ?? 'not said what', 60)}`;
}

function lineWords(row: InboundRow, { filter, today }: InboundPage, reader: Reader): Mrkdwn {
  const { now } = reader;
  const { supplier, mode, country, valueMinor, currency, location, received, ordered, open, said } = row;
  const text = (part: string | null) => (part === null ? [] : [mrkdwn`${part}`]);
  const who = [
    ...(filter.by === 'order' ? [] : [orderName(row)]),
    ...(filter.by === 'supplier' || filter.by === 'order' ? [] : [supplier ?? 'supplier not said']),
    mode,
    country,
    location === null ? null : `to ${shorten(location, 40)}`,
    valueMinor !== null && currency !== null ? money(valueMinor, currency) : null,
    open && received > 0 ? `${number(received)} of ${number(ordered)} received` : null,
  ].flatMap((part) => (part === null ? [] : text(shorten(part, 60))));
  const stock = [...text(open ? standingText(row) : null), ...text(open ? waitedText(row) : null)];
  const history = said
    .slice(filter.by === 'order' ? -shownSaid : -1)
    .map((one) => mrkdwn`${shorten(saidText(one, reader), 200)}`);
  const promised = promiseText(row, now);
  const fault = faultText(row);
  const lines = [
    mrkdwn`*${whatOf(row)}* · *${dayText(row, today, now)}*${promised ? `, ${promised}` : ''}`,
    joined(who, ' · '),
    ...(stock.length > 0 ? [joined(stock, ' · ')] : []),
    ...history,
    ...(fault ? [mrkdwn`Data fault: ${shorten(fault, 150)}`] : []),
  ];
  return joined(lines, '\n');
}

function showMenu({ by }: InboundFilter): FilterMenu<InboundFilter['show']> {
  return {
    label: 'Which lines',
    choices: [
      ['open', 'On the way'],
      ['overdue', 'Overdue'],
      ['faults', 'With data faults'],
      // All lines that ever were are a matter of one supplier, order or SKU.
      ...(by === 'everything' ? [] : ([['all', 'All lines']] as const)),
    ],
  };
}

function emptyWords({ filter, totals, heard }: InboundPage): Mrkdwn {
  if (heard.length === 0) return mrkdwn`Nobody has told of a purchase order yet.`;
  if (filter.show === 'faults')
    return mrkdwn`No line's days contradict each other, and none has words in place of a day.`;
  if (filter.show === 'overdue' && totals.open > 0)
    return mrkdwn`Looked at every line that is not delivered or cancelled. The menu shows them.`;
  return mrkdwn`Looked at every purchase line: all are delivered, received in full or cancelled. The menu shows others.`;
}

/** Suppliers that words may mean, to pick from; or nothing, with what was searched. */
export function meantMessage(meant: Extract<Meant, { readonly asked: string }>, reader: Reader): Message {
  const { asked, suppliers, more, heard } = meant;
  const until = freshnessWords(heard, reader);
  if (suppliers.length === 0) {
    const finding = `No purchase order, SKU or supplier is "${quoted(asked)}"`;
    const searched = mrkdwn`Searched: numbers of purchase orders, codes of SKUs and names of suppliers. ${until}`;
    return message(mrkdwn`${finding}. ${searched}`, [
      section(
        mrkdwn`*${finding}*`,
        button(listInbound, { ...everything, after: null }, 'All that is on its way'),
      ),
      context(searched),
    ]);
  }
  const finding = `${more ? `More than ${suppliers.length}` : suppliers.length} suppliers fit "${quoted(asked)}"`;
  return message(mrkdwn`${finding}: ${suppliers.map(({ supplier }) => shorten(supplier, 60)).join('; ')}`, [
    section(mrkdwn`*${finding}*. Which one?`),
    ...suppliers.map(({ line, supplier, open }) =>
      section(
        mrkdwn`${shorten(supplier, 100)}: ${open === 0 ? 'nothing on the way' : `${count(open, 'line')} on the way`}`,
        button(
          listInbound,
          { show: 'open', by: 'supplier', of: line, after: null },
          `Show ${shorten(supplier, 40)}`,
          {
            key: line,
          },
        ),
      ),
    ),
    context(until),
  ]);
}
