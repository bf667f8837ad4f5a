import type { KnownBlock } from '@slack/types';
import { isPausedAt } from '../../../core/declare/catch-up.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { momentWithZone, type Reader } from '../../../core/time/reader.ts';
import { isPerson } from '../../../core/tokens/place.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, choice, context, message, more, section } from '../../../ui/blocks.ts';
import { card } from '../../../ui/card.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { channelMention, joined, type Mrkdwn, mrkdwn, userMention } from '../../../ui/text.ts';
import {
  editAction,
  moreAction,
  newAction,
  previewAction,
  readyAction,
  resumeAction,
  sendAction,
  showAction,
} from '../actions.ts';
import { correctedWords } from '../correcting/views.ts';
import type { Digest } from '../digest/model.ts';
import { periodWords, timesWords } from '../digest/words.ts';
import type { Offered } from '../ready/model.ts';
import type { History, Listed, Outcome } from './model.ts';

const mostListed = 15;
const mostOffered = 9;

/** All digests that somebody sees, and the ready-made ones that are not there yet. */
export function digestList(listed: readonly Listed[], offered: readonly Offered[], reader: Reader): Message {
  const shown = listed.slice(0, mostListed);
  const finding = listFinding(listed, reader);
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    ...shown.map((one) =>
      section(lineOf(one, reader), button(showAction, { id: one.digest.id }, 'Open', { key: one.digest.id })),
    ),
    ...andMore(listed.length - shown.length, mrkdwn`\`/digest 3\` opens one by its number.`),
    ...offers(offered, listed.length === 0),
    actions(button(newAction, {}, 'New digest')),
  ]);
}

function listFinding(listed: readonly Listed[], { now }: Reader): string {
  if (listed.length === 0) return 'No digests yet';
  const failing = listed.filter(({ last }) => last?.state === 'failed');
  const paused = listed.filter(({ digest }) => isPausedAt(digest.schedule, now)).length;
  return [
    count(listed.length, 'digest'),
    ...(failing.length > 0
      ? [`${failing.length} could not be posted: ${listOf(failing.map(({ digest }) => digest.name))}`]
      : []),
    ...(paused > 0 ? [`${paused} paused`] : []),
  ].join(', ');
}

/** Name, place, times; what comes next and what became of the last. */
function lineOf({ digest, next, last }: Listed, reader: Reader): Mrkdwn {
  const state = stateWords(digest, next, reader);
  const before = last ? mrkdwn` · last: ${outcomeWords(last, reader)}` : mrkdwn``;
  return mrkdwn`*${digest.number} · ${digest.name}* · ${placeWords(digest)} · ${timesWords(digest)}\n${state}${before}`;
}

function stateWords({ schedule }: Digest, next: readonly Date[], { now, timeZone }: Reader): string {
  const at = (moment: Date) => momentWithZone(moment, now, timeZone);
  if (isPausedAt(schedule, now))
    return schedule.pausedUntil
      ? `Paused until ${at(schedule.pausedUntil)}`
      : 'Paused until somebody resumes it';
  return next[0] ? `Next: ${at(next[0])}` : 'No further one is planned';
}

function placeWords({ schedule: { place } }: Digest): Mrkdwn {
  return isPerson(place) ? mrkdwn`to you` : channelMention(place);
}

const outcomes: Readonly<Record<Outcome['state'], string>> = {
  expected: 'due',
  started: 'on its way',
  retrying: 'being tried again',
  done: 'sent',
  empty: 'skipped, there was nothing to tell',
  paused: 'paused',
  superseded: 'left out for a newer one',
  skipped: 'left out',
  failed: 'failed',
};

/** "08:30 CET, sent 12 minutes late". */
function outcomeWords({ slotAt, state, error, settledAt }: Outcome, { now, timeZone }: Reader): string {
  const lateMin = settledAt ? Math.floor((settledAt.getTime() - slotAt.getTime()) / 60_000) : 0;
  const late = state === 'done' && lateMin >= 3 ? ` ${count(lateMin, 'minute')} late` : '';
  const why = error === null ? '' : ` (${shorten(error, 150)})`;
  return `${momentWithZone(slotAt, now, timeZone)}, ${outcomes[state]}${late}${why}`;
}

function offers(offered: readonly Offered[], isFirst: boolean): readonly KnownBlock[] {
  if (offered.length === 0) return [];
  const title = isFirst
    ? mrkdwn`These come ready-made. One tap sets one up; everything about it can be changed later.`
    : mrkdwn`*Ready-made, not set up yet*`;
  return [
    section(title),
    ...offered
      .slice(0, mostOffered)
      .map(({ ready, place }) =>
        section(
          mrkdwn`*${ready.name}* · ${ready.when} · ${place === null ? mrkdwn`in the channel where you press` : isPerson(place) ? mrkdwn`to you` : channelMention(place)}\n${ready.about}`,
          button(readyAction, { key: ready.key }, 'Set up', { key: ready.key }),
        ),
      ),
  ];
}

export interface Told {
  readonly sections: readonly string[];
  readonly kpis: readonly string[];
}

/** One digest with what can be done about it. `said`: what was just done. */
export function digestCard(
  { digest, next, last, mayKeep }: Listed,
  { sections, kpis }: Told,
  reader: Reader,
  said: string | null = null,
): Message {
  const { id, schedule } = digest;
  const isPaused = isPausedAt(schedule, reader.now);
  const times = next.map((at) => momentWithZone(at, reader.now, reader.timeZone));
  const owner = schedule.owner
    ? mrkdwn`owner ${userMention(schedule.owner)}`
    : mrkdwn`no owner: the admins hear of failures`;
  return card({
    finding:
      said ??
      (isPaused
        ? stateWords(digest, next, reader)
        : times.length > 0
          ? `Next: ${times.join(', ')}`
          : 'No further one is planned'),
    title: mrkdwn`${digest.name}`,
    more: mayKeep
      ? more([
          isPaused
            ? choice(moreAction, { id, what: 'edit' }, 'Edit')
            : choice(moreAction, { id, what: 'pause' }, 'Pause'),
          choice(moreAction, { id, what: 'history' }, 'History'),
          choice(moreAction, { id, what: 'options' }, 'Options'),
          choice(moreAction, { id, what: 'transfer' }, 'Give it to somebody'),
          choice(moreAction, { id, what: 'delete' }, 'Delete'),
        ])
      : more([choice(moreAction, { id, what: 'history' }, 'History')]),
    facts: [
      placeWords(digest),
      timesWords(digest),
      `about ${periodWords(digest.period)}`,
      ...(said === null || times.length === 0 ? [] : [`next: ${times[0]}`]),
    ],
    body: [
      ...(sections.length > 0 ? [section(mrkdwn`Tells: ${listOf(sections)}`)] : []),
      ...(kpis.length > 0 ? [section(mrkdwn`Figures: ${listOf(kpis)}`)] : []),
    ],
    buttons: mayKeep
      ? [
          button(previewAction, { id }, 'Preview', { style: 'primary' }),
          button(sendAction, { id }, 'Send now', {
            confirm: {
              title: 'Post it now?',
              text: 'It is posted once more, beside its times.',
              yes: 'Post it',
            },
          }),
          isPaused ? button(resumeAction, { id }, 'Resume') : button(editAction, { id }, 'Edit'),
        ]
      : [button(previewAction, { id }, 'Preview')],
    footer: [
      `digest ${digest.number}`,
      owner,
      ...(last ? [`last: ${outcomeWords(last, reader)}`] : []),
      mrkdwn`\`/digest\` lists all`,
    ],
  });
}

/** What became of its moments: the newest first. */
export function historyMessage(
  { digest, outcomes: all, corrections, extras }: History,
  reader: Reader,
): Message {
  const { name, number } = digest;
  const sent = all.filter(({ state }) => state === 'done').length;
  const failed = all.filter(({ state }) => state === 'failed').length;
  const finding =
    all.length === 0
      ? `${name} has not been due yet`
      : `${name}: ${sent} of the last ${all.length} sent${failed > 0 ? `, ${failed} failed` : ''}`;
  const lines = all.map((one) => mrkdwn`${outcomeWords(one, reader)}`);
  const corrected = corrections.map(({ at, figure, before, after }) => {
    const what = `${correctedWords(figure, reader.now)}: ${before} → ${after}`;
    return mrkdwn`${momentWithZone(at, reader.now, reader.timeZone)}, ${what}`;
  });
  const byHand = extras.map(
    ({ askedAt, askedBy }) =>
      mrkdwn`${momentWithZone(askedAt, reader.now, reader.timeZone)}, by hand${askedBy ? mrkdwn`, ${userMention(askedBy)}` : ''}`,
  );
  return message(mrkdwn`${finding}`, [
    section(mrkdwn`*${finding}*`),
    ...(lines.length > 0 ? [section(joined(lines, '\n'))] : []),
    ...(corrected.length > 0
      ? [section(joined([mrkdwn`*Corrected, because of late data*`, ...corrected], '\n'))]
      : []),
    ...(byHand.length > 0 ? [section(joined([mrkdwn`*Posted by hand*`, ...byHand], '\n'))] : []),
    actions(button(showAction, { id: digest.id }, 'Back to the digest')),
    context(mrkdwn`digest ${number} · what is on its way is posted within minutes`),
  ]);
}
