import { type Digest, type DigestPart, linesShown } from '../../../core/declare/digest.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { momentWithZone } from '../../../core/time/reader.ts';
import type { Timing } from '../../../core/time/timing.ts';
import { describeSchedule } from '../../../core/time/timing-words.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { fitted } from '../../../ui/fitted.ts';
import { formView } from '../../../ui/form.ts';
import { channelInput, textInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { andMore } from '../../../ui/paged-list.ts';
import { messageRoom } from '../../../ui/room.ts';
import { channelMention, joined, mrkdwn, remembered } from '../../../ui/text.ts';
import { newBeat, pauseBeat, stopBeat } from '../actions.ts';
import { heartbeatForm } from './forms.ts';
import type { Beat, Heartbeat, LastSlot } from './rules.ts';

export interface Reading {
  readonly now: Date;
  readonly timeZone: string;
}

/** A message may take a few seconds to post, but not minutes. */
const lateAfterMin = 2;
/** Each takes two of Slack's fifty blocks. */
const maxListed = 20;

/** The heartbeat itself, in the time zone it was set up in. */
export function beat({ checks, slotAt, lateMin, next, timeZone }: Beat, digest: Digest, now: Date): Message {
  const troubled = checks.filter(({ ok }) => !ok);
  const names = listOf((troubled.length > 0 ? troubled : checks).map(({ title }) => title));
  const finding =
    troubled.length > 0
      ? `${count(troubled.length, 'thing')} to look at: ${names}`
      : `All is well${names && `: ${names}`}`;
  const at = (moment: Date) => momentWithZone(moment, now, timeZone);
  const late = lateMin >= lateAfterMin ? `, ${count(lateMin, 'minute')} late` : '';
  const then = next ? `Next: ${at(next)}.` : 'No further run is planned.';
  const whole = [finding, ...digest.parts.map((part) => part.finding), ...digest.failed].join('; ');
  const parts = [
    ...troubled.map((check) => ({
      title: check.title,
      blocks: [section(mrkdwn`*${check.title}*\n${shorten(check.finding, 500)}`)],
    })),
    ...digest.parts.map((part) => ({ title: part.section.title, blocks: [partSection(part)] })),
  ];
  const foot = [
    ...(digest.failed.length > 0 ? [context(mrkdwn`${digest.failed.join('. ')}.`)] : []),
    context(mrkdwn`Heartbeat of ${at(slotAt)}${late}. ${then} As of ${at(now)}. \`/ops health\` shows all.`),
  ];
  return message(
    mrkdwn`${whole}`,
    fitted({ head: [section(mrkdwn`*${finding}*`)], parts, foot }, messageRoom),
  );
}

function partSection({ finding, lines, total }: DigestPart) {
  const shown = lines.slice(0, linesShown).map(({ value }) => remembered(value));
  const rest = total - shown.length;
  const more = rest > 0 ? [mrkdwn`and ${rest} more`] : [];
  return section(joined([mrkdwn`*${finding}*`, ...shown, ...more], '\n'));
}

export interface Begun {
  readonly place: string;
  readonly timing: Timing;
  readonly next: readonly Date[];
  readonly begun: boolean;
}

/** The answer to the person who starts it. */
export function heartbeatBegun({ place, timing, next, begun }: Begun, { now, timeZone }: Reading): Message {
  const where = channelMention(place);
  const what = begun ? mrkdwn`Heartbeat in ${where}` : mrkdwn`That heartbeat already runs in ${where}`;
  const times = next.map((at) => momentWithZone(at, now, timeZone));
  const coming = times.length > 0 ? `Next: ${times.join(', ')}.` : 'No further run.';
  return message(mrkdwn`${what}: ${describeSchedule(timing)}. ${coming}`, [
    section(mrkdwn`*${what}*\n${describeSchedule(timing)}\n${coming}`),
    context(
      mrkdwn`I post it where I am a member: \`/invite @Quartermaster\`. \`/ops heartbeat\` lists all of them.`,
    ),
  ]);
}

export function heartbeatList(heartbeats: readonly Heartbeat[], read: Reading): Message {
  if (heartbeats.length === 0) {
    const text = mrkdwn`There are no heartbeats.`;
    const how = mrkdwn`\`/ops heartbeat #ops-daily every weekday 08:30 Europe/Berlin\` starts one.`;
    return message(mrkdwn`${text} ${how}`, [section(text), actions(begin()), context(how)]);
  }
  const paused = heartbeats.filter((one) => one.paused).length;
  const finding = `${count(heartbeats.length, 'heartbeat')}${paused > 0 ? `, ${paused} paused` : ''}`;
  const shown = heartbeats.slice(0, maxListed);
  const places = joined(
    shown.map(({ place }) => channelMention(place)),
    ', ',
  );
  return message(mrkdwn`${finding}: ${places}`, [
    section(mrkdwn`*${finding}*`),
    ...shown.flatMap((one) => [section(line(one, read)), actions(...buttons(one))]),
    ...andMore(heartbeats.length - shown.length),
    actions(begin()),
  ]);
}

function begin() {
  return button(newBeat, {}, 'New heartbeat');
}

/** Asks where and when; `here` is the channel it was opened in. */
export function heartbeatFormView(here: string | null, timeZone: string): FormView {
  return formView(heartbeatForm, {
    title: 'New heartbeat',
    submit: 'Begin',
    inputs: {
      channel: channelInput({ label: 'Channel', ...(here && { initial: here }) }),
      when: textInput({
        label: 'When',
        initial: 'every weekday 08:30',
        hint: `In words, such as "every Monday 9:00" or "first of the month 07:30 New York". Without a zone, ${timeZone} applies.`,
        max: 200,
      }),
    },
  });
}

/** The answer where no form can be opened. */
export function heartbeatInWords(): Message {
  const how = mrkdwn`\`/ops heartbeat #ops-daily every weekday 08:30 Europe/Berlin\` starts one.`;
  return message(how, [section(how)]);
}

function line(heartbeat: Heartbeat, { now, timeZone }: Reading) {
  const { place, next, last, paused } = heartbeat;
  const at = (moment: Date) => momentWithZone(moment, now, timeZone);
  const state = paused ? 'Paused' : next ? `Next: ${at(next)}` : 'No further run';
  const before = last ? ` · last: ${at(last.slotAt)}, ${slotWords(last)}` : '';
  return mrkdwn`${channelMention(place)} · ${describeSchedule(heartbeat)}\n${state}${before}`;
}

function slotWords({ state, error }: LastSlot): string {
  const words = state === 'started' ? 'on its way' : state;
  return error ? `${words} (${shorten(error, 200)})` : words;
}

function buttons({ id, paused }: Heartbeat) {
  return [
    button(pauseBeat, { id, paused: !paused }, paused ? 'Resume' : 'Pause'),
    button(stopBeat, { id }, 'Stop', {
      style: 'danger',
      confirm: { title: 'Stop this heartbeat?', text: 'It will no longer be posted.', yes: 'Stop it' },
    }),
  ];
}

const read: Reading = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const timing: Timing = { cron: '30 8 * * 1-5', timeZone: 'Europe/Berlin' };
const next = new Date('2026-03-03T07:30:00Z');
const slotAt = new Date('2026-03-02T07:30:00Z');
const well = { title: 'Database', ok: true, finding: 'answers in 2 ms' };
const quiet: Digest = { parts: [], failed: [] };
const waits = {
  section: { key: 'approvals.waiting', title: 'Approvals', about: '', feed: null, read: async () => null },
  finding: '2 approvals wait for a yes',
  urgency: 'now',
  lines: [],
  total: 0,
  open: null,
} as const;
const one: Heartbeat = {
  ...timing,
  id: '00000000-0000-7000-8000-000000000001',
  place: 'C0OPSDAILY',
  paused: false,
  next,
  last: { slotAt, state: 'done', error: null },
};

export const heartbeatSamples = {
  'a heartbeat': () => beat({ ...timing, checks: [well], slotAt, lateMin: 0, next }, quiet, slotAt),
  'a heartbeat with what waits': () =>
    beat({ ...timing, checks: [well], slotAt, lateMin: 0, next }, { parts: [waits], failed: [] }, slotAt),
  'a late heartbeat with trouble': () =>
    beat(
      {
        ...timing,
        checks: [well, { title: 'Slack', ok: false, finding: '<!channel>'.repeat(100) }],
        slotAt,
        lateMin: 70,
        next: null,
      },
      { parts: [waits], failed: ['Issues could not be read (ref QM-7K3FQ9)'] },
      read.now,
    ),
  'a heartbeat with more checks than fit': () =>
    beat(
      {
        ...timing,
        checks: Array.from({ length: 20 }, () => ({ ...well, ok: false, finding: '<&>'.repeat(500) })),
        slotAt,
        lateMin: 0,
        next,
      },
      { parts: Array.from({ length: 9 }, () => waits), failed: [] },
      slotAt,
    ),
  'a heartbeat begins': () =>
    heartbeatBegun({ place: 'C0OPSDAILY', timing, next: [next], begun: true }, read),
  'a heartbeat runs already': () =>
    heartbeatBegun({ place: 'C0OPSDAILY', timing, next: [next], begun: false }, read),
  'no heartbeats': () => heartbeatList([], read),
  'heartbeats, one paused, one failed': () =>
    heartbeatList(
      [
        { ...one, paused: true, next: null, last: null },
        { ...one, last: { slotAt, state: 'failed', error: 'not_in_channel' } },
      ],
      read,
    ),
  'more heartbeats than fit': () =>
    heartbeatList(
      Array.from({ length: 21 }, () => one),
      read,
    ),
};

export const heartbeatFormSamples = {
  'new heartbeat': () => heartbeatFormView('C0OPSDAILY', 'Europe/Berlin'),
  'new heartbeat, from a direct message': () => heartbeatFormView(null, 'America/Argentina/ComodRivadavia'),
};
