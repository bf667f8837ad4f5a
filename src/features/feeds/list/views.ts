import type { KnownBlock } from '@slack/types';
import { type DigestPart, mostLines } from '../../../core/declare/digest.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import { momentFor, type Reader } from '../../../core/time/reader.ts';
import { secondsWords } from '../../../core/time/spans.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, section } from '../../../ui/blocks.ts';
import { marks } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore, pagedList } from '../../../ui/paged-list.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import { titleOf } from '../feed/names.ts';
import type { FeedState } from '../feed/state-rules.ts';
import { changeAction, exportAction, listAction } from './actions.ts';
import type { FeedFilter, FeedPage, ListedFeed, StandingFeed, Standings } from './model.ts';

const longestName = 80;
const longestReason = 120;
const shownAtHome = 5;

/** A page of the feeds. `mayChange`: whether the reader may say which are watched. */
export function feedList(page: FeedPage, mayChange: boolean, read: Reader): Message {
  return pagedList<ListedFeed, FeedFilter>(listAction, page, {
    finding: describe(page),
    headline: (row) => `${titleFor(row)}: ${stateWords(row, read)}`,
    line: (row) =>
      section(
        mrkdwn`${markOf(row.state)}*${titleFor(row)}* · ${stateWords(row, read)}\n${joined(factsOf(row, read), ' · ')}`,
        mayChange ? button(changeAction, { id: row.feed.id }, 'Change', { key: row.feed.number }) : undefined,
      ),
    menus: {
      show: {
        label: 'Which feeds',
        choices: [
          ['all', 'All feeds'],
          ['late', 'Those to look after'],
        ],
      },
    },
    file: exportAction,
    note: mrkdwn`Those to look after first, then the newest. As of ${momentFor(read.now, read)}.`,
    empty:
      page.filter.show === 'late'
        ? mrkdwn`Nothing is silent, old or refused. The menu below shows all feeds.`
        : mrkdwn`Every file that is imported becomes one: \`npm run import -- levels FILE --source 3PL\` on the server.`,
  });
}

function describe({ total, silent, late, filter }: FeedPage): string {
  if (total === 0) return filter.show === 'late' ? 'Every feed is on time' : 'Nothing has come in yet';
  if (filter.show === 'late') return `${count(total, 'feed')} to look after`;
  if (silent > 0) return `${count(total, 'feed')}, ${number(silent)} silent`;
  if (late > 0) return `${count(total, 'feed')}, none silent, but not all on time`;
  return onTime(total);
}

function onTime(total: number): string {
  return `${count(total, 'feed')}, ${total === 1 ? '' : 'all '}on time`;
}

function titleFor({ feed, location }: StandingFeed): string {
  return shorten(titleOf(feed, location), longestName);
}

function markOf(state: FeedState): Mrkdwn {
  return state === 'silent' || state === 'failing' || state === 'old'
    ? mrkdwn`${marks.attention} `
    : mrkdwn``;
}

function stateWords({ state, feed }: StandingFeed, read: Reader): string {
  switch (state) {
    case 'silent':
      return `silent since ${momentFor(feed.silentSince ?? feed.lastHeardAt, read)}`;
    case 'failing':
      return 'its last file was refused';
    case 'old':
      return `no data since ${momentFor(feed.coversUntil ?? feed.lastHeardAt, read)}`;
    case 'resting':
      return feed.watched ? 'its location is closed' : 'not watched';
    case 'on time':
      return 'on time';
  }
}

function factsOf({ feed, usual, mostQuiet, lag, failures }: ListedFeed, read: Reader): readonly Mrkdwn[] {
  const { lastHeardAt, coversUntil, minGap, lastFailedAt, lastFailure } = feed;
  const today = failures.day > 0 ? `, ${number(failures.day)} in 24 h` : '';
  return [
    mrkdwn`heard ${momentFor(lastHeardAt, read)}`,
    ...(coversUntil ? [mrkdwn`complete until ${momentFor(coversUntil, read)}`] : []),
    usual === null || mostQuiet === null
      ? mrkdwn`no usual rhythm yet`
      : mrkdwn`usually every ${secondsWords(usual)} at that hour, silent after ${secondsWords(mostQuiet)}`,
    ...(minGap === null ? [] : [mrkdwn`quiet for ${secondsWords(minGap * 60)} is no silence`]),
    ...(lag ? [mrkdwn`${secondsWords(lag.half)} late, 95 % within ${secondsWords(lag.most)}`] : []),
    ...(failures.week > 0 ? [mrkdwn`${count(failures.week, 'file')} refused in 7 days${today}`] : []),
    ...(failures.week > 0 && lastFailedAt
      ? [mrkdwn`last ${momentFor(lastFailedAt, read)}: ${shorten(lastFailure ?? '', longestReason)}`]
      : []),
  ];
}

/** What is not on time, at Home; else one line. */
export function standingLines({ late, total }: Standings, read: Reader): readonly KnownBlock[] {
  if (total === 0) return [];
  if (late.length === 0) return [section(mrkdwn`${onTime(total)}`)];
  const lines = late
    .slice(0, shownAtHome)
    .map((one) => mrkdwn`${markOf(one.state)}*${titleFor(one)}*: ${stateWords(one, read)}`);
  return [
    section(joined(lines, '\n')),
    ...andMore(late.length - lines.length, mrkdwn`\`/ops feeds\` lists all.`),
  ];
}

/** The same in a message that is posted regularly. */
export function silentPart({ late }: Standings, read: Reader): DigestPart {
  const finding = `${count(late.length, 'feed')} not on time`;
  return {
    finding,
    urgency: 'look',
    lines: late.slice(0, mostLines).map((one) => mrkdwn`${titleFor(one)}: ${stateWords(one, read)}`),
    total: late.length,
    open: button(listAction, { show: 'late', after: null }, finding),
  };
}

/** One line of a check, the worst first. */
export function standingWords({ late, total }: Standings, read: Reader): string {
  if (total === 0) return 'nothing has come in yet: npm run import -- levels <file>';
  if (late.length === 0) return onTime(total);
  const lines = late.map((one) => `${titleFor(one)}: ${stateWords(one, read)}`);
  const rest = total - late.length;
  return [...lines, ...(rest > 0 ? [`${number(rest)} on time`] : [])].join('; ');
}
