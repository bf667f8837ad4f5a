import type { Samples } from '../../core/declare/sample.ts';
import { actions, menu, message } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { id } from './base-samples.ts';
import { playbookAction, promiseAction, severityAction, snoozeAction } from './issue/actions.ts';

const pressed = { id, on: 'card' } as const;

/** The menus that cards had before this version: those that were posted are answered. */
export const earlierSamples: Samples = {
  'the menus of earlier cards': () =>
    message(mrkdwn`Critical · #17 · 3PL feed dead`, [
      actions(
        menu(promiseAction, 'Change the promise', [{ value: { ...pressed, span: '1h' }, label: '1 hour' }]),
        menu(snoozeAction, 'Snooze for', [{ value: { ...pressed, span: '1h' }, label: '1 hour' }]),
        menu(severityAction, 'Severity', [{ value: { ...pressed, severity: 'high' }, label: 'High' }]),
        menu(playbookAction, 'Start a playbook', [
          { value: { ...pressed, playbook: 'recall' }, label: 'Recall' },
        ]),
      ),
    ]),
};
