import type { Button, Overflow } from '@slack/types';
import type { PressedOn } from '../../../cases/actions.ts';
import { button, type Choice, choice, more } from '../../../ui/blocks.ts';
import { limits } from '../../../ui/limits.ts';
import {
  assignAction,
  changeAction,
  closeAction,
  declineAction,
  doneAction,
  handOverAction,
  moreAction,
  type moreWishes,
  noteAction,
  releaseAction,
  reopenAction,
  reviewAction,
  roomAction,
  showBeside,
  takeAction,
  tickAction,
} from '../issue/actions.ts';
import { type Issue, isOpen } from '../issue/model.ts';
import { type IssueStep, openSteps, progressOf } from '../playbooks/model.ts';
import { isReviewed } from '../review/rules.ts';
import type { CardExtras } from './extras-model.ts';

/** At most three, the likeliest first. */
export function buttonsOf(
  issue: Issue,
  { mayHaveRoom }: Pick<CardExtras, 'mayHaveRoom'>,
  on: PressedOn,
): readonly Button[] {
  const { id, state, severity } = issue;
  const value = { id, on };
  const room = mayHaveRoom && wantsRoom(issue);
  const take = button(takeAction, value, 'I’m on it', { style: 'primary' });
  const done = button(doneAction, value, 'Done');
  const assign = issue.owner
    ? button(handOverAction, value, 'Hand over')
    : button(assignAction, value, 'Assign');
  const note = button(noteAction, value, 'Note');
  const last = isReviewed(severity) ? button(reviewAction, value, 'Review') : note;
  switch (state) {
    case 'new':
      return [take, assign, room ? button(roomAction, value, 'Open a room') : done];
    case 'waiting':
      return [take, done, assign];
    case 'on it':
      return [
        button(doneAction, value, 'Done', { style: 'primary' }),
        button(changeAction, value, 'New time'),
        assign,
      ];
    case 'done':
      return [button(reopenAction, value, 'Reopen'), button(closeAction, value, 'Close'), last];
    case 'closed':
      return [button(reopenAction, value, 'Reopen'), last];
  }
}

/** The answers of whoever is asked to take it. */
export function answersOf({ id }: Issue, on: PressedOn): readonly Button[] {
  return [
    button(takeAction, { id, on }, 'Accept', { style: 'primary' }),
    button(declineAction, { id, on }, 'Decline'),
  ];
}

/** What is rarer, behind the dots of the card. Every step and the history stand on the private card. */
export function moreOf(
  issue: Issue,
  { steps, mayHaveRoom }: Pick<CardExtras, 'steps' | 'mayHaveRoom'>,
  on: PressedOn,
): Overflow {
  const { id, state, severity, owner } = issue;
  const value = { id, on };
  const all = on === 'card' ? [choice(showBeside, { id }, 'Steps and history')] : [];
  const note = choice(noteAction, value, 'Note');
  if (!isOpen(state))
    return more([
      ...(isReviewed(severity) ? [note] : []),
      wish(value, 'follow-up'),
      wish(value, 'timeline'),
      ...all,
    ]);
  const room = mayHaveRoom && wantsRoom(issue);
  const { next } = progressOf(steps);
  const rare = [
    ...(state === 'new' && room ? [choice(doneAction, value, 'Done')] : []),
    ...(state !== 'new' && room ? [choice(roomAction, value, 'Open a room')] : []),
    ...(next ? [choice(tickAction, { ...value, step: next.id }, `Step ${next.ordinal} done`)] : []),
  ];
  const fixed = [
    note,
    choice(changeAction, value, 'Change'),
    ...(owner ? [choice(releaseAction, value, 'Release')] : []),
  ];
  const free = limits.overflowOptions - fixed.length - all.length;
  return more([...fixed, ...rare.slice(0, free), ...all]);
}

/** Behind the dots beside the steps of the private card. */
export function stepsMoreOf(
  { id, state }: Issue,
  steps: readonly IssueStep[],
  on: PressedOn,
): Overflow | undefined {
  if (!isOpen(state)) return undefined;
  const work: readonly Wish[] = openSteps(steps).length > 0 ? ['tick step', 'skip step'] : ['start playbook'];
  const wishes: readonly Wish[] = [...work, 'add step', 'follow-up', 'timeline'];
  return more(
    wishes.map((one) => wish({ id, on }, one)),
    { key: 'steps' },
  );
}

/** Only a critical issue has a room, and a refused one can be asked for again. */
function wantsRoom({ severity, roomAskedAt, roomRefused }: Issue): boolean {
  return severity === 'critical' && (!roomAskedAt || roomRefused !== null);
}

type Wish = (typeof moreWishes)[number];

function wish(value: { readonly id: string; readonly on: PressedOn }, one: Wish): Choice {
  return choice(moreAction, { ...value, wish: one }, wishWords[one]);
}

const wishWords: Readonly<Record<Wish, string>> = {
  'start playbook': 'Start a playbook',
  'tick step': 'Step done',
  'add step': 'Add a step',
  'skip step': 'Skip a step',
  'follow-up': 'Add a follow-up',
  timeline: 'Timeline',
};
