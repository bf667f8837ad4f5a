import { number } from '../../../core/text/quantity.ts';
import { capitalized } from '../../../core/text/sentence.ts';
import { dayMoment as at } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { distance } from '../../../core/time/spans.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { daysAgo, dayWords } from '../../../core/time/weekdays.ts';
import { selectAllAction } from '../../../core/tokens/bulk.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { type FilterMenu, pagedList } from '../../../ui/paged-list.ts';
import { type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { goodsNote } from '../../orders/index.ts';
import { showShipment } from '../card/actions.ts';
import { freshnessWords } from '../card/freshness-views.ts';
import { reasonWords, showLabel, stateWords, untilWords } from '../card/words.ts';
import { causes, causeWords } from '../status/cause-rules.ts';
import { exceptionKinds } from '../status/exception-model.ts';
import { faults } from '../status/model.ts';
import { exceptionsAction, exportAction, lateAction, listAction, showDisruptions } from './actions.ts';
import {
  isGroupOfIssue,
  isGroupOfLanes,
  issueShows,
  laneShows,
  listExport,
  type ParcelFilter,
  type ParcelPage,
  type ParcelRow,
  type Show,
  shows,
} from './model.ts';
import { askedWords, broughtWords, faultWords, listWords, showWords, wayWords } from './words.ts';

/** A page of the parcels behind a figure. `acts`: the reader may act on all of them. */
export function parcelList(page: ParcelPage, reader: Reader, acts = false): Message {
  const { show } = page.filter;
  return pagedList<ParcelRow, ParcelFilter>(listAction, page, {
    finding: listWords(page),
    headline: (row) => `${shorten(row.tracking, 40)} ${standing(row)}`,
    line: (row) =>
      section(
        mrkdwn`*${shorten(row.tracking, 60)}* · ${lineWords(row, show, reader)}\n${detailWords(row, reader)}`,
        button(showShipment, { id: row.id }, showLabel(row), { key: row.id }),
      ),
    menus: menusOf(page),
    file: exportAction,
    buttons: [...actOnAll(page, acts), backButton(page.filter)],
    note: mrkdwn`${orderWords(show)}. ${goodsNote}. ${freshnessWords(page.heard, reader)}. As of ${at(reader.now, reader)}`,
    empty: mrkdwn`${emptyWords(page)} The menus show others.`,
  });
}

/** One parcel has buttons of its own. */
function actOnAll({ filter: { after: _, ...filter }, total }: ParcelPage, acts: boolean) {
  return acts && total > 1
    ? [button(selectAllAction, listExport.of(filter), `Act on all ${number(total)}`)]
    : [];
}

/** Back to the figures of which the list is one. */
function backButton({ show, of }: ParcelFilter) {
  if (of?.startsWith('d')) return button(showDisruptions, {}, 'All disruptions');
  if (exceptionKinds.some((one) => one === show)) return button(exceptionsAction, {}, 'Exceptions');
  if (of !== null && (isGroupOfLanes(of) || isGroupOfIssue(of)))
    return button(lateAction, { of: null }, 'Late parcels');
  return button(lateAction, { of: of?.startsWith('g') ? null : of }, 'Late parcels');
}

function standing(row: ParcelRow): string {
  const state = stateWords(row);
  return row.doubtedAt ? `marked ${state}, scanned` : state;
}

function lineWords(row: ParcelRow, show: Show, reader: Reader): Mrkdwn {
  const since = row.doubtedAt ?? row.returnedAt ?? row.scannedAt;
  const state = mrkdwn`*${standing(row)}*${since ? ` since ${at(since, reader)}` : ''}`;
  const why = reasonWords(row.reason);
  if (show === 'late' || show === 'due late') {
    const cause = whyLateWords(row);
    return mrkdwn`promised *${promisedWords(row, reader)}*${agoWords(row, reader)}${saysWords(row, reader)} · ${standing(row)}${cause === '' ? '' : ` · ${cause}`}`;
  }
  if (show === 'silent' || show === 'unscanned')
    return mrkdwn`*no scan for ${row.scannedAt ? distance(row.scannedAt, reader.now) : distance(row.beganAt, reader.now)}* · ${standing(row)}`;
  return mrkdwn`${state}${why === '' ? '' : ` · ${why}`}`;
}

/** "Tue 3 Mar", or the moment, on the clock of where it goes. */
function promisedWords({ promiseOn, promiseUntil, zone }: ParcelRow, reader: Reader): string {
  if (promiseOn) return dayWords(promiseOn, reader.now);
  return promiseUntil ? at(promiseUntil, { ...reader, timeZone: zone }) : 'nothing';
}

/** " (3 days ago)", " (5 h ago)" of a moment; empty: it has not passed. */
function agoWords({ promiseOn, promiseUntil }: ParcelRow, reader: Reader): string {
  if (!promiseUntil || promiseUntil > reader.now) return '';
  const ago = promiseOn
    ? daysAgo(promiseOn, dayIn(reader.timeZone, reader.now))
    : `${distance(promiseUntil, reader.now)} ago`;
  return ago === '' ? '' : ` (${ago})`;
}

/** "our own fault, then missorted by the carrier"; empty: nobody says. */
function whyLateWords({ cause, fault, reason }: ParcelRow): string {
  const why = reasonWords(reason);
  if (cause !== 'left late') return why;
  return why === ''
    ? causeWords[cause]
    : `${causeWords[cause]}${fault === 'retailer' ? ':' : ', then'} ${why}`;
}

function saysWords({ etaUntil, carrier, zone }: ParcelRow, reader: Reader): string {
  if (!etaUntil || etaUntil <= reader.now) return '';
  const when = untilWords(etaUntil, zone, reader);
  return `, ${shorten(carrier ?? 'the carrier', 30)} says ${when}`;
}

function detailWords(row: ParcelRow, reader: Reader): Mrkdwn {
  const { placeCity, placeCountry, scannedAt } = row;
  const where = placeCity ?? placeCountry;
  const scan = scannedAt
    ? `last scan ${where ? `${shorten(where, 30)} ` : ''}${at(scannedAt, reader)}`
    : 'no scan yet';
  return mrkdwn`${broughtWords({ ...row, orderNumber: row.orderNumber && shorten(row.orderNumber, 30) }) || 'no order of ours'} · ${shorten(wayWords(row), 100)} · ${scan}${row.asked ? mrkdwn` · *${askedWords(row.asked)}*` : ''}`;
}

function menusOf({ filter }: ParcelPage) {
  const isOfLanes = filter.of !== null && isGroupOfLanes(filter.of);
  const isOfIssue = filter.of !== null && isGroupOfIssue(filter.of);
  const choices = shows.filter(
    (one) =>
      (isOfLanes || !laneShows.some((lane) => lane === one)) &&
      (isOfIssue || !issueShows.some((issue) => issue === one)),
  );
  const show: FilterMenu<Show, ParcelFilter> = {
    label: 'List',
    choices: choices.map((one) => [one, capitalized(showWords[one])]),
    sets: { cause: null, fault: null },
  };
  if ([...laneShows, ...issueShows].some((one) => one === filter.show)) return { show };
  if (filter.show !== 'late' && filter.show !== 'due late') {
    const fault: FilterMenu<ParcelFilter['fault']> = {
      label: 'Because of',
      choices: [
        [null, 'For any reason'],
        ...faults.map((one) => [one, capitalized(faultWords[one])] as const),
      ],
    };
    return filter.show === 'no promise' ? { show } : { show, fault };
  }
  const cause: FilterMenu<ParcelFilter['cause']> = {
    label: 'Why',
    choices: [[null, 'For any reason'], ...causes.map((one) => [one, capitalized(causeWords[one])] as const)],
  };
  return { show, cause };
}

function orderWords(show: Show): string {
  if (show === 'late' || show === 'due late') return 'The earliest promise first';
  if (laneShows.some((one) => one === show)) return 'The most valuable first';
  if (issueShows.some((one) => one === show)) return 'The longest without a scan first';
  return show === 'no promise' ? 'The oldest first' : 'The longest in this state first';
}

/** What is empty for one reason, or of one carrier, is not empty for all. */
function emptyWords({ filter, of, otherwise }: ParcelPage): string {
  const { show } = filter;
  if (otherwise > 0) {
    const others = { ...filter, cause: null, fault: null };
    return `None for that reason. For other reasons: ${listWords({ filter: others, of, total: otherwise })}.`;
  }
  const there = filter.of === null ? '' : ' of this carrier or lane';
  if (show === 'late')
    return `Looked at every parcel on its way${there} that has a promise: none is past it.`;
  if (show === 'due late') return `No carrier expects to miss a promise${there}.`;
  if (show === 'no promise') return `Every parcel on its way${there} has a promise.`;
  if (show === 'in trouble')
    return 'Looked at every parcel on its way on these lanes: none got into trouble while it lasted.';
  return `Looked at every parcel on its way${there}: of none is this so.`;
}
