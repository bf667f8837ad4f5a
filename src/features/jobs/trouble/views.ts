import { count } from '../../../core/text/sentence.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { context, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { channelMention, mrkdwn, sentence } from '../../../ui/text.ts';
import type { TroubleFacts } from './rules.ts';

const next: Readonly<Record<TroubleFacts['about'], string>> = {
  slot: 'The next run comes as planned. `/ops jobs` shows all of them.',
  schedule: 'It does not run. Stop it and set it up again.',
  job: 'Press Retry in `/ops jobs` to run it again.',
  work: 'It waits until somebody presses Retry in `/ops jobs`.',
  part: 'Everybody is shown the rest, and a line that says so. The log tells more under this reference.',
  event: 'Somebody may wait for an answer: it is not tried again.',
  due: 'It waits until somebody presses Retry in `/ops jobs`.',
};

/** The message about a failure: what failed, and what to do. */
export function troubleMessage(trouble: TroubleFacts, now: Date, timeZone: string): Message {
  const { about, title, at, place, attempts, error } = trouble;
  const when = at ? ` of ${momentWithZone(at, now, timeZone)}` : '';
  const where = place ? mrkdwn` in ${channelMention(place)}` : mrkdwn``;
  const what =
    about === 'schedule'
      ? 'cannot be read'
      : about === 'part'
        ? 'could not be read'
        : `failed ${count(attempts, 'time')}`;
  const finding = mrkdwn`${title}${when}${where} ${what}`;
  return message(mrkdwn`${finding}: ${shorten(error, 300)}`, [
    section(mrkdwn`*${finding}*\n${shorten(error, 300)}`),
    context(sentence(next[about])),
  ]);
}

const failed = {
  about: 'slot',
  title: 'Heartbeat',
  at: new Date('2026-03-02T07:30:00Z'),
  place: 'C0OPSDAILY',
  attempts: 4,
  error: 'timeout <!channel>',
} as const;
const at = new Date('2026-03-02T08:40:00Z');

export const troubleSamples = {
  'a run failed for good': () => troubleMessage(failed, at, 'Europe/Berlin'),
  'a schedule cannot be read': () =>
    troubleMessage(
      { ...failed, about: 'schedule', at: null, error: '<&>'.repeat(1_000) },
      at,
      'Europe/Berlin',
    ),
  'an event was set aside': () =>
    troubleMessage(
      { about: 'event', title: 'Slack’s event', at: null, place: '', attempts: 6, error: 'no such table' },
      at,
      'Europe/Berlin',
    ),
  'a part could not be read': () =>
    troubleMessage(
      {
        about: 'part',
        title: 'Issues in App Home',
        at: null,
        place: '',
        attempts: 1,
        error: 'no such table <!channel> (ref QM-7K3FQ9)',
      },
      at,
      'Europe/Berlin',
    ),
  'background work was set aside': () =>
    troubleMessage(
      { about: 'work', title: 'approvals.run', at: null, place: '', attempts: 9, error: 'no such kind <&>' },
      at,
      'Europe/Berlin',
    ),
  'due work was set aside': () =>
    troubleMessage(
      { about: 'due', title: 'issues.reminder', at: null, place: '', attempts: 8, error: 'no such issue' },
      at,
      'Europe/Berlin',
    ),
};
