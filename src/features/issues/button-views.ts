import type { KnownBlock } from '@slack/types';
import { actions, button, menu } from '../../ui/blocks.ts';
import {
  assignAction,
  closeAction,
  doneAction,
  noteAction,
  type On,
  promiseAction,
  reopenAction,
  roomAction,
  severityAction,
  snoozeAction,
  takeAction,
} from './actions.ts';
import type { Span } from './promise-rules.ts';
import { type Issue, severities } from './rules.ts';
import { severityWords } from './words-views.ts';

const spanWords: Readonly<Record<Span, string>> = {
  '15m': '15 minutes',
  '1h': '1 hour',
  '4h': '4 hours',
  tomorrow: 'Tomorrow 09:00',
  workday: 'Next working day 09:00',
};
const promises: readonly Span[] = ['15m', '1h', '4h', 'tomorrow', 'workday'];
const snoozes: readonly Span[] = ['1h', '4h', 'tomorrow'];

/** What can be done now: first what is most likely, menus after it, each always in the same place. */
export function buttonsOf(
  issue: Pick<Issue, 'id' | 'state' | 'severity' | 'roomAskedAt' | 'roomRefused'>,
  on: On,
): readonly KnownBlock[] {
  const { id, state, severity } = issue;
  const value = { id, on };
  const wantsRoom = severity === 'critical' && (!issue.roomAskedAt || issue.roomRefused !== null);
  const room = wantsRoom ? [button(roomAction, value, 'Open a room')] : [];
  const take = button(takeAction, value, 'I’m on it', { style: 'primary' });
  const done = button(doneAction, value, 'Done');
  const assign = button(assignAction, value, 'Assign');
  const note = button(noteAction, value, 'Note');
  const snooze = menu(
    snoozeAction,
    'Set aside for',
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
  switch (state) {
    case 'new':
    case 'waiting':
      return [actions(take, done, assign, note, ...room, snooze, rate)];
    case 'on it': {
      const promise = menu(
        promiseAction,
        'Change the promise',
        promises.map((span) => ({ value: { ...value, span }, label: spanWords[span] })),
      );
      return [actions(done, assign, note, ...room, promise, snooze, rate)];
    }
    case 'done':
      return [actions(button(reopenAction, value, 'Reopen'), button(closeAction, value, 'Close'), note)];
    case 'closed':
      return [actions(button(reopenAction, value, 'Reopen'), note)];
  }
}
