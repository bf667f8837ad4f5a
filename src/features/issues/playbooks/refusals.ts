import type { ActingReader, Sentences } from '../../../cases/refusals.ts';
import { moment } from '../../../core/time/reader.ts';
import { type IssueStep, maxSteps, openSteps, type Playbook } from './model.ts';

interface Listed {
  readonly steps: readonly IssueStep[];
  /** Only when a playbook is about to start. */
  readonly playbook?: Playbook;
}

export type ListNo =
  | 'was started before'
  | 'another is under way'
  | 'has too many steps'
  | 'has no open step';

export const listSentences: Sentences<ListNo, Listed> = {
  'was started before': ({ playbook }) => `${playbook?.title ?? 'It'} was started before.`,
  'another is under way': ({ steps }) =>
    `Another list of steps is under way: ${openSteps(steps).length} of ${steps.length} steps are left.`,
  'has too many steps': () => `An issue holds ${maxSteps} steps at most: raise a follow-up for more.`,
  'has no open step': () => 'No step is open.',
};

/** Why a playbook cannot be started; null: it can. */
export function whyNotStart(playbook: Playbook, steps: readonly IssueStep[]): ListNo | null {
  if (steps.some((step) => step.playbook === playbook.key)) return 'was started before';
  return openSteps(steps).length > 0 ? 'another is under way' : whyNotAdd(playbook.steps.length, steps);
}

/** Why steps cannot be added. `more`: their number. */
export function whyNotAdd(more: number, steps: readonly IssueStep[]): ListNo | null {
  return steps.length + more > maxSteps ? 'has too many steps' : null;
}

/** Why no step can be ticked or skipped. */
export function whyNotEnd(steps: readonly IssueStep[]): ListNo | null {
  return openSteps(steps).length > 0 ? null : 'has no open step';
}

export type StepNo = 'you finished it' | 'somebody finished it';

export const stepSentences: Sentences<StepNo, IssueStep> = {
  'you finished it': (step, reader) => `You ${verb(step)} step ${step.ordinal}${when(step, reader)}.`,
  'somebody finished it': (step, reader) =>
    `${step.settledBy?.name ?? 'Quartermaster'} ${verb(step)} step ${step.ordinal}${when(step, reader)}: they were first.`,
};

/** Why a step cannot be ticked or skipped: somebody was first. */
export function whyNotFinish({ state, settledBy }: IssueStep, { personId }: ActingReader): StepNo | null {
  if (state === 'open') return null;
  return settledBy && settledBy.id === personId ? 'you finished it' : 'somebody finished it';
}

function verb({ state }: IssueStep): string {
  return state === 'done' ? 'did' : 'skipped';
}

function when({ settledAt }: IssueStep, { timeZone, now }: ActingReader): string {
  return settledAt ? ` at ${moment(settledAt, now, timeZone)}` : '';
}
