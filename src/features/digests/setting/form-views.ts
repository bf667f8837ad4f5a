import type { KnownBlock } from '@slack/types';
import { momentWithZone, type Reader } from '../../../core/time/reader.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { actions, button, context, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import {
  below,
  channelInput,
  choiceInput,
  momentInput,
  personInput,
  severalInput,
  textInput,
} from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { editTimesAction, newTimesAction } from '../actions.ts';
import type { Choices, Times } from '../digest/draft-model.ts';
import { type Digest, longestName, mostFigures, periods } from '../digest/model.ts';
import { periodWords } from '../digest/words.ts';
import { type Chosen, deleteForm, editForm, newForm, optionsForm, pauseForm, transferForm } from './forms.ts';

type TimesAction = typeof newTimesAction;

interface Drawing {
  readonly choices: Choices;
  readonly initial: Partial<Chosen>;
  readonly times: Times;
  readonly reader: Reader;
}

export function newFormView(drawing: Drawing): FormView {
  return formView(newForm, {
    title: 'New digest',
    submit: 'Set up',
    inputs: inputsOf(drawing, newTimesAction),
  });
}

export function editFormView(drawing: Drawing): FormView {
  return formView(editForm, {
    title: 'Edit the digest',
    submit: 'Save',
    inputs: inputsOf(drawing, editTimesAction),
  });
}

function inputsOf({ choices, initial, times, reader }: Drawing, showTimes: TimesAction) {
  return {
    name: textInput({
      label: 'Name',
      max: longestName,
      ...(initial.name !== undefined && { initial: initial.name }),
    }),
    channel: channelInput({
      label: 'Channel',
      hint: 'Left empty, it comes to you by direct message.',
      ...(initial.channel && { initial: initial.channel }),
    }),
    when: textInput({
      label: 'When',
      hint: `In words, such as "every Monday 9:00", "first working day of the month 07:30" or "after each cut-off in Hamburg". Without a zone, ${reader.timeZone} applies.`,
      max: 200,
      ...(initial.when !== undefined && { initial: initial.when }),
    }),
    period: below(
      timesBlocks(times, reader, showTimes),
      choiceInput({
        label: 'What days it is about',
        choices: periods.map((value) => ({ value, label: periodWords(value) })),
        initial: initial.period ?? 'since last',
      }),
    ),
    sections: severalInput({
      label: 'What it tells',
      hint: 'What has nothing to say is left out.',
      choices: choices.sections,
      optional: true,
      initial: initial.sections ?? [],
    }),
    kpis: severalInput({
      label: 'Figures',
      hint: `At most ${mostFigures}, in the order in which you pick them.`,
      choices: choices.kpis,
      max: mostFigures,
      optional: true,
      initial: initial.kpis ?? [],
    }),
  };
}

/** The next times under the words that make them. */
function timesBlocks(times: Times, { now, timeZone }: Reader, showTimes: TimesAction): readonly KnownBlock[] {
  const words =
    'fault' in times
      ? mrkdwn`${times.fault}`
      : times.next.length === 0
        ? mrkdwn`No such moment is planned.`
        : mrkdwn`Next: ${times.next.map((at) => momentWithZone(at, now, timeZone)).join(', ')}`;
  return [context(words), actions(button(showTimes, {}, 'Show the next times'))];
}

export function optionsFormView({ name, skipIfEmpty, tolerance, schedule }: Digest): FormView {
  return formView(optionsForm, {
    title: 'Options of the digest',
    submit: 'Save',
    above: [section(mrkdwn`*${name}*`)],
    inputs: {
      empty: choiceInput({
        label: 'When there is nothing to tell',
        choices: [
          { value: 'post', label: 'Post it all the same' },
          { value: 'skip', label: 'Skip it' },
        ],
        initial: skipIfEmpty ? 'skip' : 'post',
      }),
      catchUp: choiceInput({
        label: 'After an outage',
        choices: [
          { value: 'newest', label: 'Post the newest of those missed, late' },
          { value: 'late', label: 'Post each of those missed, late' },
          { value: 'skip', label: 'Leave out what is more than an hour late' },
        ],
        initial: schedule.catchUp,
      }),
      tolerance: choiceInput({
        label: 'When late data changes a figure that was posted',
        choices: [
          { value: '1', label: 'Correct it from 0.1 point, 1 unit or 1 % on' },
          { value: '5', label: 'Correct it from 0.5 points, 5 units or 5 % on' },
          { value: '10', label: 'Correct it from 1 point, 10 units or 10 % on' },
          { value: '0', label: 'Leave it as it was posted' },
        ],
        initial: String(tolerance) as '1',
      }),
    },
  });
}

export function pauseFormView({ name }: Digest): FormView {
  return formView(pauseForm, {
    title: 'Pause the digest',
    submit: 'Pause',
    above: [
      section(mrkdwn`*${name}* is not posted meanwhile. What it missed is noted, and not posted later.`),
    ],
    inputs: {
      until: momentInput({ label: 'Until', hint: 'Left empty, until somebody resumes it.' }),
    },
  });
}

export function transferFormView({ name, schedule }: Digest): FormView {
  return formView(transferForm, {
    title: 'Give it to somebody',
    submit: 'Transfer',
    above: [section(mrkdwn`Whoever owns *${name}* is told when it cannot be posted.`)],
    inputs: {
      to: personInput({ label: 'New owner', ...(schedule.owner !== null && { initial: schedule.owner }) }),
    },
  });
}

export function deleteFormView({ name, number }: Digest): FormView {
  return formView(deleteForm, {
    title: 'Delete this digest?',
    submit: 'Delete',
    close: 'Keep it',
    above: [section(mrkdwn`*${name}* (digest ${number}) is no longer posted. What it posted stays.`)],
    inputs: {},
  });
}
