import type { KnownBlock } from '@slack/types';
import type { PressedOn } from '../../../cases/actions.ts';
import { actions, button, choice, menu, more } from '../../../ui/blocks.ts';
import {
  assignAction,
  closeAction,
  doneAction,
  moreAction,
  type moreWishes,
  noteAction,
  playbookAction,
  promiseAction,
  reopenAction,
  reviewAction,
  roomAction,
  severityAction,
  snoozeAction,
  takeAction,
  tickAction,
} from '../issue/actions.ts';
import { type Issue, isOpen, type State, severities } from '../issue/model.ts';
import type { Span } from '../issue/promise-rules.ts';
import { severityWords } from '../issue/words-views.ts';
import { type IssueStep, openSteps } from '../playbooks/model.ts';
import { playbooksFor } from '../playbooks/ready-made.ts';
import { isReviewed } from '../review/rules.ts';
import type { CardExtras } from './extras-model.ts';

const spanWords: Readonly<Record<Span, string>> = {
  '15m': '15 minutes',
  '1h': '1 hour',
  '4h': '4 hours',
  tomorrow: 'Tomorrow 09:00',
  workday: 'Next working day 09:00',
};
const promises: readonly Span[] = ['15m', '1h', '4h', 'tomorrow', 'workday'];
const snoozes: readonly Span[] = ['1h', '4h', 'tomorrow'];

/** The buttons of a state: the likeliest first, then menus, each always in the same place. */
export function buttonsOf(
  issue: Pick<Issue, 'id' | 'kind' | 'state' | 'severity' | 'roomAskedAt' | 'roomRefused'>,
  { steps, mayHaveRoom }: Pick<CardExtras, 'steps' | 'mayHaveRoom'>,
  on: PressedOn,
): readonly KnownBlock[] {
  const { id, state, severity } = issue;
  const value = { id, on };
  const wantsRoom =
    mayHaveRoom && severity === 'critical' && (!issue.roomAskedAt || issue.roomRefused !== null);
  const room = wantsRoom ? [button(roomAction, value, 'Open a room')] : [];
  const take = button(takeAction, value, 'I’m on it', { style: 'primary' });
  const done = button(doneAction, value, 'Done');
  const assign = button(assignAction, value, 'Assign');
  const note = button(noteAction, value, 'Note');
  const snooze = menu(
    snoozeAction,
    'Snooze for',
    snoozes.map((span) => ({ value: { ...value, span }, label: spanWords[span] })),
  );
  const rate = menu(
    severityAction,
    'Severity',
    severities.map((one) => ({
      value: { ...value, severity: one },
      label: severityWords[one],
      picked: one === severity,
    })),
  );
  const review = isReviewed(severity) ? [button(reviewAction, value, 'Review')] : [];
  const rest = more(
    moreFor(state, steps).map((wish) => choice(moreAction, { ...value, wish }, wishWords[wish])),
  );
  switch (state) {
    case 'new':
    case 'waiting':
      return [
        actions(take, done, assign, note, ...room, snooze, rate),
        actions(...stepsMenu(issue, steps, on), rest),
      ];
    case 'on it': {
      const promise = menu(
        promiseAction,
        'Change the promise',
        promises.map((span) => ({ value: { ...value, span }, label: spanWords[span] })),
      );
      return [
        actions(done, assign, note, ...room, promise, snooze, rate),
        actions(...stepsMenu(issue, steps, on), rest),
      ];
    }
    case 'done':
      return [
        actions(
          button(reopenAction, value, 'Reopen'),
          button(closeAction, value, 'Close'),
          note,
          ...review,
          rest,
        ),
      ];
    case 'closed':
      return [actions(button(reopenAction, value, 'Reopen'), note, ...review, rest)];
  }
}

type Wish = (typeof moreWishes)[number];

const wishWords: Readonly<Record<Wish, string>> = {
  'add step': 'Add a step',
  'skip step': 'Skip a step',
  'follow-up': 'Add a follow-up',
  timeline: 'Timeline',
};

function moreFor(state: State, steps: readonly IssueStep[]): readonly Wish[] {
  if (!isOpen(state)) return ['follow-up', 'timeline'];
  return [
    'add step',
    ...(openSteps(steps).length > 0 ? (['skip step'] as const) : []),
    'follow-up',
    'timeline',
  ];
}

/** A menu that ticks the open steps; without any, one that starts a playbook. */
function stepsMenu({ id, kind }: Pick<Issue, 'id' | 'kind'>, steps: readonly IssueStep[], on: PressedOn) {
  const open = openSteps(steps);
  if (open.length > 0) {
    const options = open.map((step) => ({
      value: { id, on, step: step.id },
      label: `${step.ordinal}. ${step.what}`,
    }));
    return [menu(tickAction, 'Step done', options)];
  }
  const started = steps.map(({ playbook }) => playbook);
  const options = playbooksFor(kind, started).map(({ key, title }) => ({
    value: { id, on, playbook: key },
    label: title,
  }));
  return options.length > 0 ? [menu(playbookAction, 'Start a playbook', options)] : [];
}
