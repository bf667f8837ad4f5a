import type { CaseEvent, NewEvent } from '../../../cases/model.ts';

export type EventKind =
  | 'asked'
  | 'automatic'
  | 'approved'
  | 'stage filled'
  | 'rejected'
  | 'overridden'
  | 'asked again'
  | 'done'
  | 'failed'
  | 'tried again'
  | 'question'
  | 'answer'
  | 'withdrawn'
  | 'given up'
  | 'reminded'
  | 'put off'
  | 'taken up'
  | 'expired'
  | 'undo asked'
  | 'undone';

/** `about`: the person in whose place a vote was cast, or whose yes no longer counts. */
export type ApprovalEvent = CaseEvent<EventKind>;

/** `after.inPlaceOf`: the id of the person whose authority was used, if not the voter's own. */
export type NewApprovalEvent = NewEvent<EventKind>;
