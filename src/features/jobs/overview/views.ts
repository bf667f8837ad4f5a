import { count, listOf } from '../../../core/text/sentence.ts';
import { moment, momentWithZone } from '../../../core/time/reader.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { button, context, header, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { channelMention, joined, type Mrkdwn, mrkdwn, userMention } from '../../../ui/text.ts';
import { retryStuckThing } from '../actions.ts';
import { type JobsOverview, type NextRun, type Stuck, shownAtMost } from './rules.ts';

export interface Reading {
  readonly now: Date;
  readonly timeZone: string;
}

/** The overview of background work: `/ops jobs`. */
export function jobsOverview(jobs: JobsOverview, read: Reading): Message {
  const stuck = jobs.stuck.length + jobs.moreStuck;
  const finding =
    stuck === 0
      ? 'No background work is stuck'
      : `${count(stuck, 'thing')} ${stuck === 1 ? 'waits' : 'wait'} for a person`;
  return message(mrkdwn`${finding}. Scheduled runs: ${slotWords(jobs)}. ${dueWords(jobs)}`, [
    header(finding),
    ...jobs.stuck.map((one) => stuckSection(one, read)),
    ...(jobs.moreStuck > 0 ? [context(mrkdwn`and ${jobs.moreStuck} more`)] : []),
    section(
      joined([mrkdwn`*Scheduled runs, last 24 hours*\n${slotWords(jobs)}`, ...failedLines(jobs, read)], '\n'),
    ),
    section(joined([mrkdwn`*Next runs*`, ...nextLines(jobs.next, read)], '\n')),
    section(mrkdwn`*Queues*\n${queueWords(jobs)}`),
    section(joined([mrkdwn`*Small work*\n${workWords(jobs)}`, ...parkedLines(jobs)], '\n')),
    section(mrkdwn`*Reminders and deadlines*\n${dueWords(jobs)}`),
    context(mrkdwn`As of ${momentWithZone(read.now, read.now, read.timeZone)}`),
  ]);
}

function stuckSection({ retry, title, place, error, since }: Stuck, { now, timeZone }: Reading) {
  const what = { message: 'Message', due: 'Due work', job: 'Job', work: 'Work' }[retry.about];
  const reason = shorten(error, 200) || 'no reason was recorded';
  return section(
    mrkdwn`*${what}* ${shorten(title, 60)}${where(place)} since ${moment(since, now, timeZone)}\n${reason}`,
    button(retryStuckThing, retry, 'Retry'),
  );
}

function where(place: string): Mrkdwn {
  if (place === '') return mrkdwn``;
  return isPerson(place) ? mrkdwn` to ${userMention(place)}` : mrkdwn` in ${channelMention(place)}`;
}

function slotWords({ slots, latestMin }: JobsOverview): string {
  if (slots.length === 0) return 'none';
  const late = latestMin === null ? '' : `; the latest began ${count(latestMin, 'minute')} after its moment`;
  return `${listOf(slots.map((one) => `${one.count} ${one.state}`))}${late}`;
}

function failedLines({ failedSlots }: JobsOverview, { now, timeZone }: Reading): readonly Mrkdwn[] {
  return failedSlots.map(
    ({ title, place, slotAt, state, error }) =>
      mrkdwn`${title}${where(place)}, ${moment(slotAt, now, timeZone)}: ${state}, ${shorten(error, 150)}`,
  );
}

function nextLines(next: readonly NextRun[], { now, timeZone }: Reading): readonly Mrkdwn[] {
  if (next.length === 0) return [mrkdwn`none`];
  const more = next.length - shownAtMost;
  return [
    ...next
      .slice(0, shownAtMost)
      .map(({ title, place, at }) => mrkdwn`${title}${where(place)}: ${momentWithZone(at, now, timeZone)}`),
    ...(more > 0 ? [mrkdwn`and ${more} more`] : []),
  ];
}

function queueWords({ queues }: JobsOverview): string {
  const lines = queues.map(
    ({ name, waiting, active, failed }) => `${name}: ${waiting} waiting, ${active} active, ${failed} failed`,
  );
  return lines.join('\n') || 'none';
}

function workWords({ work }: JobsOverview): string {
  const since = work.oldestSec > 60 ? `, the oldest for ${Math.floor(work.oldestSec / 60)} min` : '';
  return `${work.waiting} waiting${since}, ${work.stuck} set aside`;
}

/** What parked work waits for. */
function parkedLines({ work }: JobsOverview): readonly Mrkdwn[] {
  const lines = work.parked.map(
    ({ missing, count: many }) => mrkdwn`${many} parked until there is ${shorten(missing, 80)}`,
  );
  return work.moreParked > 0
    ? [...lines, mrkdwn`and ${count(work.moreParked, 'more thing')} lacking`]
    : lines;
}

function dueWords({ due }: JobsOverview): string {
  return `${due.now} due, ${due.later} later, ${due.setAside} set aside`;
}

const read: Reading = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const id = '00000000-0000-7000-8000-000000000001';
const since = new Date('2026-03-02T07:10:00Z');
const quiet: JobsOverview = {
  slots: [],
  latestMin: null,
  failedSlots: [],
  next: [],
  queues: [],
  due: { now: 0, later: 0, setAside: 0 },
  work: { waiting: 0, oldestSec: 0, stuck: 0, parked: [], moreParked: 0 },
  stuck: [],
  moreStuck: 0,
};
const stuckMessage: Stuck = {
  retry: { about: 'message', id },
  title: 'digests.edition',
  place: 'C0OPSDAILY',
  error: 'not_in_channel',
  since,
};
const hostile = '<!channel>'.repeat(100);
const run = { title: 'Digest', place: 'C0OPSDAILY' };

export const jobsSamples = {
  'nothing runs yet': () => jobsOverview(quiet, read),
  'all runs': () =>
    jobsOverview(
      {
        ...quiet,
        slots: [
          { state: 'done', count: 12 },
          { state: 'paused', count: 1 },
        ],
        latestMin: 1,
        next: [{ ...run, at: new Date('2026-03-03T07:30:00Z') }],
        queues: [{ name: 'jobs.tidy', waiting: 0, active: 1, failed: 0 }],
        due: { now: 0, later: 40, setAside: 0 },
      },
      read,
    ),
  'work is parked': () =>
    jobsOverview(
      {
        ...quiet,
        work: {
          waiting: 12,
          oldestSec: 190,
          stuck: 1,
          parked: [
            { missing: 'sku MUG-01', count: 3 },
            ...Array.from({ length: 9 }, () => ({ missing: hostile, count: 1 })),
          ],
          moreParked: 2,
        },
        stuck: [{ ...stuckMessage, retry: { about: 'work', id }, place: '', error: hostile }],
      },
      read,
    ),
  'one stuck thing': () => jobsOverview({ ...quiet, stuck: [stuckMessage] }, read),
  'more stuck things than fit': () =>
    jobsOverview(
      {
        ...quiet,
        slots: [{ state: 'failed', count: 10 }],
        failedSlots: Array.from({ length: 10 }, () => ({
          ...run,
          slotAt: since,
          state: 'failed' as const,
          error: hostile,
        })),
        next: Array.from({ length: 11 }, () => ({ ...run, at: since })),
        stuck: [
          { ...stuckMessage, place: 'U0MAYA0001', error: '' },
          { ...stuckMessage, retry: { about: 'due', digest: 'd'.repeat(32) }, place: '', error: hostile },
          ...Array.from({ length: 8 }, () => ({
            ...stuckMessage,
            retry: { about: 'job', id } as const,
            place: '',
            error: hostile,
          })),
        ],
        moreStuck: 3,
      },
      read,
    ),
};
