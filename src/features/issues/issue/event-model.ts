import type { CaseEvent } from '../../../cases/model.ts';

export type EventKind =
  | 'raised'
  | 'seen again'
  | 'taken'
  | 'promised'
  | 'assigned'
  | 'declined'
  | 'severity'
  | 'snoozed'
  | 'woken'
  | 'note'
  | 'done'
  | 'reopened'
  | 'closed'
  | 'promise passed'
  | 'leads told'
  | 'released'
  | 'room asked'
  | 'room opened'
  | 'room refused'
  | 'due passed'
  | 'playbook started'
  | 'step added'
  | 'step done'
  | 'step skipped'
  | 'step late'
  | 'follow-up'
  | 'reviewed'
  | 'review missed';

export type IssueEvent = CaseEvent<EventKind>;
